/*
 * The kinds of fields a form can ask for. A form file says only what it wants to know:
 *
 *   <div data-field="amount" data-kind="money" data-label="定金金额" data-need="yes" data-words="yes"></div>
 *
 * and the kind draws label, input, hint and message. Every field answers: value() for the payload, problem() in
 * Chinese or null, fill(value) from the card's prefill or a draft, focus().
 */
import { chineseDate, el, grouped, idCardHolds, inWords, parseMoney, plusDays, today } from './form-words.js';

const PATTERNS = {
  phone: [/^(1[3-9]\d{9}|0\d{2,3}-?\d{7,8}|\+?\d[\d -]{6,18}\d)$/, '请填写正确的手机号或带区号的电话'],
  mobile: [/^1[3-9]\d{9}$/, '请填写 11 位手机号'],
  email: [/^[^@\s]+@[^@\s]+\.[^@\s]+$/, '邮箱格式不对，例如 name@example.com'],
};

let serial = 0;

/** "CASH=现金 CARD=刷卡" to [{code, name}]. */
export function choicesOf(text) {
  return (text || '').split(/\s+(?=[^\s=]+=)/).filter(Boolean).map((pair) => {
    const at = pair.indexOf('=');
    return { code: pair.slice(0, at), name: pair.slice(at + 1) };
  });
}

export class Field {
  constructor(root, form) {
    this.root = root;
    this.form = form;
    this.name = root.dataset.field || root.dataset.col;
    this.label = root.dataset.label || '';
    this.need = 'need' in root.dataset;
    this.when = root.dataset.when || null;
    this.id = `ac-${++serial}-${this.name}`;
    this.touched = false;
    root.classList.add('ac-field', `ac-kind-${root.dataset.kind || 'text'}`);
  }

  draw() {
    const label = this.labelElement();
    this.message = el('div', { class: 'ac-message', id: this.id + '-message', role: 'alert' });
    this.note = el('div', { class: 'ac-hint' }, this.root.dataset.hintFrom ? '' : this.root.dataset.hint || '');
    this.root.replaceChildren(...[label, this.control(), this.note, this.message].filter(Boolean));
  }

  labelElement() {
    return this.label
      ? el('label', { class: 'ac-label', for: this.id }, this.label, this.need ? el('span', { class: 'ac-need', title: '必填' }, '*') : null)
      : null;
  }

  /** Whether the answer is needed, where that depends on another answer. */
  needed(need) {
    const label = this.root.querySelector('.ac-label');
    if (need !== this.need && label) {
      label.querySelectorAll('.ac-need').forEach((star) => star.remove());
      label.append(...(need ? [el('span', { class: 'ac-need', title: '必填' }, '*')] : []));
    }
    this.need = need;
  }

  changed() {
    this.form.changed(this);
  }

  /** Passing through an empty field is no mistake yet: what is missing stands beside the button. */
  left() {
    this.touched = this.touched || !this.empty();
    this.form.refresh();
  }

  get visible() {
    return !this.root.closest('[data-off]');
  }

  empty() {
    const value = this.value();
    return value === null || value === '' || (Array.isArray(value) && value.length === 0);
  }

  problem() {
    return this.need && this.empty() ? this.missing() : this.empty() ? null : this.fault();
  }

  missing() {
    return `请填写${this.label}`;
  }

  fault() {
    return null;
  }

  /** What keeps a half-done form from being put by: something typed that nobody could read. What is only missing does not. */
  unreadable() {
    return null;
  }

  show(problem) {
    const shown = this.touched && problem ? problem : '';
    if (this.message.textContent !== shown) {
      this.message.textContent = shown;
    }
    this.root.classList.toggle('ac-wrong', Boolean(shown));
    this.root.querySelectorAll('input, textarea').forEach((input) => input.setAttribute('aria-invalid', shown ? 'true' : 'false'));
  }

  hint(text) {
    this.note.textContent = text || '';
  }

  draft() {
    return this.value();
  }

  focus() {
    const first = this.root.querySelector('input:checked, input:not([type="radio"]):not([disabled]), textarea, input, button');
    if (first) {
      first.focus();
    }
  }
}

class Text extends Field {
  control() {
    this.input = el('input', {
      type: this.root.dataset.format === 'mobile' || this.root.dataset.format === 'phone' ? 'tel' : 'text',
      id: this.id,
      class: 'ac-input',
      autocomplete: 'off',
      spellcheck: 'false',
      maxlength: this.root.dataset.max || 200,
      placeholder: this.root.dataset.example,
      'aria-describedby': this.id + '-message',
      oninput: () => this.changed(),
      onblur: () => this.left(),
    });
    return this.input;
  }

  value() {
    return this.input.value.trim() || null;
  }

  fill(value) {
    this.input.value = value == null ? '' : value;
  }

  fault() {
    const [pattern, sentence] = PATTERNS[this.root.dataset.format] || [];
    return pattern && !pattern.test(this.value()) ? sentence : null;
  }
}

class Area extends Text {
  control() {
    this.input = el('textarea', {
      id: this.id,
      class: 'ac-input',
      rows: this.root.dataset.rows || 2,
      maxlength: this.root.dataset.max || 1000,
      placeholder: this.root.dataset.example,
      'aria-describedby': this.id + '-message',
      oninput: () => this.changed(),
      onblur: () => this.left(),
    });
    return this.input;
  }
}

class Whole extends Text {
  control() {
    const input = super.control();
    input.setAttribute('inputmode', 'numeric');
    return this.root.dataset.unit ? el('div', { class: 'ac-with-unit' }, input, el('span', {}, this.root.dataset.unit)) : input;
  }

  value() {
    const typed = this.input.value.trim();
    return typed === '' ? null : /^\d{1,6}$/.test(typed) ? Number(typed) : typed;
  }

  unreadable() {
    return this.empty() || typeof this.value() === 'number' ? null : '请填写整数';
  }

  bounds() {
    return [Number(this.root.dataset.min || 0), Number(this.root.dataset.top || 999999)];
  }

  fault() {
    const [min, top] = this.bounds();
    const value = this.value();
    if (this.unreadable()) {
      return this.unreadable();
    }
    return value < min || value > top ? `应在 ${min} 到 ${top} 之间` : null;
  }
}

class MoneyAmount extends Text {
  control() {
    const input = super.control();
    input.setAttribute('inputmode', 'decimal');
    input.classList.add('ac-money-input');
    input.addEventListener('blur', () => this.tidy());
    this.words = 'words' in this.root.dataset ? el('div', { class: 'ac-words', 'aria-live': 'polite' }) : null;
    return el('div', {}, el('div', { class: 'ac-with-unit' }, el('span', {}, '￥'), input, el('span', {}, '元')), this.words);
  }

  tidy() {
    const plain = parseMoney(this.input.value);
    if (plain != null) {
      this.input.value = grouped(plain);
    }
  }

  value() {
    const typed = this.input.value.trim();
    return typed === '' ? null : parseMoney(typed) || typed;
  }

  fill(value) {
    this.input.value = value == null ? '' : value;
    this.tidy();
    this.say();
  }

  changed() {
    this.say();
    super.changed();
  }

  say() {
    if (this.words) {
      const words = inWords(this.input.value);
      this.words.textContent = words ? `大写：${words}` : '';
    }
  }

  unreadable() {
    return this.empty() || parseMoney(this.input.value) != null ? null : '金额格式不对，例如 20,000.00，最多两位小数';
  }

  /** A ceiling named by the card's prefill: data-top-from="cap" data-top-says="不得超过总价的 20%". */
  fault() {
    const plain = parseMoney(this.input.value);
    if (plain == null) {
      return this.unreadable();
    }
    if (Number(plain) === 0 && !('zero' in this.root.dataset)) {
      return '金额必须大于 0';
    }
    const top = parseMoney(this.form.prefill[this.root.dataset.topFrom]);
    return top != null && Number(plain) > Number(top) ? `${this.root.dataset.topSays || '超过上限'}（最多 ${grouped(top)} 元）` : null;
  }
}

class Day extends Field {
  control() {
    this.input = el('input', {
      type: 'date',
      id: this.id,
      class: 'ac-input',
      'aria-describedby': this.id + '-message',
      oninput: () => this.changed(),
      onblur: () => this.left(),
    });
    this.quick = el('span', { class: 'ac-quick' });
    return el('div', { class: 'ac-day-row' }, this.input, this.quick);
  }

  limits() {
    const { minFrom, maxFrom } = this.root.dataset;
    const prefill = this.form.prefill;
    this.input.min = (minFrom && prefill[minFrom]) || '1900-01-01';
    this.input.max = (maxFrom && prefill[maxFrom]) || '2199-12-31';
    const base = (minFrom && prefill[minFrom]) || today();
    this.quick.replaceChildren(
      ...(this.root.dataset.quick || '').split(/\s+/).filter(Boolean).map((days) => {
        const day = plusDays(base, Number(days));
        return el('button', {
          type: 'button', class: 'ac-chip-button', tabindex: '-1', title: chineseDate(day),
          onclick: () => {
            this.fill(day);
            this.touched = true;
            this.changed();
            this.input.focus();
          },
        }, `${days} 天后`);
      })
    );
  }

  value() {
    return this.input.value || (this.input.validity.badInput ? 'unreadable' : null);
  }

  fill(value) {
    this.input.value = value || '';
  }

  unreadable() {
    return this.empty() || /^\d{4}-\d{2}-\d{2}$/.test(this.value()) ? null : '日期不完整';
  }

  fault() {
    const value = this.value();
    if (this.unreadable()) {
      return this.unreadable();
    }
    if (value < this.input.min) {
      return this.root.dataset.minSays || `不能早于 ${chineseDate(this.input.min)}`;
    }
    return value > this.input.max ? this.root.dataset.maxSays || `不能晚于 ${chineseDate(this.input.max)}` : null;
  }
}

/** One of a few: radio buttons drawn as chips; the arrow keys choose, Enter goes on. */
class Chips extends Field {
  control() {
    this.group = el('div', { class: 'ac-chips', role: 'radiogroup', 'aria-label': this.label, id: this.id });
    this.choices(choicesOf(this.root.dataset.choices));
    return this.group;
  }

  labelElement() {
    return this.label
      ? el('div', { class: 'ac-label' }, this.label, this.need ? el('span', { class: 'ac-need', title: '必填' }, '*') : null)
      : null;
  }

  choices(list) {
    const kept = this.group.childElementCount ? this.value() : null;
    this.offered = list;
    this.group.replaceChildren(
      ...list.map(({ code, name }) => {
        const radio = el('input', {
          type: 'radio', name: this.id, value: code,
          onchange: () => {
            this.touched = true;
            this.changed();
          },
          onclick: () => {
            // An optional answer can be taken back by choosing it again.
            if (!this.need && this.was === code) {
              radio.checked = false;
              this.was = null;
              this.changed();
            } else {
              this.was = code;
            }
          },
        });
        return el('label', { class: 'ac-chip' }, radio, el('span', {}, name));
      })
    );
    if (list.length === 0 && this.root.dataset.choicesUrl) {
      this.group.append(el('span', { class: 'ac-soft' }, '暂无可选，请联系技术支持部'));
    }
    if (kept) {
      this.fill(kept);
    }
    if ('single' in this.root.dataset) {
      this.root.toggleAttribute('data-single', list.length < 2);
    }
    if (this.need && list.length === 1) {
      this.fill(list[0].code);
    }
  }

  value() {
    const checked = this.group.querySelector('input:checked');
    return checked ? checked.value : null;
  }

  fill(value) {
    this.was = value == null ? null : String(value);
    this.group.querySelectorAll('input').forEach((radio) => {
      radio.checked = radio.value === this.was;
    });
  }

  missing() {
    return `请选择${this.label}`;
  }
}

/** 是 or 否, handed over as a boolean. */
class YesNo extends Chips {
  value() {
    const code = super.value();
    return code === null ? null : code === 'true';
  }
}

/** One of many: a drop-down list, where chips would fill the page. Offers what data-choices or the card names, and a blank. */
class Choice extends Field {
  control() {
    this.input = el('select', {
      id: this.id,
      class: 'ac-input',
      'aria-describedby': this.id + '-message',
      onchange: () => {
        this.touched = true;
        this.changed();
      },
      onblur: () => this.left(),
    });
    this.choices(choicesOf(this.root.dataset.choices));
    return this.input;
  }

  choices(list) {
    const kept = this.value();
    this.input.replaceChildren(el('option', { value: '' }, this.need ? '请选择' : '—'), ...list.map(({ code, name }) => el('option', { value: code }, name)));
    this.fill(kept || (this.need && list.length === 1 ? list[0].code : null));
  }

  value() {
    return this.input.value || null;
  }

  /** What is offered no more is left open, to be chosen anew. */
  fill(value) {
    this.input.value = value == null ? '' : String(value);
    if (this.input.selectedIndex < 0) {
      this.input.value = '';
    }
  }

  missing() {
    return `请选择${this.label}`;
  }
}

/** One box to tick, handed over as a boolean; data-need insists on the tick. */
class Check extends Field {
  control() {
    this.input = el('input', {
      type: 'checkbox', id: this.id,
      onchange: () => {
        this.touched = true;
        this.changed();
      },
    });
    return el('label', { class: 'ac-check' }, this.input, el('span', {}, this.root.dataset.says || '是'));
  }

  value() {
    return this.input.checked;
  }

  fill(value) {
    this.input.checked = value === true || value === 'true';
  }

  empty() {
    return !this.input.checked;
  }

  missing() {
    return `请勾选${this.label}`;
  }
}

/** What the card gave and the desk wants back unchanged. A draft never brings an old one back. */
class Hidden extends Field {
  draw() {
    super.draw();
    this.root.hidden = true;
  }

  labelElement() {
    return null;
  }

  control() {
    this.given = null;
    return null;
  }

  value() {
    return this.given;
  }

  fill(value) {
    this.given = value;
  }

  draft() {
    return null;
  }

  restore() {}

  missing() {
    return '内容未能读取，请重新打开此任务';
  }
}

/** Something to read while answering; it is never handed over. */
class Shown extends Field {
  labelElement() {
    return this.label ? el('div', { class: 'ac-label' }, this.label) : null;
  }

  control() {
    this.given = null;
    this.text = el('div', { class: 'ac-shown' });
    return this.text;
  }

  value() {
    return null;
  }

  fill(value) {
    this.given = value;
    this.text.textContent = value == null || value === '' ? '—' : chineseDate(/^\d{4}-\d{2}-\d{2}$/.test(value) ? value : '') || grouped(value);
  }

  draft() {
    return null;
  }

  restore() {}

  focus() {}
}

/** An identity document's number; the kind of document stands in the field named by data-type-of. */
class IdNo extends Text {
  fault() {
    const kind = this.form.valueOf(this.root.dataset.typeOf);
    if (kind === 'ID_CARD' && !idCardHolds(this.value())) {
      return '身份证号应为 18 位且末位校验正确，请核对';
    }
    return kind === 'BUSINESS_LICENCE' && !/^[0-9A-Z]{18}$/.test(this.value()) ? '统一社会信用代码应为 18 位' : null;
  }

  value() {
    const typed = super.value();
    return typed && typed.toUpperCase();
  }
}

export const KINDS = {
  text: Text,
  area: Area,
  whole: Whole,
  money: MoneyAmount,
  day: Day,
  chips: Chips,
  yesno: YesNo,
  choice: Choice,
  check: Check,
  hidden: Hidden,
  shown: Shown,
  idno: IdNo,
};
