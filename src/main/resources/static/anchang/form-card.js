/* The context card: whose sale this is, which home, how much of the price is in, until when, and what comes next. */
import { ask } from './form-http.js';
import { el } from './form-words.js';

const number = (text) => Number(String(text == null ? '' : text).replace(/[^\d.-]/g, ''));

function fact(title, ...content) {
  return el('div', { class: 'ac-fact' }, el('span', { class: 'ac-fact-title' }, title), el('span', { class: 'ac-fact-text' }, ...content));
}

function phone(card) {
  const shown = el('span', { class: 'ac-phone' }, card.customer.phone || '');
  const reveal = el('button', {
    type: 'button', class: 'ac-link', tabindex: '-1', title: '显示完整号码，查看会留下记录',
    onclick: async () => {
      reveal.disabled = true;
      try {
        shown.textContent = (await ask(`/api/cases/${card.caseId}/reveal-phone`, 'POST')).phone;
        reveal.remove();
      } catch (no) {
        reveal.disabled = false;
        reveal.textContent = no.message;
      }
    },
  }, '显示');
  return [shown, reveal];
}

function money(card) {
  const { price, received, open, lines } = card.money;
  const whole = number(price);
  const part = whole > 0 ? Math.min(100, Math.round((number(received) / whole) * 1000) / 10) : 0;
  const filled = el('span', {});
  filled.style.width = part + '%';
  const next = number(open) > 0 && (lines || []).find((line) => number(line.rest) > 0);
  return el(
    'div',
    { class: 'ac-card-money' },
    el('div', { class: 'ac-card-sums' }, el('span', {}, '已收 ', el('b', {}, `${received}`)), el('span', {}, '未收 ', el('b', {}, `${open}`)), next ? el('span', { class: 'ac-soft' }, `下一期：${next.kind} ${next.rest}，${next.dueOn} 到期`) : null),
    el('div', { class: 'ac-bar', role: 'img', 'aria-label': `已收 ${part}%` }, filled),
    el('span', { class: 'ac-percent' }, `${part}%`)
  );
}

/** Of all notices the newest stands on the card; the others are folded away with the rest of the past. */
function newest(notices) {
  const last = (notices || [])[(notices || []).length - 1];
  return last ? el('div', { class: 'ac-notice' }, el('span', { class: 'ac-soft' }, last.at), ' ', last.text) : null;
}

function details(card) {
  const table = (titles, rows, classes = []) =>
    el('div', { class: 'ac-scroll' }, el('table', { class: 'ac-table' }, el('thead', {}, el('tr', {}, ...titles.map((title, index) => el('th', { class: classes[index] || '' }, title)))), el('tbody', {}, ...rows.map((cells) => el('tr', {}, ...cells.map((cell, index) => el('td', { class: classes[index] || '' }, cell == null ? '—' : cell)))))));
  const parts = [];
  if (card.money && (card.money.lines || []).length) {
    parts.push(el('h4', {}, '付款计划'), table(['期', '款项', '金额', '已付', '未付', '到期日', '状态'], card.money.lines.map((line) => [line.seq, line.kind, line.amount, line.paid, line.rest, line.dueOn, line.state]), ['', '', 'ac-number', 'ac-number', 'ac-number']));
  }
  if (card.money && (card.money.receipts || []).length) {
    parts.push(el('h4', {}, '收据'), table(['编号', '事由', '金额', '大写', '日期', '状态'], card.money.receipts.map((one) => [one.no, one.item, one.amount, one.words, one.paidOn, one.state]), ['', '', 'ac-number']));
  }
  const older = (card.notices || []).slice(0, -1);
  if (older.length) {
    parts.push(el('h4', {}, '先前的提醒'), table(['时间', '提醒'], older.map((one) => [one.at, one.text])));
  }
  if ((card.milestones || []).length) {
    parts.push(el('h4', {}, '进度'), table(['阶段', '计划完成', '实际开始', '实际完成'], card.milestones.map((one) => [one.name, el('span', { class: one.late ? 'ac-late' : '' }, one.plannedTo || '—'), one.actualFrom, one.actualTo])));
  }
  return parts.length ? el('details', { class: 'ac-more' }, el('summary', {}, '付款、收据与进度'), ...parts) : null;
}

/** Draws the card; everything in it is text from the server, put in as text. */
export function cardOf(card) {
  const { customer, unit } = card;
  return el(
    'div',
    { class: 'ac-card' },
    el(
      'div',
      { class: 'ac-card-facts' },
      fact('客户', el('b', {}, customer.name), customer.grade ? el('span', { class: `ac-grade ac-grade-${customer.grade}` }, `${customer.grade} 级`) : null, ...(customer.phone ? phone(card) : [])),
      fact('房源', unit ? el('b', {}, unit.no) : el('span', { class: 'ac-soft' }, '尚未选房'), unit ? el('span', { class: 'ac-soft' }, [unit.no.startsWith(unit.building) ? null : unit.building, unit.layout, unit.area].filter(Boolean).join(' · ')) : null),
      unit || card.price ? fact('总价', el('b', {}, card.price || unit.listPrice), card.price ? null : el('span', { class: 'ac-soft' }, '标价')) : null,
      fact('销售案', el('span', {}, card.caseNo), card.stage ? el('span', { class: 'ac-tag' }, card.stage) : null, el('span', { class: 'ac-soft' }, [card.project, customer.consultantName].filter(Boolean).join(' · ')), card.page ? el('a', { href: card.page, target: '_blank', rel: 'noopener', tabindex: '-1' }, '查看此单') : null)
    ),
    card.money ? money(card) : null,
    (card.deadlines || []).length
      ? el('div', { class: 'ac-deadlines' }, ...card.deadlines.map((one) => el('span', { class: one.late ? 'ac-tag ac-tag-late' : 'ac-tag ac-tag-due' }, `${one.name}：${one.at}${one.late ? '（已逾期）' : ''}`)))
      : null,
    newest(card.notices),
    card.next ? el('div', { class: 'ac-next' }, el('span', { class: 'ac-soft' }, '接下来'), ' ', card.next) : null,
    (card.papers || []).length
      ? el('div', { class: 'ac-papers' }, el('span', { class: 'ac-soft' }, '文书'), ...card.papers.map((paper) => el('a', { href: paper.url, target: '_blank', rel: 'noopener', tabindex: '-1' }, paper.name)))
      : null,
    (card.changes || []).length
      ? el('div', { class: 'ac-papers ac-changes-asked' }, el('span', { class: 'ac-soft' }, '变更'), ...card.changes.map((change) => el('a', { href: change.url, target: '_blank', rel: 'noopener', tabindex: '-1' }, change.name)))
      : null,
    details(card)
  );
}
