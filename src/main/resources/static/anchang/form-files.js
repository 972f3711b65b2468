/*
 * Papers that go with a document:
 *
 *   <div data-field="attachments" data-kind="files" data-label="附件"></div>
 *
 * Each file is sent as soon as it is chosen (POST /api/tasks/{taskId}/attachments) and answered with what the document
 * keeps of it: a list of {id, name, size, sha256}. Removing it here takes it off the document, not out of older versions.
 * Attributes: data-most (10 files); a start form has no task and so takes no files.
 */
import { Field } from './form-fields.js';
import { ask } from './form-http.js';
import { el } from './form-words.js';

const KINDS_TAKEN = ['pdf', 'doc', 'docx', 'xls', 'xlsx', 'png', 'jpg', 'jpeg'];
const MOST_BYTES = 5 * 1024 * 1024;

/** 1536 as 1.5 KB. */
export function sizeOf(bytes) {
  return bytes < 1024 * 1024 ? `${Math.max(0.1, Math.round(bytes / 102.4) / 10)} KB` : `${Math.round(bytes / 104857.6) / 10} MB`;
}

class Files extends Field {
  control() {
    this.kept = [];
    this.under = 0;
    this.no = null;
    this.list = el('ul', { class: 'ac-files' });
    this.input = el('input', { type: 'file', multiple: true, id: this.id, accept: KINDS_TAKEN.map((kind) => '.' + kind).join(','), onchange: () => this.take([...this.input.files]) });
    this.choose = el('label', { class: 'ac-file-choose', for: this.id }, this.input, el('span', { class: 'ac-chip-button' }, '＋ 选择文件'), el('span', { class: 'ac-soft' }, 'PDF、Word、Excel 或图片，每个不超过 5 MB'));
    return el('div', {}, this.list, this.form.taskId ? this.choose : null);
  }

  labelElement() {
    return el('div', { class: 'ac-label' }, this.label, this.need ? el('span', { class: 'ac-need', title: '必填' }, '*') : null);
  }

  async take(files) {
    this.input.value = '';
    this.touched = true;
    this.no = null;
    for (const file of files) {
      const kind = file.name.includes('.') ? file.name.split('.').pop().toLowerCase() : '';
      if (!KINDS_TAKEN.includes(kind)) {
        this.no = `“${file.name}”不能作为附件：只接受 PDF、Word、Excel 和 PNG、JPG 图片`;
      } else if (file.size > MOST_BYTES) {
        this.no = `“${file.name}”超过 5 MB，请压缩或拆分后再上传`;
      } else if (file.size === 0) {
        this.no = `“${file.name}”是空文件`;
      } else if (this.kept.length + this.under >= Number(this.root.dataset.most || 10)) {
        this.no = `最多 ${this.root.dataset.most || 10} 个附件`;
      } else {
        await this.send(file);
      }
    }
    this.changed();
  }

  async send(file) {
    this.under++;
    const waiting = el('li', { class: 'ac-file' }, el('span', { class: 'ac-file-name' }, file.name), el('span', { class: 'ac-soft' }, '正在上传…'));
    this.list.append(waiting);
    this.form.refresh();
    try {
      const content = new FormData();
      content.append('file', file);
      const answered = await ask(`/api/tasks/${this.form.taskId}/attachments`, 'POST', content);
      this.kept.push(answered);
    } catch (no) {
      this.no = `“${file.name}”未能上传：${no.message}`;
    }
    this.under--;
    this.showFiles();
  }

  /** The list as it stands; a name leads to the file once the document knows it. */
  showFiles() {
    this.list.replaceChildren(
      ...this.kept.map((file) => {
        const place = this.form.card && this.form.card.document ? `/documents/${this.form.card.document.id}/attachments/${file.id}` : null;
        return el(
          'li',
          { class: 'ac-file' },
          place ? el('a', { class: 'ac-file-name', href: place, target: '_blank', rel: 'noopener' }, file.name) : el('span', { class: 'ac-file-name' }, file.name),
          el('span', { class: 'ac-soft' }, sizeOf(file.size)),
          el('button', {
            type: 'button', class: 'ac-line-remove', title: `移除 ${file.name}`, 'aria-label': `移除 ${file.name}`,
            onclick: () => {
              this.kept = this.kept.filter((other) => other !== file);
              this.showFiles();
              this.changed();
              this.input.focus();
            },
          }, '✕')
        );
      })
    );
  }

  value() {
    return this.kept.map(({ id, name, size, sha256 }) => ({ id, name, size, sha256 }));
  }

  fill(files) {
    this.kept = [...(files || [])];
    this.no = null;
    this.showFiles();
  }

  problem() {
    return this.under > 0 ? '附件正在上传，请稍候' : super.problem();
  }

  missing() {
    return `请上传${this.label}`;
  }

  /** A file that was not taken is said, but keeps nobody from going on without it. */
  show(problem) {
    super.show(problem || this.no);
  }

  focus() {
    this.input.focus();
  }
}

export const FILES = { files: Files };
