/*
 * A list of like things on a form: activities, suppliers, proposals. The form file says what a line consists of:
 *
 *   <div data-field="activities" data-kind="rows" data-label="活动安排" data-add="增加活动" data-line="活动" data-need>
 *     <span data-col="title" data-label="活动" data-need data-max="60" data-wide="2"></span>
 *     <span data-col="startsOn" data-kind="day" data-label="开始日期" data-need></span>
 *     <span data-col="endsOn" data-kind="day" data-label="结束日期" data-not-before="startsOn"></span>
 *     <span data-col="cost" data-kind="money" data-label="费用" data-zero data-total="费用合计" data-total-against="budget" data-total-says="预算"></span>
 *     <span data-col="owner" data-kind="choice" data-label="负责人" data-choices-from="owners" data-need></span>
 *     <span data-col="note" data-kind="area" data-label="说明"></span>
 *     <span data-col="proposalKey" data-kind="hidden"></span>
 *   </div>
 *
 * and is handed a list of objects, one a line, each with its columns and a hidden `key`: the one the card's prefill gave
 * to the line, or a new one, kept as long as the line lives. What is left blank is not handed over; a line that is
 * blank altogether is not a line.
 *
 * Of the field (data-…):
 *   label, short   as everywhere; need: at least one line        add     the button's words; without it nothing can be added
 *   from           the prefill's name, when it is not the field's    line    what one line is called: "活动" gives 活动 1; default 第 1 项
 *   fixed          lines come from the prefill; none is added or removed, a draft is put back by key
 *   most           at most so many lines (50)                    layout  "cards" or "table"; by default what the columns call for
 * Of a column (data-…): every kind of form-fields.js with its attributes, default text:
 *   text · area · whole · money · day · chips · yesno · choice (choices="A=甲 B=乙" or choices-from="prefill name") · check (says)
 *   hidden         goes along unseen, from the prefill           shown   text to read, never handed over; as the first column it names the line
 *   wide           1 to 4 of four columns of the line's card; default: text 2, area 4, all others 1
 *   total          says the column's sum (money or whole) under the lines; total-against names a field or prefill value
 *                  it is held against, total-says that value's name; a sum above it is said in red, and not refused;
 *                  total-with="suppliers.fee" adds another list's column to what is held against it
 *   not-before     the column whose day this day must not precede
 */
import { Field, KINDS } from './form-fields.js';
import { cents, el, fromCents, grouped } from './form-words.js';

const WIDE = { text: 2, area: 4, chips: 2 };

/** Names a line for as long as it lives, so that versions of it can be held against each other. */
function freshKey() {
  return 'r' + [...crypto.getRandomValues(new Uint8Array(6))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

class Lines extends Field {
  constructor(root, form) {
    super(root, form);
    this.columns = [...root.querySelectorAll(':scope > [data-col]')].map((column) => ({ kind: 'text', ...column.dataset }));
    this.fixed = 'fixed' in root.dataset;
    const wide = this.columns.filter(({ kind }) => kind !== 'hidden').map((column) => Number(column.wide || WIDE[column.kind] || 1));
    this.tabular = (root.dataset.layout || (wide.reduce((sum, one) => sum + one, 0) <= 5 && !this.columns.some(({ kind }) => kind === 'area') ? 'table' : 'cards')) === 'table';
    this.lines = [];
    this.found = new Map();
  }

  labelElement() {
    return this.label ? el('div', { class: 'ac-label' }, this.label, this.need ? el('span', { class: 'ac-need', title: '必填' }, '*') : null) : null;
  }

  control() {
    this.place = this.tabular ? el('tbody') : el('div', { class: 'ac-lines-cards' });
    this.foot = el('div', { class: 'ac-totals', 'aria-live': 'polite' });
    this.undo = el('div', { class: 'ac-undo', role: 'status' });
    this.adding = !this.fixed && this.root.dataset.add ? el('button', { type: 'button', class: 'ac-chip-button', onclick: () => this.add() }, '＋ ' + this.root.dataset.add) : null;
    const titles = () =>
      this.columns.filter(({ kind }) => kind !== 'hidden').map((column) =>
        el('th', { class: column.kind === 'money' || column.kind === 'whole' ? 'ac-number' : null }, column.label || '', column.kind === 'money' ? '（元）' : null, 'need' in column ? el('span', { class: 'ac-need' }, '*') : null)
      );
    return el(
      'div',
      { class: 'ac-lines', role: 'group', 'aria-label': this.label },
      this.tabular ? el('div', { class: 'ac-scroll' }, el('table', { class: 'ac-table ac-lines-table' }, el('thead', {}, el('tr', {}, ...titles(), this.fixed ? null : el('th'))), this.place)) : this.place,
      el('div', { class: 'ac-under' }, this.adding, this.undo, this.foot)
    );
  }

  /** Comes once the prefill is known. A list that is needed begins with a line to write on. */
  limits() {
    this.fill([]);
  }

  fill(rows) {
    this.lines = [];
    this.place.replaceChildren();
    this.undo.replaceChildren();
    (rows || []).forEach((row) => this.line(row));
    if (this.need && !this.fixed && this.lines.length === 0) {
      this.line({});
    }
    this.number();
  }

  /** A draft of fixed lines knows keys and answers; what is there to be read comes from the card. */
  restore(rows) {
    if (!this.fixed) {
      this.fill(rows);
      return;
    }
    rows.forEach((row) => {
      const line = this.lines.find((other) => other.key === row.key);
      if (line) {
        line.cells.filter((cell) => row[cell.name] !== undefined).forEach((cell) => (cell.restore || cell.fill).call(cell, row[cell.name]));
      }
    });
  }

  line(row, before = null) {
    const line = { key: row.key || freshKey() };
    line.cells = this.columns.map((column) => this.cell(column, row[column.col]));
    line.title = el('span', { class: 'ac-line-title' });
    const seen = line.cells.filter((cell) => !cell.root.hidden);
    const remove = this.fixed ? null : el('button', { type: 'button', class: 'ac-line-remove', onclick: () => this.remove(line) }, '✕');
    line.remove = remove;
    if (this.tabular) {
      line.root = el('tr', {}, ...seen.map((cell) => el('td', { class: `ac-cell-${cell.column.kind}` }, cell.root)), remove ? el('td', { class: 'ac-remove' }, remove) : null);
    } else {
      const named = seen.length && seen[0].column.kind === 'shown' ? seen[0] : null;
      line.named = named;
      line.root = el(
        'div',
        { class: 'ac-line', role: 'group' },
        el('div', { class: 'ac-line-head' }, line.title),
        el('div', { class: 'ac-line-grid' }, ...seen.filter((cell) => cell !== named).map((cell) => cell.root)),
        remove
      );
    }
    const at = before ? this.lines.indexOf(before) : this.lines.length;
    this.place.insertBefore(line.root, before ? before.root : null);
    this.lines.splice(at, 0, line);
    return line;
  }

  /** A column's field in one line: the same kinds that stand on the form by themselves. */
  cell(column, value) {
    const root = el('div', { 'data-wide': column.wide || WIDE[column.kind] || 1 });
    Object.assign(root.dataset, column);
    const cell = new KINDS[column.kind](root, {
      prefill: this.form.prefill,
      taskId: this.form.taskId,
      valueOf: (name) => this.form.valueOf(name),
      changed: () => this.changed(),
      refresh: () => this.form.refresh(),
    });
    cell.column = column;
    cell.draw();
    if (column.kind === 'money' && root.querySelector('.ac-label')) {
      root.querySelector('.ac-label').firstChild.after(el('span', { class: 'ac-unit' }, '（元）'));
    }
    if (column.choicesFrom) {
      cell.choices(this.form.prefill[column.choicesFrom] || []);
    }
    if (cell.limits) {
      cell.limits();
    }
    if (value !== undefined && value !== null) {
      cell.fill(value);
    } else if (column.value !== undefined) {
      cell.fill(column.value);
    }
    return cell;
  }

  nameOf(index) {
    const { line } = this.root.dataset;
    return line ? `${line} ${index + 1}` : `第 ${index + 1} 项`;
  }

  /** Says each line's place, and whether one more may be added. */
  number() {
    this.lines.forEach((line, index) => {
      const name = this.nameOf(index);
      line.title.replaceChildren(...(line.named ? [el('span', { class: 'ac-soft' }, `${index + 1}　`), line.named.text.textContent] : [name]));
      line.root.setAttribute('aria-label', name);
      if (line.remove) {
        line.remove.title = `删除${name}`;
        line.remove.setAttribute('aria-label', `删除${name}`);
      }
    });
    if (this.adding) {
      this.adding.disabled = this.lines.length >= Number(this.root.dataset.most || 50);
    }
    // Nothing was given and nothing can be added: there is nothing to ask. What is needed and missing is said.
    this.root.hidden = this.fixed && !this.need && this.lines.length === 0;
  }

  add() {
    const line = this.line({});
    this.undo.replaceChildren();
    this.number();
    this.changed();
    const first = line.cells.find((cell) => !cell.root.hidden && cell.column.kind !== 'shown');
    if (first) {
      first.focus();
    }
  }

  /** A line taken away by mistake can be taken back until the next one is added or taken away. */
  remove(line) {
    const at = this.lines.indexOf(line);
    const name = this.nameOf(at);
    const following = this.lines[at + 1] || null;
    const blank = this.blank(line);
    this.lines.splice(at, 1);
    line.root.remove();
    this.number();
    this.undo.replaceChildren(
      ...(blank ? [] : [`已删除${name}。`, el('button', {
        type: 'button', class: 'ac-link',
        onclick: () => {
          this.place.insertBefore(line.root, following && this.lines.includes(following) ? following.root : null);
          this.lines.splice(following && this.lines.includes(following) ? this.lines.indexOf(following) : this.lines.length, 0, line);
          this.undo.replaceChildren();
          this.number();
          this.changed();
        },
      }, '撤销')])
    );
    this.changed();
    const next = this.lines[at] || this.lines[at - 1];
    if (next) {
      next.remove.focus();
    } else if (this.adding) {
      this.adding.focus();
    }
  }

  blank(line) {
    return line.cells.every((cell) => {
      const { kind } = cell.column;
      return kind === 'shown' || kind === 'hidden' || cell.empty() || (cell.column.value !== undefined && String(cell.value()) === cell.column.value);
    });
  }

  /** Lines somebody wrote on; fixed ones count all. */
  written() {
    return this.fixed ? this.lines : this.lines.filter((line) => !this.blank(line));
  }

  value() {
    return this.written().map((line) => ({
      key: line.key,
      ...Object.fromEntries(line.cells.map((cell) => [cell.name, cell.value()]).filter(([, value]) => value !== null && value !== '')),
    }));
  }

  draft() {
    return this.lines.map((line) => ({
      key: line.key,
      ...Object.fromEntries(line.cells.map((cell) => [cell.name, 'given' in cell ? cell.given : cell.value()])),
    }));
  }

  problem() {
    this.totals();
    this.found = new Map();
    this.culprit = null;
    const written = this.written();
    if (this.need && written.length === 0) {
      return this.missing();
    }
    let first = null;
    written.forEach((line) =>
      line.cells.forEach((cell) => {
        const problem = cell.problem() || this.tooEarly(line, cell);
        if (problem) {
          this.found.set(cell, problem);
          this.culprit = this.culprit || cell;
          first = first || `${this.nameOf(this.lines.indexOf(line))}：${problem}`;
        }
      })
    );
    return first;
  }

  unreadable() {
    for (const line of this.written()) {
      const cell = line.cells.find((one) => one.unreadable());
      if (cell) {
        return `${this.nameOf(this.lines.indexOf(line))}的${cell.label}：${cell.unreadable()}`;
      }
    }
    return null;
  }

  tooEarly(line, cell) {
    const { notBefore } = cell.column;
    const from = notBefore && line.cells.find((other) => other.name === notBefore);
    return from && from.value() && cell.value() && cell.value() < from.value() ? `不能早于${from.label}` : null;
  }

  missing() {
    return this.fixed ? '内容未能读取，请重新打开此任务' : `请至少填写一项${this.label || this.root.dataset.short || ''}`;
  }

  totals() {
    const summed = this.columns.filter((column) => 'total' in column);
    this.foot.replaceChildren(
      ...summed.map((column) => {
        const money = column.kind !== 'whole';
        const cells = this.lines.map((line) => line.cells.find((cell) => cell.name === column.col));
        const read = (value) => (value == null || value === '' ? 0 : money ? cents(value) : Number(value) || 0);
        const say = (count) => (money ? `${grouped(fromCents(count))} 元` : String(count));
        const sum = cells.reduce((total, cell) => total + read(cell.column.kind === 'shown' ? cell.given : cell.value()), 0);
        const { totalAgainst, totalWith } = column;
        const [list, other] = (totalWith || '').split('.');
        const besides = totalWith ? (this.form.valueOf(list) || []).reduce((total, line) => total + read(line[other]), 0) : 0;
        const against = totalAgainst ? (this.form.field(totalAgainst) ? this.form.valueOf(totalAgainst) : this.form.prefill[totalAgainst]) : null;
        const over = against != null && against !== '' ? sum + besides - read(against) : null;
        return el(
          'span',
          { class: over > 0 ? 'ac-total ac-bad' : 'ac-total' },
          column.total || `${column.label}合计`, ' ', el('b', {}, say(sum)),
          besides > 0 ? `，连同${this.form.field(list).label}共 ${say(sum + besides)}` : null,
          over === null ? null : `，${column.totalSays || '限额'} ${say(read(against))}，`,
          over === null ? null : over > 0 ? el('b', {}, `超出 ${say(over)}`) : `还余 ${say(-over)}`
        );
      })
    );
  }

  /** A no stands under the cell it is about; only what is about the whole list stands under the list. */
  show(problem) {
    this.lines.forEach((line) =>
      line.cells.forEach((cell) => {
        cell.touched = cell.touched || this.touched;
        cell.show(this.found.get(cell) || null);
      })
    );
    const shown = this.touched && problem && !this.culprit ? problem : '';
    if (this.message.textContent !== shown) {
      this.message.textContent = shown;
    }
  }

  focus() {
    const answer = (line) => line && line.cells.find((cell) => !cell.root.hidden && cell.column.kind !== 'shown');
    const cell = (this.found.size ? this.culprit : null) || answer(this.lines[0]);
    if (cell) {
      cell.focus();
    } else if (this.adding) {
      this.adding.focus();
    }
  }
}

export const ROWS = { rows: Lines };
