/* Money, dates and numbers as people here write them. What a receipt finally says is decided on the server; this is the preview. */

const DIGITS = '零壹贰叁肆伍陆柒捌玖';
const PLACES = ['', '拾', '佰', '仟'];
const GROUPS = ['', '万', '亿', '万亿'];

/** "1,234.5", "￥1234.50" or "1 234.5" to "1234.50"; null when it is no amount of money. */
export function parseMoney(typed) {
  const bare = String(typed == null ? '' : typed)
    .replace(/[,，\s￥¥元]/g, '')
    .replace(/[０-９．]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0));
  if (!/^\d{1,12}(\.\d{0,2})?$/.test(bare)) {
    return null;
  }
  const [yuan, fen = ''] = bare.split('.');
  return (yuan.replace(/^0+(?=\d)/, '') || '0') + '.' + (fen + '00').slice(0, 2);
}

/** Money is counted in whole cents, so that sums are exact. */
export function cents(money) {
  const plain = parseMoney(money);
  return plain == null ? 0 : Number(plain.replace('.', ''));
}

export function fromCents(count) {
  const sign = count < 0 ? '-' : '';
  const digits = String(Math.abs(count)).padStart(3, '0');
  return sign + digits.slice(0, -2) + '.' + digits.slice(-2);
}

/** "1234567.00" to "1,234,567.00"; what is no money stays as it is. */
export function grouped(money) {
  const text = String(money);
  if (!/^-?\d+\.\d{2}$/.test(text)) {
    return text;
  }
  const [yuan, fen] = text.split('.');
  return yuan.replace(/\B(?=(\d{3})+(?!\d))/g, ',') + '.' + fen;
}

/** 人民币大写: "20000.00" to 贰万元整. */
export function inWords(money) {
  const plain = parseMoney(money);
  if (plain == null) {
    return '';
  }
  const [yuan, fen] = plain.split('.');
  let words = '';
  if (Number(yuan) > 0) {
    const groups = [];
    for (let rest = yuan; rest.length > 0; rest = rest.slice(0, -4)) {
      groups.unshift(rest.slice(-4));
    }
    let gap = false;
    groups.forEach((group, index) => {
      if (Number(group) === 0) {
        gap = words !== '';
        return;
      }
      const padded = group.padStart(4, '0');
      for (let place = 0; place < 4; place++) {
        const digit = Number(padded[place]);
        if (digit === 0) {
          gap = words !== '';
        } else {
          words += (gap ? '零' : '') + DIGITS[digit] + PLACES[3 - place];
          gap = false;
        }
      }
      words += GROUPS[groups.length - 1 - index];
      gap = false;
    });
    words += '元';
  }
  const [jiao, cent] = fen;
  if (fen === '00') {
    return (words || '零元') + '整';
  }
  if (jiao !== '0') {
    words += DIGITS[jiao] + '角';
  } else if (words) {
    words += '零';
  }
  return words + (cent === '0' ? '整' : DIGITS[cent] + '分');
}

/** "2026-11-23" to 2026年11月23日. */
export function chineseDate(iso) {
  const parts = /^(\d{4})-(\d{2})-(\d{2})/.exec(iso || '');
  return parts ? `${parts[1]}年${Number(parts[2])}月${Number(parts[3])}日` : '';
}

/** The day some days after an ISO day. */
export function plusDays(iso, days) {
  const [year, month, day] = iso.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1, day + days)).toISOString().slice(0, 10);
}

export function today() {
  const now = new Date();
  return new Date(now.getTime() - now.getTimezoneOffset() * 60000).toISOString().slice(0, 10);
}

/** Whether the check digit of an 18-digit identity card number is right (GB 11643). */
export function idCardHolds(no) {
  if (!/^\d{17}[\dXx]$/.test(no)) {
    return false;
  }
  const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2];
  const sum = weights.reduce((total, weight, index) => total + weight * Number(no[index]), 0);
  return '10X98765432'[sum % 11] === no[17].toUpperCase();
}

/** An element with attributes and children; texts go in as text, never as markup. */
export function el(tag, attributes, ...children) {
  const element = document.createElement(tag);
  Object.entries(attributes || {}).forEach(([name, value]) => {
    if (value === null || value === undefined || value === false) {
      return;
    }
    if (name.startsWith('on')) {
      element.addEventListener(name.slice(2), value);
    } else if (name in element && typeof value === 'boolean') {
      element[name] = value;
    } else {
      element.setAttribute(name, value === true ? '' : value);
    }
  });
  children.flat().forEach((child) => {
    if (child !== null && child !== undefined && child !== false) {
      element.append(child);
    }
  });
  return element;
}
