/*
 * The card of a controlled document: which one, in whose hands, what changed first, then everything, folded.
 * A form asks for it with <form data-card="document" …>; what it shows comes ready for people from
 * GET /api/tasks/{taskId}/document.
 */
import { el } from './form-words.js';

const KINDS = {
  ADDED: ['＋', '新增', 'added'],
  REMOVED: ['－', '删除', 'removed'],
  CHANGED: ['≠', '修改', 'changed'],
};

/** Two texts as pieces, what differs between them marked; where hardly anything is alike nothing is. */
function differing(before, after) {
  const short = Math.min(before.length, after.length);
  let head = 0;
  while (head < short && before[head] === after[head]) {
    head++;
  }
  let tail = 0;
  while (tail < short - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) {
    tail++;
  }
  // A number or a word is marked whole.
  const joined = (text, at) => at > 0 && at < text.length && /[\w.,%-]/.test(text[at - 1]) && /[\w.,%-]/.test(text[at]);
  while (head > 0 && (joined(before, head) || joined(after, head))) {
    head--;
  }
  while (tail > 0 && (joined(before, before.length - tail) || joined(after, after.length - tail))) {
    tail--;
  }
  if (head + tail < Math.max(before.length, after.length) * 0.3) {
    return [[before], [after]];
  }
  const pieces = (text) => [text.slice(0, head), head + tail < text.length ? el('mark', {}, text.slice(head, text.length - tail)) : null, tail ? text.slice(text.length - tail) : null];
  return [pieces(before), pieces(after)];
}

/** One change: where, of what kind in sign, word and colour, what stood there and what stands there now. */
function change({ section, label, kind, before, after }) {
  const named = section && label.startsWith(`${section} · `) ? label.slice(section.length + 3) : label;
  const [sign, word, tone] = KINDS[kind] || KINDS.CHANGED;
  const [was, is] = before && after ? differing(before, after) : [[before], [after]];
  return el(
    'li',
    { class: `ac-change ac-change-${tone}` },
    el('div', { class: 'ac-change-what' }, el('span', { class: 'ac-change-kind' }, `${sign} ${word}`), section ? el('span', { class: 'ac-soft' }, section) : null, named === section ? null : el('b', {}, named)),
    before ? el('div', { class: 'ac-change-text' }, el('span', { class: 'ac-change-side' }, '原'), el('del', {}, ...was)) : null,
    after ? el('div', { class: 'ac-change-text' }, el('span', { class: 'ac-change-side' }, '现'), el('ins', {}, ...is)) : null
  );
}

function table(columns, rows) {
  const numeric = columns.map((title, index) => rows.length > 0 && rows.every((cells) => cells[index] == null || /^[-+]?[\d,]*(\.\d+)?%?$/.test(cells[index])) && rows.some((cells) => cells[index]));
  return el(
    'div',
    { class: 'ac-scroll' },
    el(
      'table',
      { class: 'ac-table' },
      el('thead', {}, el('tr', {}, ...columns.map((title, index) => el('th', { class: numeric[index] ? 'ac-number' : null }, title)))),
      el('tbody', {}, ...rows.map((cells) => el('tr', {}, ...cells.map((cell, index) => el('td', { class: numeric[index] ? 'ac-number' : null }, cell == null || cell === '' ? '—' : cell)))))
    )
  );
}

function section({ title, parts }) {
  return el(
    'section',
    { class: 'ac-doc-section' },
    el('h4', {}, title),
    ...parts.map((part) =>
      part.columns
        ? el('div', { class: 'ac-doc-part' }, part.label && part.label !== title ? el('div', { class: 'ac-doc-label' }, part.label) : null, part.rows.length ? table(part.columns, part.rows) : el('div', { class: 'ac-soft' }, '无'))
        : el('div', { class: 'ac-doc-part ac-doc-field' }, el('div', { class: 'ac-doc-label' }, part.label), el('div', { class: 'ac-doc-text' }, part.text || '—'))
    )
  );
}

function revisions(list) {
  return el(
    'div',
    { class: 'ac-scroll' },
    el(
      'table',
      { class: 'ac-table' },
      el('thead', {}, el('tr', {}, ...['版本', '日期', '状态', '修改内容', '修改人', '审核人', '批准人'].map((title) => el('th', {}, title)))),
      el(
        'tbody',
        {},
        ...list.flatMap((one) => [
          el('tr', {}, ...[`第 ${one.version} 版`, one.on, one.state, one.changed, one.by, one.reviewedBy, one.approvedBy].map((cell) => el('td', {}, cell || '—'))),
          one.comment ? el('tr', { class: 'ac-comment' }, el('td'), el('td', { colspan: '6', class: 'ac-said' }, one.comment)) : null,
        ]).filter(Boolean)
      )
    )
  );
}

function folded(title, open, ...content) {
  const box = el('details', { class: 'ac-more ac-doc-more' }, el('summary', {}, title), ...content);
  box.open = open;
  return box;
}

function fact(title, ...content) {
  return el('div', { class: 'ac-fact' }, el('span', { class: 'ac-fact-title' }, title), el('span', { class: 'ac-fact-text' }, ...content));
}

function head({ document: paper, facts, matter }) {
  const { control } = paper || {};
  const hand = (title, by, on) => (by ? fact(title, el('span', {}, by), on ? el('span', { class: 'ac-soft' }, on) : null) : null);
  return [
    paper
      ? el(
          'div',
          { class: 'ac-doc-head' },
          el('span', { class: 'ac-soft' }, paper.kind),
          el('b', {}, paper.title),
          el('span', {}, paper.no, paper.version ? `　第 ${paper.version} 版` : null),
          paper.state ? el('span', { class: 'ac-tag' }, paper.state) : null,
          paper.url ? el('a', { href: paper.url, target: '_blank', rel: 'noopener', tabindex: '-1' }, '打开文件') : null
        )
      : null,
    el(
      'div',
      { class: 'ac-card-facts' },
      paper && paper.project ? fact('项目', paper.project) : null,
      ...(facts || []).map(({ label, text, url }) =>
        fact(label, url ? el('a', { href: url, target: '_blank', rel: 'noopener', tabindex: '-1' }, text) : text || '—')
      ),
      matter ? fact('提交', el('span', {}, matter.submittedBy), el('span', { class: 'ac-soft' }, matter.submittedAt)) : control ? hand('编制', control.preparedBy, control.preparedOn) : null,
      control ? hand('审核', control.reviewedBy, control.reviewedOn) : null,
      control ? hand('批准', control.approvedBy, control.approvedOn) : null
    ),
    matter
      ? el(
          'div',
          { class: 'ac-deadlines' },
          el('span', { class: 'ac-tag' }, matter.step),
          matter.due ? el('span', { class: 'ac-tag ac-tag-due' }, `请于 ${matter.due} 前答复`) : null,
          matter.reminded ? el('span', { class: 'ac-tag ac-tag-due' }, '已提醒') : null,
          matter.escalated ? el('span', { class: 'ac-tag ac-tag-late' }, '已逾期，上级也可以审批') : null
        )
      : null,
  ];
}

/** Why it came back, said to the one who has to work on it again. */
function cameBack({ matter, revisions: list }) {
  const last = !matter && [...(list || [])].sort((one, other) => other.version - one.version).find((one) => one.state !== '草稿');
  return last && last.state === '已退回' && last.comment ? el('div', { class: 'ac-notice ac-said' }, el('b', {}, `第 ${last.version} 版${last.state}。`), last.comment) : null;
}

/** What changed, before anything else; on a first submission there is nothing to hold it against. */
function changes(answer) {
  const { matter, against, changes: list, sections } = answer;
  if (!(sections || []).length) {
    return [];
  }
  const whole = (open) => folded('全文', open, ...sections.map(section));
  if (against == null) {
    return [matter ? el('div', { class: 'ac-first' }, '首次提交，全部内容如下。') : null, whole(Boolean(matter))];
  }
  return [
    el('div', { class: 'ac-changes-title' }, el('b', {}, list.length ? `与第 ${against} 版相比，改动 ${list.length} 处` : `与第 ${against} 版相比，内容没有改动`)),
    list.length ? el('ul', { class: 'ac-changes' }, ...list.map(change)) : null,
    whole(false),
  ];
}

export function documentCard(answer) {
  return el(
    'div',
    { class: 'ac-card ac-doc' },
    ...head(answer),
    ...(answer.remarks || []).map(({ at, text, warn }) => el('div', { class: warn ? 'ac-notice' : 'ac-notice ac-notice-plain' }, at ? el('span', { class: 'ac-soft' }, at, ' ') : null, text)),
    cameBack(answer),
    answer.next ? el('div', { class: 'ac-next' }, el('span', { class: 'ac-soft' }, '接下来'), ' ', answer.next) : null,
    ...changes(answer),
    (answer.revisions || []).length ? folded('修订记录', false, revisions(answer.revisions)) : null
  );
}
