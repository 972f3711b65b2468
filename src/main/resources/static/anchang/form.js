/*
 * One life for all forms in Tasklist. A form file is declarative HTML and one line of script:
 *
 *   anchang.form(camForm, $scope)
 *
 * This script draws the fields, fetches the context card, keeps a draft, says what is missing beside each field, keeps
 * the Complete button off until nothing is, and hands the content over as one transient Json variable `form`: what people
 * type is the desk's to keep, not the engine's. The desk decides; its no is shown and nothing typed is lost.
 *
 * Of the form element: data-title and data-lead say what it is; data-card="document" asks for the card of a controlled
 * document instead of a sale's (form-document.js); data-save gives the button 暂存, which puts what is there by on the
 * server (PUT /api/tasks/{taskId}/draft), finished or not; data-open shows the document's content unfolded, to be written about.
 * data-quick="decision=AGREE" data-quick-says="同意并完成" gives a button that claims, answers so and completes in one.
 * Of any part: data-when="field=A|B" shows it for these answers only; of a field: data-need-when="field=A|B" needs it then.
 * The kinds of fields: form-fields.js, form-tables.js, form-rows.js (lists), form-files.js (attachments),
 * form-find.js (one of very many, looked up on the server), form-accounts.js (a sale's account).
 */
import { ACCOUNTS } from './form-accounts.js';
import { cardOf } from './form-card.js';
import { changes } from './form-changes.js';
import { documentCard } from './form-document.js';
import { KINDS } from './form-fields.js';
import { FILES } from './form-files.js';
import { FIND } from './form-find.js';
import * as helps from './form-helps.js';
import { ask, sentenceFor } from './form-http.js';
import { ROWS } from './form-rows.js';
import { TABLES } from './form-tables.js';
import { el, grouped } from './form-words.js';

const ALL_KINDS = { ...KINDS, ...TABLES, ...ROWS, ...FILES, ...FIND, ...ACCOUNTS };
const CARDS = { document: documentCard, card: cardOf };
const DRAFTS = 'anchang.draft.';
const DRAFT_LIVES = 12 * 60 * 60 * 1000;

/** What was typed and not yet handed over. It lives in this browser tab only, belongs to one person and one task, and dies with the tab. */
class Draft {
  constructor(person, task) {
    this.key = `${DRAFTS}${person}.${task}`;
    Object.keys(sessionStorage)
      .filter((key) => key.startsWith(DRAFTS))
      .forEach((key) => {
        const kept = JSON.parse(sessionStorage.getItem(key));
        if (!key.startsWith(`${DRAFTS}${person}.`) || Date.now() - kept.at > DRAFT_LIVES) {
          sessionStorage.removeItem(key);
        }
      });
  }

  read() {
    const kept = sessionStorage.getItem(this.key);
    return kept ? JSON.parse(kept) : null;
  }

  keep(values) {
    try {
      sessionStorage.setItem(this.key, JSON.stringify({ at: Date.now(), values }));
    } catch (full) {
      // A full store costs the draft, not the form.
    }
  }

  drop() {
    sessionStorage.removeItem(this.key);
  }
}

/** Whether the person goes through the task list with the arrow keys; then a form must not take the focus away. */
let walking = false;
document.addEventListener('pointerdown', () => { walking = false; }, true);
document.addEventListener('keydown', (event) => { walking = event.key.startsWith('Arrow') && !event.target.closest('form.anchang'); }, true);

class Form {
  constructor(camForm, scope, options) {
    this.camForm = camForm;
    this.scope = scope;
    this.options = options || {};
    this.element = camForm.formElement[0];
    this.taskId = camForm.taskId || null;
    this.prefill = {};
    this.cardKind = this.element.dataset.card || 'card';
    this.card = null;
    this.loaded = false;
    const person = (scope.$root && scope.$root.authentication && scope.$root.authentication.name) || '';
    this.draft = new Draft(person, this.taskId || this.element.getAttribute('name'));
    this.element.classList.add('anchang');
    this.element.setAttribute('novalidate', '');
    this.element.setAttribute('autocomplete', 'off');
    this.frame();
    this.fields = [...this.element.querySelectorAll('[data-field]')].map((root) => new ALL_KINDS[root.dataset.kind || 'text'](root, this));
    this.fields.forEach((field) => field.draw());
    this.listen();
    this.open();
  }

  /** Title, place of the card, body, and the line under it that says what is missing. */
  frame() {
    const { title, lead } = this.element.dataset;
    this.body = el('div', { class: 'ac-body' });
    this.body.append(...this.element.childNodes);
    this.body.querySelectorAll('section[data-block]').forEach((section) => {
      section.classList.add('ac-block');
      if (section.dataset.block) {
        section.prepend(el('h3', {}, section.dataset.block));
      }
    });
    this.place = el('div', { class: 'ac-place' });
    this.status = el('div', { class: 'ac-status', 'aria-live': 'polite' });
    this.refusal = el('div', { class: 'ac-refusal', role: 'alert' });
    this.saving = 'save' in this.element.dataset && this.taskId ? el('button', { type: 'button', class: 'ac-button ac-save', title: '保存到服务器，不提交', onclick: () => this.save() }, '暂存') : null;
    const { quick, quickSays } = this.element.dataset;
    this.quickly = quick && this.taskId ? el('button', { type: 'button', class: 'ac-button ac-save ac-quick-done', onclick: () => this.quick() }, quickSays) : null;
    this.element.append(
      ...[
        title || lead ? el('header', { class: 'ac-head' }, this.taskId ? null : el('h2', {}, title), lead ? el('p', {}, lead) : null) : null,
        this.place,
        this.body,
        this.refusal,
        this.status,
        this.saving,
        this.quickly,
      ].filter(Boolean)
    );
  }

  listen() {
    [this.element, this.saving].filter(Boolean).forEach((part) => part.addEventListener('keydown', (event) => this.key(event)));
    this.element.addEventListener('submit', (event) => event.preventDefault());
    this.camForm.on('submit', () => this.submit());
    this.camForm.on('submit-success', () => this.draft.drop());
    this.camForm.on('submit-failed', (sender, [no]) => this.refused(no));
    // A task nobody has claimed yet is shown, but not filled in.
    this.scope.$watch(
      () => Boolean(this.element.closest('.disabled-form')),
      (unclaimed) => {
        this.unclaimed = unclaimed;
        this.body.inert = unclaimed;
        this.refresh();
        if (!unclaimed && this.hurried) {
          this.hurried = false;
          setTimeout(() => this.answerAtOnce(), 0);
        } else if (!unclaimed && this.loaded) {
          // Tasklist puts the focus on the new assignee first.
          setTimeout(() => this.focusFirst(), 600);
        }
      }
    );
  }

  /** Fetches the card and everything the fields are chosen from. Without it nobody should decide, so the body waits. */
  async open() {
    this.loaded = false;
    this.body.hidden = true;
    this.place.replaceChildren(el('div', { class: 'ac-wait' }, '正在读取…'));
    this.refresh();
    try {
      if (this.taskId) {
        this.card = await ask(`/api/tasks/${this.taskId}/${this.cardKind}`);
        this.prefill = this.card.prefill || {};
      }
      await Promise.all(
        this.fields.filter((field) => field.root.dataset.choicesUrl).map(async (field) => {
          const offered = await ask(field.root.dataset.choicesUrl);
          field.choices(offered.map(({ id, name }) => ({ code: id, name })));
        })
      );
    } catch (no) {
      this.place.replaceChildren(
        el('div', { class: 'ac-trouble', role: 'alert' }, el('p', {}, `读取失败：${no.message}`), el('button', { type: 'button', class: 'ac-button', onclick: () => this.open() }, '重试'))
      );
      this.refresh();
      return;
    }
    this.drawCard();
    this.fields.forEach((field) => this.prepare(field));
    this.body.hidden = false;
    this.loaded = true;
    this.besideComplete();
    this.restore();
    if (this.options.ready) {
      this.options.ready(this);
    }
    this.refresh();
    await Promise.all(this.fields.filter((field) => field.ready).map((field) => field.ready()));
    this.refresh();
    this.focusFirst();
  }

  /** What is missing, and a no of the desk, are said beside the button that waits for them, in sight however long the form is. */
  besideComplete() {
    const bar = this.taskId && this.completeButton() && this.completeButton().closest('.form-actions');
    if (bar) {
      bar.querySelectorAll('.ac-status, .ac-refusal, .ac-save').forEach((left) => left.remove());
      const beside = [this.refusal, this.status, this.saving, this.quickly].filter(Boolean);
      bar.prepend(...beside);
      this.scope.$on('$destroy', () => beside.forEach((part) => part.remove()));
    }
  }

  /** The card, drawn anew whenever the server has said something new. */
  drawCard() {
    this.place.replaceChildren(...(this.card ? [CARDS[this.cardKind](this.card)] : []));
    const content = 'open' in this.element.dataset && this.place.querySelector('details');
    if (content) {
      content.open = true;
    }
  }

  prepare(field) {
    const { from, choicesFrom, hintFrom, hint, value } = field.root.dataset;
    if (choicesFrom && this.prefill[choicesFrom]) {
      field.choices(this.prefill[choicesFrom]);
    }
    if (field.limits) {
      field.limits();
    }
    const given = 'fresh' in field.root.dataset ? undefined : this.prefill[from || field.name];
    if (given !== undefined && given !== null) {
      field.fill(given);
    } else if (value !== undefined) {
      field.fill(value);
    }
    if (hintFrom && this.prefill[hintFrom] !== undefined && this.prefill[hintFrom] !== null) {
      field.hint((hint || '{}').replace('{}', grouped(this.prefill[hintFrom])));
    }
  }

  restore() {
    const kept = this.draft.read();
    if (!kept) {
      return;
    }
    this.fields.forEach((field) => {
      const value = kept.values[field.name];
      if (value !== undefined && value !== null) {
        (field.restore || field.fill).call(field, value);
      }
    });
    const notice = el('div', { class: 'ac-draft' }, `已恢复您 ${new Date(kept.at).toTimeString().slice(0, 5)} 填写但未提交的内容。`, el('button', {
      type: 'button', class: 'ac-link', tabindex: '-1',
      onclick: () => {
        this.draft.drop();
        notice.remove();
        this.fields.forEach((field) => {
          field.fill(null);
          field.touched = false;
        });
        this.open();
      },
    }, '清空重填'));
    this.place.append(notice);
  }

  field(name) {
    return this.fields.find((field) => field.name === name);
  }

  valueOf(name) {
    const field = this.field(name);
    return field ? field.value() : null;
  }

  changed(field) {
    this.refusal.replaceChildren();
    this.saved = null;
    if (this.options.changed) {
      this.options.changed(this, field);
    }
    this.refresh();
    clearTimeout(this.keeping);
    this.keeping = setTimeout(() => this.keepDraft(), 250);
  }

  keepDraft() {
    this.draft.keep(Object.fromEntries(this.fields.map((field) => [field.name, field.draft()])));
  }

  answers(condition) {
    const [name, wanted] = condition.split('=');
    return wanted.split('|').includes(String(this.valueOf(name)));
  }

  /** Parts that only some answers call for: data-when="outcome=followUp|lost"; and fields only some answers need. */
  conditions() {
    this.element.querySelectorAll('[data-when]').forEach((part) => part.toggleAttribute('data-off', !this.answers(part.dataset.when)));
    this.fields.filter((field) => field.root.dataset.needWhen).forEach((field) => field.needed(this.answers(field.root.dataset.needWhen)));
  }

  problems() {
    return this.fields
      .filter((field) => field.visible && !('single' in field.root.dataset && field.root.hasAttribute('data-single')))
      .map((field) => ({ field, problem: field.problem() || (this.options.check && this.options.check(this, field)) || null }))
      .filter(({ problem }) => problem);
  }

  refresh() {
    if (!this.fields) {
      return;
    }
    this.conditions();
    const problems = this.loaded ? this.problems() : [];
    this.fields.forEach((field) => {
      const found = problems.find((one) => one.field === field);
      field.show(found ? found.problem : null);
    });
    this.valid = this.loaded && problems.length === 0;
    const controller = this.scope[this.element.getAttribute('name')];
    if (controller && controller.$setValidity) {
      controller.$setValidity('anchang', this.valid);
      this.scope.$evalAsync();
    }
    this.say(problems);
  }

  say(problems) {
    if (this.saving) {
      this.saving.hidden = !this.loaded || Boolean(this.unclaimed);
    }
    if (!this.loaded) {
      this.status.replaceChildren();
    } else if (this.unclaimed) {
      this.status.replaceChildren(el('span', { class: 'ac-soft' }, '请先认领此任务，再填写并完成。'));
    } else if (problems.length) {
      this.status.replaceChildren(
        el('span', { class: 'ac-soft' }, `还差 ${problems.length} 项：`),
        ...problems.slice(0, 6).map(({ field, problem }) =>
          el('button', { type: 'button', class: 'ac-link', tabindex: '-1', title: problem, onclick: () => { field.touched = true; field.focus(); this.refresh(); } }, field.label || field.root.dataset.short || problem)
        ),
        problems.length > 6 ? '…' : ''
      );
    } else {
      this.status.replaceChildren(el('span', { class: 'ac-ok' }, '✓ 已填写完整'), el('span', { class: 'ac-soft' }, '按 Ctrl + Enter 提交'));
    }
    if (this.saved) {
      this.status.append(el('span', { class: 'ac-ok' }, this.saved));
    }
  }

  payload() {
    const values = {};
    this.fields.filter((field) => field.visible).forEach((field) => {
      const value = field.value();
      if (value !== null && value !== '') {
        values[field.name] = value;
      }
    });
    return this.options.payload ? this.options.payload(values, this) : values;
  }

  /** Puts by on the server what is there, finished or not; only what nobody could read must be mended first. */
  async save() {
    const bad = this.fields.find((field) => field.visible && field.unreadable());
    if (!this.loaded || this.unclaimed || this.busy) {
      return;
    }
    if (bad) {
      this.refusal.replaceChildren(el('strong', {}, '未能暂存：'), `${bad.label}${bad.label ? '，' : ''}${bad.unreadable()}`);
      bad.touched = true;
      this.refresh();
      bad.focus();
      return;
    }
    this.busy = true;
    try {
      await ask(`/api/tasks/${this.taskId}/draft`, 'PUT', this.payload());
      clearTimeout(this.keeping);
      this.draft.drop();
      this.refusal.replaceChildren();
      this.saved = `已暂存 ${new Date().toTimeString().slice(0, 5)}`;
      this.card = await ask(`/api/tasks/${this.taskId}/${this.cardKind}`);
      this.drawCard();
    } catch (no) {
      this.refusal.replaceChildren(el('strong', {}, '未能暂存：'), no.message, el('span', { class: 'ac-soft' }, '（已填内容仍在此页）'));
    }
    this.busy = false;
    this.refresh();
  }

  submit() {
    const problems = this.problems();
    if (!this.loaded || problems.length) {
      this.camForm.submitPrevented = true;
      this.fields.forEach((field) => {
        field.touched = true;
      });
      this.refresh();
      if (problems.length) {
        problems[0].field.focus();
      }
      return;
    }
    this.refusal.replaceChildren();
    this.keepDraft();
    // Tasklist puts its own variables back after a refusal, so ours may or may not still be there.
    const variables = this.camForm.variableManager;
    if (!variables.variable('form')) {
      variables.createVariable({ name: 'form', type: 'Json', value: null, valueInfo: { transient: true } });
    }
    variables.variable('form').value = this.payload();
  }

  refused(no) {
    if (this.camForm.submitPrevented) {
      return;
    }
    const message = (no && no.message) || '';
    const sentence = /[\u4e00-\u9fff]/.test(message) ? message : sentenceFor((no && no.status) || 0);
    this.refusal.replaceChildren(
      ...[
        el('strong', {}, '未能提交：'),
        sentence,
        el('span', { class: 'ac-soft' }, '（已填内容已保留）'),
        // A document may have moved on meanwhile; what is there now can be read without losing what was typed.
        this.cardKind === 'document' && !this.saving ? el('button', { type: 'button', class: 'ac-link', onclick: () => this.again() }, '重新读取') : null,
      ].filter(Boolean)
    );
    this.refusal.scrollIntoView({ block: 'nearest' });
    this.fields.filter((field) => field.load).forEach((field) => field.load());
  }

  again() {
    this.refusal.replaceChildren();
    this.keepDraft();
    this.open();
  }

  /** Enter goes to the next field, Ctrl+Enter completes. */
  key(event) {
    if (this.saving && event.currentTarget === this.saving && !(event.ctrlKey || event.metaKey)) {
      return;
    }
    if (event.key !== 'Enter' || event.isComposing) {
      return;
    }
    if (event.ctrlKey || event.metaKey) {
      event.preventDefault();
      event.stopPropagation();
      this.complete();
    } else if (event.target.matches('input, select')) {
      event.preventDefault();
      this.next(event.target);
    }
  }

  next(from) {
    const stops = [...this.body.querySelectorAll('input, select, textarea')].filter(
      (input) =>
        !input.disabled && !input.readOnly && input.getClientRects().length > 0 &&
        (input === from || input.type !== 'radio' || input.checked || !this.checkedIn(input)) &&
        (input === from || input.type !== 'radio' || input.name !== from.name)
    );
    const following = stops.slice(stops.indexOf(from) + 1);
    (following[0] || this.completeButton() || from).focus();
  }

  checkedIn(radio) {
    return this.body.querySelector(`input[name="${radio.name}"]:checked`);
  }

  completeButton() {
    const dialog = this.element.closest('.modal-content');
    if (dialog) {
      return dialog.querySelector('.modal-footer .btn-primary');
    }
    for (let around = this.element.parentElement; around; around = around.parentElement) {
      const button = around.querySelector('.form-actions .btn-primary');
      if (button) {
        return button;
      }
    }
    return null;
  }

  complete() {
    this.fields.forEach((field) => {
      field.touched = true;
    });
    this.refresh();
    if (!this.valid) {
      const [first] = this.problems();
      if (first) {
        first.field.focus();
      }
      return;
    }
    // Tasklist switches the button on in its own turn.
    setTimeout(() => {
      const button = this.completeButton();
      if (button && !button.disabled) {
        button.click();
      }
    }, 0);
  }

  /** One click: the task is claimed when nobody has it, answered, and completed as if by hand. */
  quick() {
    if (!this.loaded) {
      return;
    }
    const claim = document.querySelector('.task-card .claim');
    if (this.unclaimed && claim) {
      this.hurried = true;
      claim.click();
    } else if (!this.unclaimed) {
      this.answerAtOnce();
    }
  }

  answerAtOnce() {
    const [name, answer] = this.element.dataset.quick.split('=');
    this.field(name).fill(answer);
    this.refresh();
    this.complete();
  }

  /** The first open question, unless someone is walking through the task list with the keyboard. */
  focusFirst() {
    if (this.unclaimed || !this.loaded) {
      return;
    }
    if (walking || this.body.contains(document.activeElement)) {
      return;
    }
    // Whoever decides reads first: the focus on the decision would scroll what changed out of sight.
    if (this.card && this.card.matter) {
      return;
    }
    const visible = this.fields.filter((field) => field.visible && field.root.getClientRects().length > 0);
    const first = visible.find((field) => field.need && field.problem()) || visible[0];
    if (first) {
      first.focus();
    }
  }
}

window.anchang = {
  ...helps,
  changes,
  form: (camForm, scope, options) => new Form(camForm, scope, options),
};
