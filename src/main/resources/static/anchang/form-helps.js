/* Helps that more than one form file calls from its few lines of script. */
import { ask } from './form-http.js';
import { cents, el, fromCents, grouped, parseMoney, today } from './form-words.js';

let asked = null;

/** Reception: whether this telephone is known, and whose customer it is, without a word of the customer's own data. */
export function knownPhone(form) {
  const field = form.field('phone');
  const phone = (field.value() || '').replace(/[\s-]/g, '');
  field.hint('');
  field.note.classList.remove('ac-known');
  clearTimeout(asked);
  if (!/^\+?\d{7,18}$/.test(phone) || field.problem()) {
    return;
  }
  asked = setTimeout(async () => {
    try {
      const known = await ask(`/api/reception/phone?phone=${encodeURIComponent(phone)}`);
      if ((field.value() || '').replace(/[\s-]/g, '') === phone) {
        field.hint(known.message || (known.known ? `老客户，由${known.ownerName}接待` : '新客户'));
        field.note.classList.toggle('ac-known', known.known);
      }
    } catch (no) {
      field.hint(`查重失败：${no.message}`);
    }
  }, 300);
}

/** Money that went through a bank has a serial number; cash has none. */
export function serialNeeded(form, field) {
  return field.name === 'bankSerial' && ['CARD', 'TRANSFER', 'CHEQUE'].includes(form.valueOf('method')) && !form.valueOf('bankSerial')
    ? '非现金收付请填写银行流水号'
    : null;
}

/** What is due before the contract may be signed, and what would be left after this payment. */
export function dueBySigning(form) {
  const due = form.prefill.dueBySigning;
  if (due == null) {
    return;
  }
  const typed = parseMoney(form.valueOf('amount'));
  const rest = cents(due) - (typed == null ? 0 : cents(typed));
  form.field('amount').hint(
    `签约前应付 ${grouped(due)} 元；` +
      (typed == null ? '' : rest > 0 ? `收此笔后还差 ${grouped(fromCents(rest))} 元，任务会再回来` : rest === 0 ? '收此笔后即收齐' : `多收 ${grouped(fromCents(-rest))} 元，将转入后续期款`)
  );
}

/** Whose fault it is, each with what becomes of the deposit (R20), so that nobody rules without seeing the sums. */
export function faults(form, field) {
  const chips = form.field('fault');
  const outcomes = form.prefill.outcomes || [];
  if (!field) {
    chips.choices(outcomes.map(({ fault, name }) => ({ code: fault, name })));
    form.refresh();
  }
  const chosen = outcomes.find(({ fault }) => fault === chips.value());
  chips.note.replaceChildren(
    ...(chosen ? ['没收 ', el('b', {}, `${grouped(chosen.forfeited)} 元`), '，退还客户 ', el('b', {}, `${grouped(chosen.refund)} 元`)] : [])
  );
}

/** Special price: by how much it is off the list, who would have to grant it and why, and the plan it would be paid by (R09). */
export function specialPrice(form) {
  const field = form.field('price');
  const price = parseMoney(form.valueOf('price'));
  const sale = form.field('caseId') ? form.valueOf('caseId') : form.prefill.caseId;
  const terms = form.valueOf('terms');
  clearTimeout(asked);
  if (!sale || price == null || !terms || (form.valueOf('outcome') || 'SUBMIT') !== 'SUBMIT') {
    field.note.replaceChildren();
    return;
  }
  const question = new URLSearchParams({ sale, price, terms });
  if (['COMMERCIAL', 'COMBINED'].includes(terms) && form.valueOf('commercialLoan')) {
    question.set('commercialLoan', form.valueOf('commercialLoan'));
  }
  if (['FUND', 'COMBINED'].includes(terms) && form.valueOf('fundLoan')) {
    question.set('fundLoan', form.valueOf('fundLoan'));
  }
  const key = question.toString();
  form.askedPrice = key;
  asked = setTimeout(async () => {
    try {
      const seen = await ask(`/api/special-prices/check?${key}`);
      if (form.askedPrice === key) {
        field.note.replaceChildren(...lights(seen));
      }
    } catch (no) {
      field.hint(`核定失败：${no.message}`);
    }
  }, 300);
}

function lights(seen) {
  return [
    el('div', {}, `价格表价格 ${seen.listPrice} 元，优惠 ${seen.discount}%`),
    el('div', { class: `ac-light ac-light-${seen.light.toLowerCase()}` }, el('b', {}, seen.lightName), ` ${seen.reason}`),
    seen.problem ? el('div', { class: 'ac-light-no', role: 'alert' }, seen.problem) : null,
    seen.plan.length
      ? el('table', { class: 'ac-light-plan' }, el('caption', {}, '按此价格拟定的付款计划'),
          el('tbody', {}, ...seen.plan.map(({ kind, amount, dueOn }) => el('tr', {}, el('th', {}, kind), el('td', { class: 'ac-money' }, `${amount} 元`), el('td', {}, dueOn)))))
      : null,
    seen.planBasis && seen.plan.length ? el('div', { class: 'ac-soft' }, seen.planBasis) : null,
  ].filter(Boolean);
}

/** 收款登记: what is most likely next is filled in once for the sale chosen; what the money would pay stands under the amount. */
export function allocation(form, field) {
  const account = form.field('account').chosen;
  const amount = form.field('amount');
  if (!field) {
    form.field('paidOn').fill(form.field('paidOn').value() || today());
  }
  if (field && field.name === 'account' && account) {
    form.field('item').fill(account.item);
    amount.fill(account.amount);
    form.field('payer').fill(account.payer);
  }
  const typed = parseMoney(form.valueOf('amount'));
  const item = form.valueOf('item');
  clearTimeout(asked);
  if (!account || typed == null || !item) {
    amount.note.replaceChildren();
    return;
  }
  const key = `${account.id}/proposal?item=${item}&amount=${typed}`;
  form.askedMoney = key;
  asked = setTimeout(async () => {
    try {
      const seen = await ask(`/api/money/accounts/${key}`);
      if (form.askedMoney === key) {
        amount.note.replaceChildren(...paid(seen));
      }
    } catch (no) {
      amount.hint(`核销预览失败：${no.message}`);
    }
  }, 300);
}

function paid(seen) {
  return [
    seen.parts.length
      ? el('table', { class: 'ac-light-plan' }, el('caption', {}, '将按到期先后核销'),
          el('thead', {}, el('tr', {}, ...['期款', '到期', '应付', '已付', '本次核销', '核销后未付'].map((title) => el('th', { scope: 'col' }, title)))),
          el('tbody', {}, ...seen.parts.map((part) => el('tr', {}, el('th', {}, `第${part.seq}期 ${part.kind}`), el('td', {}, part.dueOn), ...[part.amount, part.paid, part.pays, part.rest].map((sum) => el('td', { class: 'ac-money' }, sum))))))
      : el('div', {}, '没有可核销的期款。'),
    seen.unallocated ? el('div', { class: 'ac-light ac-light-amber' }, `多付 ${seen.unallocated} 元：不核销，留在账上可见，可登记退款`) : null,
    seen.secondPerson ? el('div', { class: 'ac-light ac-light-amber' }, '大额收款：登记后须由财务部另一人复核，复核之前不入账、不开收据') : null,
  ].filter(Boolean);
}
