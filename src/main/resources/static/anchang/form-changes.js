/* What a request for a change starts with: once sale and kind are known, the server proposes the rest, and again for other terms or another unit. */
import { ask } from './form-http.js';
import { faults } from './form-helps.js';

const DRAWN = ['days', 'line', 'dueOn', 'plan', 'buyers'];
let asked = 0;

function told(form) {
  const { prefill } = form;
  const sale = form.field('caseId');
  if (sale && sale.picked) {
    sale.hint(prefill.objection || prefill.sale || '');
    sale.note.classList.toggle('ac-bad', Boolean(prefill.objection));
  }
  form.field('days').hint(prefill.extension);
  form.field('unitId').hint(prefill.unitPrice);
  form.field('plan').hint(prefill.planTrouble || prefill.basis);
  if (prefill.outcomes) {
    faults(form);
  }
}

/** Called when the form is ready, and with each field that was answered. */
export async function changes(form, field) {
  if (!field) {
    told(form);
    return;
  }
  if (field.name === 'fault') {
    faults(form, field);
    return;
  }
  const { name } = field;
  const caseId = form.valueOf('caseId');
  const kind = form.valueOf('kind');
  if (!['caseId', 'kind', 'terms', 'unitId'].includes(name) || !caseId || !kind) {
    return;
  }
  const query = new URLSearchParams({ case: caseId, kind });
  ['terms', 'unitId'].filter((other) => form.valueOf(other)).forEach((other) => query.set(other === 'unitId' ? 'unit' : other, form.valueOf(other)));
  const mine = ++asked;
  let proposed;
  try {
    proposed = await ask(`/api/changes/proposal?${query}`);
  } catch (no) {
    field.hint(`未能读取：${no.message}`);
    return;
  }
  if (mine !== asked) {
    return;
  }
  form.prefill = { ...proposed };
  form.fields.filter((one) => one.root.dataset.choicesFrom).forEach((one) => one.choices(form.prefill[one.root.dataset.choicesFrom] || []));
  DRAWN.map((one) => form.field(one)).filter(Boolean).forEach((one) => one.fill(form.prefill[one.name] === undefined ? null : form.prefill[one.name]));
  told(form);
  form.refresh();
}
