/*
 * The field that finds a sale's account: data-kind="account". What is typed is looked up as customer, unit, case or contract number;
 * the value is the account chosen among what was found.
 */
import { Field } from './form-fields.js';
import { ask } from './form-http.js';
import { el } from './form-words.js';

class Account extends Field {
  control() {
    this.input = el('input', { id: this.id, type: 'search', class: 'ac-input', maxlength: '60', placeholder: '如 王小明、1-1102、HT-2026-000001' });
    this.input.addEventListener('input', () => this.typed());
    this.input.addEventListener('blur', () => this.left());
    this.results = el('div', { class: 'ac-accounts', role: 'radiogroup', 'aria-label': '查找结果', 'aria-live': 'polite' });
    this.chosen = null;
    return el('div', {}, this.input, this.results);
  }

  typed() {
    clearTimeout(this.asking);
    this.asking = setTimeout(() => this.find(this.input.value.trim()), 300);
  }

  async find(text) {
    if (text === '') {
      this.results.replaceChildren();
      return;
    }
    try {
      const found = await ask(`/api/money/accounts?q=${encodeURIComponent(text)}`);
      if (this.input.value.trim() === text) {
        this.offer(found, text);
      }
    } catch (no) {
      this.results.replaceChildren(el('div', { class: 'ac-soft' }, `查找失败：${no.message}`));
    }
  }

  offer(found, text) {
    this.results.replaceChildren(
      ...(found.length ? found.map((one) => this.row(one)) : [el('div', { class: 'ac-soft' }, `没有找到“${text}”的账户；收取定金之后才有账户。`)])
    );
    if (found.length === 1 && !found[0].objection) {
      this.choose(found[0]);
    }
  }

  row(one) {
    const radio = el('input', { type: 'radio', name: this.id, value: one.id });
    radio.disabled = Boolean(one.objection);
    radio.checked = Boolean(this.chosen && this.chosen.id === one.id);
    radio.addEventListener('change', () => this.choose(one));
    return el('label', { class: 'ac-account' }, radio, el('b', {}, one.unit), ` ${one.customer}　`, el('span', { class: 'ac-soft' }, `${one.caseNo}　总价 ${one.price}　未收 ${one.open}`),
      el('small', {}, one.objection || one.next || '没有未付的期款'));
  }

  choose(one) {
    this.chosen = one;
    this.results.querySelectorAll('input').forEach((radio) => { radio.checked = radio.value === one.id; });
    this.touched = true;
    this.changed();
  }

  value() {
    return this.chosen ? this.chosen.id : null;
  }

  draft() {
    return this.chosen;
  }

  fill(value) {
    this.chosen = null;
    this.input.value = '';
    this.results.replaceChildren();
    if (value && value.id) {
      this.input.value = value.unit;
      this.chosen = value;
      this.results.replaceChildren(this.row(value));
    }
  }

  missing() {
    return '请查找并选定销售案';
  }
}

export const ACCOUNTS = { account: Account };
