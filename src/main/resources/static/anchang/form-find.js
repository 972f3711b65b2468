/*
 * One of very many: typed words are looked up on the server, and one of what is found is chosen.
 *
 *   <div data-field="caseId" data-kind="find" data-label="销售案" data-url="/api/sales" data-need></div>
 *
 * GET <url>?q=<typed> answers [{id, name, note?}, …]; the field's value is the chosen id. data-with="caseId=case" sends the
 * answer to another field along as the parameter `case`. The prefill's <field>Name names what is chosen already.
 */
import { Field } from './form-fields.js';
import { ask } from './form-http.js';
import { el } from './form-words.js';

class Find extends Field {
  control() {
    this.chosen = null;
    this.input = el('input', {
      type: 'text', id: this.id, class: 'ac-input', autocomplete: 'off', spellcheck: 'false', role: 'combobox',
      'aria-expanded': 'false', placeholder: this.root.dataset.example, 'aria-describedby': this.id + '-message',
      oninput: () => this.typed(),
      onfocus: () => this.look(),
      onkeydown: (event) => this.key(event),
    });
    this.list = el('div', { class: 'ac-found', role: 'listbox' });
    this.picked = el('div', { class: 'ac-picked', 'aria-live': 'polite' });
    return el('div', { class: 'ac-find' }, this.input, this.list, this.picked);
  }

  typed() {
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => this.look(), 250);
  }

  async look() {
    const { url, with: along } = this.root.dataset;
    const query = new URLSearchParams({ q: this.input.value.trim() });
    if (along) {
      const [field, name] = along.split('=');
      if (!this.form.valueOf(field)) {
        return;
      }
      query.set(name, this.form.valueOf(field));
    }
    const asked = (this.asked = (this.asked || 0) + 1);
    try {
      const found = await ask(`${url}?${query}`);
      if (asked === this.asked) {
        this.offer(found);
      }
    } catch (no) {
      this.list.replaceChildren(el('div', { class: 'ac-soft' }, `查询失败：${no.message}`));
    }
  }

  offer(found) {
    this.input.setAttribute('aria-expanded', String(found.length > 0));
    this.list.replaceChildren(
      ...(found.length
        ? found.map((one) => el('button', { type: 'button', class: 'ac-found-one', role: 'option', onclick: () => this.choose(one) }, el('span', {}, one.name), one.note ? el('span', { class: 'ac-soft' }, one.note) : null))
        : [el('div', { class: 'ac-soft' }, '没有找到，请换个词再找')])
    );
  }

  key(event) {
    const options = [...this.list.querySelectorAll('.ac-found-one')];
    if (event.key === 'ArrowDown' && options.length) {
      event.preventDefault();
      options[0].focus();
    } else if (event.key === 'Enter' && options.length === 1 && !(event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      event.stopPropagation();
      options[0].click();
    }
  }

  /** What is still being looked up is not wanted any more. */
  choose({ id, name }) {
    clearTimeout(this.waiting);
    this.asked = (this.asked || 0) + 1;
    this.picks(id, name);
    this.touched = true;
    this.changed();
  }

  picks(id, name) {
    this.chosen = id;
    this.chosenName = name;
    this.input.value = '';
    this.list.replaceChildren();
    this.input.setAttribute('aria-expanded', 'false');
    this.picked.replaceChildren(...(id ? ['✓ ', el('b', {}, name || '')] : []));
  }

  value() {
    return this.chosen;
  }

  fill(value) {
    if (value && typeof value === 'object') {
      this.picks(value.id, value.name);
    } else {
      this.picks(value || null, this.form.prefill[`${this.name}Name`] || this.form.prefill[this.name.replace(/Id$/, 'Name')] || (value ? '已选' : ''));
    }
  }

  draft() {
    return this.chosen ? { id: this.chosen, name: this.chosenName } : null;
  }

  missing() {
    return `请选择${this.label}`;
  }
}

export const FIND = { find: Find };
