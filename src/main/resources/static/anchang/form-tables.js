/* The fields that are more than one answer: the units on offer, the buyers, the payment plan, check lines, the writing guide. */
import { ask } from './form-http.js';
import { Field } from './form-fields.js';
import { cents, el, fromCents, grouped, idCardHolds, parseMoney } from './form-words.js';

const ID_TYPES = [
  ['ID_CARD', '居民身份证'],
  ['PASSPORT', '护照'],
  ['HK_MACAO_TW_PERMIT', '港澳台通行证'],
  ['BUSINESS_LICENCE', '营业执照'],
  ['OTHER', '其他证件'],
];

/** The units that are free at this moment, to be filtered, sorted and chosen with mouse or keyboard. */
class Units extends Field {
  control() {
    this.chosen = null;
    this.units = [];
    this.sort = { by: 'no', up: true };
    this.filters = { building: '', layout: '', minArea: '', maxArea: '', minPrice: '', maxPrice: '', floor: '' };
    const pick = (name, label) =>
      el('select', { class: 'ac-input', 'aria-label': label, onchange: (event) => this.filter(name, event.target.value) }, el('option', { value: '' }, label));
    const number = (name, label) =>
      el('input', { class: 'ac-input', type: 'text', inputmode: 'decimal', placeholder: label, 'aria-label': label, onchange: (event) => this.filter(name, event.target.value.replace(/[,，\s]/g, '')) });
    this.buildings = pick('building', '全部楼栋');
    this.layouts = pick('layout', '全部户型');
    this.count = el('span', { class: 'ac-count', 'aria-live': 'polite' });
    this.body = el('tbody', { role: 'radiogroup', 'aria-label': '可选房源' });
    this.head = el('tr');
    return el(
      'div',
      { class: 'ac-units' },
      el(
        'div',
        { class: 'ac-filters' },
        this.buildings,
        this.layouts,
        number('floor', '楼层'),
        number('minArea', '面积从'),
        number('maxArea', '面积到'),
        number('minPrice', '总价从'),
        number('maxPrice', '总价到'),
        el('button', { type: 'button', class: 'ac-chip-button', onclick: () => this.load() }, '刷新'),
        this.count
      ),
      el('div', { class: 'ac-scroll' }, el('table', { class: 'ac-table' }, el('thead', {}, this.head), this.body))
    );
  }

  filter(name, value) {
    this.filters[name] = value;
    this.load();
  }

  async load() {
    const query = Object.entries(this.filters)
      .filter(([, value]) => value !== '')
      .map(([name, value]) => `${name}=${encodeURIComponent(value)}`)
      .join('&');
    this.count.textContent = '正在查询…';
    try {
      const found = await ask(`/api/tasks/${this.form.taskId}/units${query ? '?' + query : ''}`);
      this.units = found.units;
      this.options(this.buildings, found.buildings, '全部楼栋', this.filters.building);
      this.options(this.layouts, found.layouts, '全部户型', this.filters.layout);
      this.count.textContent = `可选 ${this.units.length} 套`;
      this.rows();
    } catch (no) {
      this.units = [];
      this.rows();
      this.count.textContent = `查询失败：${no.message}`;
    }
    this.form.refresh();
  }

  options(select, names, all, current) {
    select.replaceChildren(el('option', { value: '' }, all), ...(names || []).map((name) => el('option', { value: name }, name)));
    select.value = current;
  }

  rows() {
    const columns = [['no', '房号'], ['building', '楼栋'], ['floor', '楼层'], ['layout', '户型'], ['area', '建筑面积（㎡）'], ['price', '总价（元）']];
    this.head.replaceChildren(
      el('th', { class: 'ac-pick' }, ''),
      ...columns.map(([by, title]) =>
        el(
          'th',
          { class: by === 'price' || by === 'area' || by === 'floor' ? 'ac-number' : '', 'aria-sort': this.sort.by === by ? (this.sort.up ? 'ascending' : 'descending') : 'none' },
          el('button', { type: 'button', tabindex: '-1', onclick: () => this.sortBy(by) }, title + (this.sort.by === by ? (this.sort.up ? ' ↑' : ' ↓') : ''))
        )
      )
    );
    const number = (text) => Number(String(text).replace(/[^\d.-]/g, ''));
    const sorted = [...this.units].sort((one, other) => {
      const { by, up } = this.sort;
      const order = ['price', 'area', 'floor'].includes(by) ? number(one[by]) - number(other[by]) : String(one[by]).localeCompare(String(other[by]), 'zh', { numeric: true });
      return up ? order : -order;
    });
    this.body.replaceChildren(
      ...sorted.map((unit) => {
        const radio = el('input', { type: 'radio', name: this.id, value: unit.id, 'aria-label': unit.no, onchange: () => this.choose(unit) });
        radio.checked = this.chosen === unit.id;
        return el(
          'tr',
          { class: radio.checked ? 'ac-chosen' : '', onclick: () => { radio.checked = true; radio.focus(); this.choose(unit); } },
          el('td', { class: 'ac-pick' }, radio),
          el('td', {}, unit.no),
          el('td', {}, unit.building),
          el('td', { class: 'ac-number' }, String(unit.floor)),
          el('td', {}, unit.layout),
          el('td', { class: 'ac-number' }, String(unit.area)),
          el('td', { class: 'ac-number' }, String(unit.price))
        );
      })
    );
    if (sorted.length === 0) {
      this.body.append(el('tr', {}, el('td', { colspan: '7', class: 'ac-empty' }, '没有符合条件的在售房源，请放宽条件')));
    }
  }

  sortBy(by) {
    this.sort = { by, up: this.sort.by === by ? !this.sort.up : true };
    this.rows();
  }

  choose(unit) {
    this.chosen = unit.id;
    this.touched = true;
    this.body.querySelectorAll('tr').forEach((row) => row.classList.toggle('ac-chosen', Boolean(row.querySelector('input:checked'))));
    this.changed();
  }

  value() {
    return this.units.some((unit) => unit.id === this.chosen) ? this.chosen : null;
  }

  draft() {
    return this.chosen;
  }

  fill(value) {
    this.chosen = value;
  }

  ready() {
    return this.load();
  }

  missing() {
    return this.chosen ? '所选房源已不在可选之列，请另选一套' : '请选择一套房源';
  }

  focus() {
    const first = this.body.querySelector('input:checked') || this.body.querySelector('input');
    (first || this.buildings).focus();
  }
}

/** A table of like rows; knows adding, removing and gathering, its kinds know the cells. */
class Rows extends Field {
  control() {
    this.lines = [];
    this.body = el('tbody');
    this.foot = el('div', { class: 'ac-foot' });
    return el(
      'div',
      {},
      el('div', { class: 'ac-scroll' }, el('table', { class: 'ac-table ac-entry' }, el('thead', {}, el('tr', {}, ...this.columns().map((title) => el('th', {}, title)))), this.body)),
      el('div', { class: 'ac-under' }, this.addTitle() ? el('button', { type: 'button', class: 'ac-chip-button', onclick: () => this.add() }, this.addTitle()) : null, this.foot)
    );
  }

  addTitle() {
    return null;
  }

  /** A no about one cell marks that cell only. */
  no(cell, sentence) {
    this.culprit = cell;
    return sentence;
  }

  problem() {
    this.culprit = null;
    return super.problem();
  }

  show(problem) {
    super.show(problem);
    const shown = Boolean(this.message.textContent);
    this.body.querySelectorAll('.ac-culprit').forEach((cell) => cell.classList.remove('ac-culprit'));
    if (shown && this.culprit) {
      this.culprit.classList.add('ac-culprit');
    }
  }

  cell(input, line, name) {
    input.classList.add('ac-input');
    line[name] = input;
    input.addEventListener('input', () => this.changed());
    input.addEventListener('blur', () => this.left());
    return el('td', {}, input);
  }

  select(choices, value, label) {
    const select = el('select', { 'aria-label': label }, ...choices.map(([code, name]) => el('option', { value: code }, name)));
    select.value = value || choices[0][0];
    return select;
  }

  removal(line) {
    return el('td', { class: 'ac-remove' }, el('button', {
      type: 'button', class: 'ac-chip-button', title: '删除此行', 'aria-label': '删除此行', tabindex: '-1',
      onclick: () => {
        this.lines = this.lines.filter((other) => other !== line);
        line.row.remove();
        this.removed();
        this.changed();
      },
    }, '✕'));
  }

  removed() {}

  fill(rows) {
    this.lines = [];
    this.body.replaceChildren();
    (rows || []).forEach((row) => this.line(row));
  }

  add() {
    this.line({});
    this.changed();
    const inputs = this.lines[this.lines.length - 1].row.querySelectorAll('input, select');
    inputs[0].focus();
  }

  text(value, label, more) {
    return el('input', { type: 'text', autocomplete: 'off', 'aria-label': label, ...more, value: value == null ? '' : value });
  }
}

/** Who buys, with papers and shares; the shares make one hundred. */
class Buyers extends Rows {
  columns() {
    return ['姓名', '证件类型', '证件号码', '电话（可不填）', '份额 %', ''];
  }

  addTitle() {
    return '＋ 增加共有人';
  }

  line(row) {
    const line = {};
    line.row = el(
      'tr',
      {},
      this.cell(this.text(row.name, '姓名', { maxlength: 60 }), line, 'name'),
      this.cell(this.select(ID_TYPES, row.idType, '证件类型'), line, 'idType'),
      this.cell(this.text(row.idNo, '证件号码', { maxlength: 30 }), line, 'idNo'),
      this.cell(this.text(row.phone, '电话', { type: 'tel', maxlength: 30 }), line, 'phone'),
      this.cell(this.text(row.sharePercent, '份额', { inputmode: 'numeric', maxlength: 3 }), line, 'sharePercent'),
      this.lines.length ? this.removal(line) : el('td')
    );
    line.row.children[2].classList.add('ac-wide');
    line.row.children[4].classList.add('ac-narrow');
    this.lines.push(line);
    this.body.append(line.row);
  }

  add() {
    super.add();
    this.divide();
  }

  removed() {
    this.divide();
  }

  divide() {
    const even = Math.floor(100 / this.lines.length);
    this.lines.forEach((line, index) => {
      line.sharePercent.value = index === 0 ? 100 - even * (this.lines.length - 1) : even;
    });
    this.changed();
  }

  value() {
    return this.lines.map((line) => ({
      name: line.name.value.trim(),
      idType: line.idType.value,
      idNo: line.idNo.value.trim().toUpperCase(),
      phone: line.phone.value.trim() || null,
      sharePercent: /^\d{1,3}$/.test(line.sharePercent.value.trim()) ? Number(line.sharePercent.value) : null,
    }));
  }

  fault() {
    const buyers = this.value();
    const shares = buyers.reduce((sum, buyer) => sum + (buyer.sharePercent || 0), 0);
    this.foot.textContent = `份额合计 ${shares}%`;
    for (const [index, buyer] of buyers.entries()) {
      const cells = this.lines[index];
      const who = `第 ${index + 1} 位买受人`;
      if (!buyer.name) {
        return this.no(cells.name, `请填写${who}的姓名`);
      }
      if (!buyer.idNo) {
        return this.no(cells.idNo, `请填写${who}的证件号码`);
      }
      if (buyer.idType === 'ID_CARD' && !idCardHolds(buyer.idNo)) {
        return this.no(cells.idNo, `${who}的身份证号应为 18 位且末位校验正确，请核对`);
      }
      if (buyers.some((other, before) => before < index && other.idNo === buyer.idNo)) {
        return this.no(cells.idNo, `${who}的证件号码与前面的买受人相同`);
      }
      if (!buyer.sharePercent) {
        return this.no(cells.sharePercent, `请填写${who}的份额（整数）`);
      }
    }
    return shares === 100 ? null : `份额合计应为 100%，现为 ${shares}%`;
  }
}

/** What is counted from an event whose day is not known yet. */
const EVENTS = { SIGNING: '签约', HANDOVER: '交房' };
/** Lines whose amounts stand elsewhere: the deposit was paid, a loan has a field of its own. */
const GIVEN_ELSEWHERE = ['DEPOSIT', 'MORTGAGE', 'FUND'];
const BY_SIGNING = ['DEPOSIT', 'FIRST', 'FULL'];
const LOANS = ['commercialLoan', 'fundLoan'];

/**
 * When which part of the price is due; the lines make the price, to the cent. Terms (the field paymentMethod) and loans draw the plan
 * anew by the rules of the day, on the server; after that people may change it.
 */
class Plan extends Rows {
  columns() {
    return ['期', '款项', '金额（元）', '到期日', ''];
  }

  addTitle() {
    return '＋ 增加一期';
  }

  /** A plan approved with a special price stays as it was approved. */
  get bound() {
    return Boolean(this.form.prefill.approvedPrice);
  }

  kinds(wanted) {
    const kinds = (this.form.prefill.planKinds || {})[this.form.valueOf('paymentMethod')] || [];
    return kinds.filter(({ code }) => wanted(code)).map(({ code, name }) => [code, name]);
  }

  line(row) {
    const line = { rule: row.rule || null };
    const fixed = this.bound || GIVEN_ELSEWHERE.includes(row.kind);
    const kind = this.select(this.kinds((code) => (fixed ? code === row.kind : !GIVEN_ELSEWHERE.includes(code))), row.kind, '款项');
    const amount = this.text(row.amount ? grouped(row.amount) : '', '金额', { inputmode: 'decimal', maxlength: 20, class: 'ac-money-input' });
    amount.addEventListener('blur', () => {
      const plain = parseMoney(amount.value);
      amount.value = plain == null ? amount.value : grouped(plain);
    });
    amount.readOnly = fixed;
    const dueOn = el('input', { type: 'date', 'aria-label': '到期日', value: row.dueOn || '' });
    const counted = el('div', { class: 'ac-hint' }, this.words(line.rule));
    dueOn.addEventListener('input', () => {
      line.rule = null;
      counted.textContent = '';
    });
    dueOn.readOnly = this.bound && Boolean(line.rule);
    line.row = el(
      'tr',
      {},
      el('td', { class: 'ac-seq' }, String(this.lines.length + 1)),
      this.cell(kind, line, 'kind'),
      this.cell(amount, line, 'amount'),
      this.cell(dueOn, line, 'dueOn'),
      fixed ? el('td') : this.removal(line)
    );
    line.row.children[3].append(counted);
    this.lines.push(line);
    this.body.append(line.row);
  }

  words(rule) {
    return rule ? `${EVENTS[rule.event]}${rule.days ? `后 ${rule.days} 天` : '之日'}（日期暂定，签约时确定）` : '';
  }

  removed() {
    this.lines.forEach((line, index) => {
      line.row.children[0].textContent = String(index + 1);
    });
  }

  /** A new line proposes what is missing to the price. */
  add() {
    const rest = cents(this.form.prefill.price) - this.sum();
    const offered = this.kinds((code) => !GIVEN_ELSEWHERE.includes(code)).map(([code]) => code);
    const opened = this.lines.some((line) => ['FIRST', 'FULL'].includes(line.kind.value));
    const proposed = opened ? ['INSTALMENT', 'BALANCE', 'ADJUSTMENT'] : ['FULL', 'FIRST'];
    this.line({ kind: proposed.find((code) => offered.includes(code)), amount: rest > 0 ? fromCents(rest) : '' });
    this.changed();
    this.lines[this.lines.length - 1].amount.focus();
  }

  fill(rows) {
    super.fill(rows);
    const add = this.root.querySelector('.ac-under .ac-chip-button');
    if (add) {
      add.hidden = this.bound;
    }
    LOANS.map((name) => this.form.field(name)).filter(Boolean).forEach((field) => {
      field.input.readOnly = this.bound;
    });
  }

  /** Another field was answered: the plan follows terms at once, and loans when their amount has been typed. */
  follow(field) {
    if (field.name !== 'paymentMethod' && !LOANS.includes(field.name)) {
      return;
    }
    clearTimeout(this.typing);
    if (field.name === 'paymentMethod') {
      LOANS.forEach((name) => this.form.field(name).fill(null));
      this.followed = null;
      this.redraw();
    } else {
      this.followed = field;
      // An amount that is still being typed is waited for, not proposed over.
      this.waiting = parseMoney(field.value()) != null;
      if (this.waiting) {
        this.typing = setTimeout(() => this.redraw(), 400);
      }
    }
  }

  /** A draft brings its own lines back; by which rules they were drawn is asked again. */
  async ready() {
    if (this.form.valueOf('paymentMethod') !== this.form.prefill.paymentMethod) {
      await this.redraw(true);
    }
  }

  async redraw(keepLines) {
    const loans = LOANS.map((name) => this.form.field(name)).filter((field) => field.visible && parseMoney(field.value()) != null);
    const query = new URLSearchParams({ terms: this.form.valueOf('paymentMethod') });
    loans.forEach((field) => query.set(field.name, parseMoney(field.value())));
    const asked = (this.asked = (this.asked || 0) + 1);
    this.waiting = true;
    this.form.refresh();
    try {
      const drawn = await ask(`/api/tasks/${this.form.taskId}/plan?${query}`);
      if (asked !== this.asked) {
        return;
      }
      this.trouble = null;
      this.floor = drawn.floor;
      this.hint(drawn.basis);
      if (!keepLines) {
        this.fill(drawn.lines);
        LOANS.map((name) => this.form.field(name))
          .filter((field) => cents(field.value()) !== cents(drawn[field.name]))
          .forEach((field) => field.fill(drawn[field.name]));
      }
    } catch (no) {
      if (asked !== this.asked) {
        return;
      }
      this.trouble = no.message;
      (this.followed || this).touched = true;
    }
    this.waiting = false;
    this.form.keepDraft();
    this.form.refresh();
  }

  /** A loan that the rules refuse is said beside the loan. */
  objectionTo(field) {
    return this.trouble && field === this.followed ? this.trouble : null;
  }

  sum(kinds) {
    return this.lines.filter((line) => !kinds || kinds.includes(line.kind.value)).reduce((total, line) => total + cents(line.amount.value), 0);
  }

  value() {
    return this.lines.map((line) => ({ kind: line.kind.value, amount: parseMoney(line.amount.value), dueOn: line.dueOn.value || null, rule: line.rule }));
  }

  fault() {
    const price = cents(this.form.prefill.price);
    const difference = this.sum() - price;
    const floor = cents(this.floor === undefined ? this.form.prefill.floor : this.floor);
    const early = this.sum(BY_SIGNING);
    const missing = difference === 0 ? '✓ 相符' : `${difference > 0 ? '多' : '少'} ${grouped(fromCents(Math.abs(difference)))} 元`;
    this.foot.textContent = `${floor ? `签约前应付 ${grouped(fromCents(early))} 元 ／ ` : ''}合计 ${grouped(fromCents(this.sum()))} 元 ／ 总价 ${grouped(fromCents(price))} 元　${missing}`;
    this.foot.classList.toggle('ac-bad', difference !== 0);
    if (this.waiting) {
      return '正在按规则生成付款计划';
    }
    if (this.trouble && !this.followed) {
      return this.trouble;
    }
    const lines = this.value();
    for (const [index, line] of lines.entries()) {
      const cells = this.lines[index];
      if (line.amount == null || cents(line.amount) === 0) {
        return this.no(cells.amount, `请填写第 ${index + 1} 期的金额`);
      }
      if (!line.dueOn) {
        return this.no(cells.dueOn, `请填写第 ${index + 1} 期的到期日`);
      }
      if (index > 0 && line.dueOn < lines[index - 1].dueOn) {
        return this.no(cells.dueOn, `第 ${index + 1} 期不能早于前一期到期`);
      }
    }
    if (!lines.some((line) => line.kind === 'FIRST' || line.kind === 'FULL')) {
      return '付款计划中应有一期首付或全款';
    }
    if (difference !== 0) {
      return `各期合计比总价${difference > 0 ? '多' : '少'} ${grouped(fromCents(Math.abs(difference)))} 元`;
    }
    return early < floor ? `签约前应付合计 ${grouped(fromCents(early))} 元，低于首付下限 ${grouped(fromCents(floor))} 元` : null;
  }
}

/** Lines to be ticked one by one; which, the card says. */
class Checks extends Rows {
  columns() {
    return this.noted ? ['', '检查内容', '备注'] : ['', '资料'];
  }

  get noted() {
    return 'noted' in this.root.dataset;
  }

  line(row) {
    const line = { code: row.code, title: row.title, hint: row.hint };
    const id = `${this.id}-${row.code}`;
    line.ticked = el('input', { type: 'checkbox', id, onchange: () => { this.touched = true; this.changed(); } });
    line.ticked.checked = row.ticked === true;
    line.row = el(
      'tr',
      {},
      el('td', { class: 'ac-pick' }, line.ticked),
      el('td', {}, el('label', { for: id }, row.title, row.hint ? el('small', {}, row.hint) : null)),
      this.noted ? this.cell(this.text(row.note, `${row.title}：备注`, { maxlength: 200, placeholder: '备注（可不填）' }), line, 'note') : null
    );
    this.lines.push(line);
    this.body.append(line.row);
  }

  value() {
    return this.lines.map((line) => {
      const answer = { code: line.code, ticked: line.ticked.checked };
      return this.noted ? { ...answer, note: line.note.value.trim() || null } : answer;
    });
  }

  draft() {
    return this.value();
  }

  /** A draft knows codes and answers; the titles come from the card. */
  restore(draft) {
    this.lines.forEach((line) => {
      const kept = draft.find((other) => other.code === line.code);
      if (kept) {
        line.ticked.checked = kept.ticked;
        if (line.note) {
          line.note.value = kept.note || '';
        }
      }
    });
  }

  fault() {
    const open = this.lines.filter((line) => !line.ticked.checked);
    this.foot.textContent = `已核对 ${this.lines.length - open.length} / ${this.lines.length}`;
    this.foot.classList.toggle('ac-open', open.length > 0);
    return open.length ? `还有 ${open.length} 项未勾选：${open.slice(0, 3).map((line) => line.title).join('、')}${open.length > 3 ? '…' : ''}` : null;
  }

  missing() {
    return '清单未能读取，请重新打开此任务';
  }
}

/** A text written along a guide: one heading with its advice, one box, each needed. */
class Guide extends Field {
  control() {
    this.parts = [];
    this.box = el('div', { class: 'ac-guide' });
    return this.box;
  }

  fill(guide) {
    this.parts = (guide || []).map((part) => {
      const id = `${this.id}-${part.code}`;
      const text = el('textarea', { id, class: 'ac-input', rows: 3, maxlength: 2000, oninput: () => this.changed(), onblur: () => this.left() });
      text.value = part.text || '';
      return { ...part, input: text, root: el('div', { class: 'ac-guide-part' }, el('label', { for: id, class: 'ac-label' }, part.title, el('span', { class: 'ac-need' }, '*')), part.hint ? el('div', { class: 'ac-hint' }, part.hint) : null, text) };
    });
    this.box.replaceChildren(...this.parts.map((part) => part.root));
  }

  value() {
    return this.parts.map((part) => ({ code: part.code, text: part.input.value.trim() }));
  }

  restore(draft) {
    this.parts.forEach((part) => {
      const kept = draft.find((other) => other.code === part.code);
      if (kept) {
        part.input.value = kept.text || '';
      }
    });
  }

  fault() {
    const open = this.parts.filter((part) => !part.input.value.trim());
    return open.length ? `请写完：${open.map((part) => part.title).join('、')}` : null;
  }

  missing() {
    return '写作提纲未能读取，请重新打开此任务';
  }
}

export const TABLES = { units: Units, buyers: Buyers, plan: Plan, checks: Checks, guide: Guide };
