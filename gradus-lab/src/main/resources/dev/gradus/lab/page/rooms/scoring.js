/** A table to be scored: dropped here, predictions come back as a file. */
import { download, el, fill } from '../dom.js';
import { dropZone } from '../fields.js';
import { attempt } from '../notice.js';
import { short, whole } from '../numbers.js';
import { ask } from '../session.js';
import { t } from '../text.js';

const shown = 6;

/** The fields of the first lines of a CSV text. */
function firstLines(text, most) {
  const lines = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length && lines.length <= most; at++) {
    const sign = text[at];
    if (quoted && sign === '"' && text[at + 1] === '"') cell += text[++at];
    else if (sign === '"') quoted = !quoted;
    else if (!quoted && (sign === ',' || sign === '\n')) {
      lines.at(-1).push(cell.replace(/\r$/, ''));
      cell = '';
      if (sign === '\n') lines.push([]);
    } else cell += sign;
  }
  if (cell !== '') lines.at(-1).push(cell);
  return lines.filter((line) => line.length > 0).slice(0, most);
}

/** A number with as many digits as one looks at; the file has them all. */
const readable = (cell) => (/^-?\d+\.\d{5,}|^-?\d.*[eE]/.test(cell) ? short(Number(cell)) : cell);

async function countLines(blob) {
  let lines = 0;
  const reader = blob.stream().getReader();
  for (;;) {
    const { value, done } = await reader.read();
    if (done) return lines;
    for (const byte of value) if (byte === 10) lines++;
  }
}

export class Scoring {
  constructor() {
    this.node = el('div', { class: 'card' });
    this.draw();
  }

  draw() {
    fill(
      this.node,
      el('h3', {}, t('score.title')),
      el('p', { class: 'soft' }, t('score.lead')),
      dropZone('.csv,text/csv', el('span', {}, t('score.drop')), (file) => this.#score(file)),
      this.busy ? el('p', { role: 'status' }, t('score.busy', { name: this.busy })) : undefined,
      this.result ? this.#shown() : undefined,
    );
  }

  async #score(file) {
    this.busy = file.name;
    this.result = undefined;
    this.draw();
    const blob = await attempt(async () => (await ask('POST', 'api/score', file, { 'Content-Type': 'text/csv', 'X-Gradus-Name': encodeURIComponent(file.name) })).blob());
    this.busy = undefined;
    if (blob) {
      const lines = firstLines(await blob.slice(0, 20_000).text(), shown + 1);
      this.result = { blob, name: file.name.replace(/\.csv$/i, ''), head: lines[0] ?? [], lines: lines.slice(1), rows: (await countLines(blob)) - 1 };
    }
    this.draw();
  }

  #shown() {
    const { blob, name, head, lines, rows } = this.result;
    return el(
      'div',
      { class: 'scored', id: 'scored' },
      el('div', { class: 'row spread' }, el('p', {}, t('score.done', { rows: whole(rows) })), el('button', { type: 'button', class: 'primary', onclick: () => download(blob, `${name}.predictions.csv`) }, t('score.save'))),
      el('div', { class: 'scroll' }, el('table', { class: 'plain' }, el('thead', {}, el('tr', {}, head.map((cell) => el('th', { scope: 'col' }, cell)))), el('tbody', {}, lines.map((line) => el('tr', {}, line.map((cell) => el('td', {}, readable(cell)))))))),
      rows > lines.length ? el('p', { class: 'soft' }, t('score.more', { rows: whole(rows - lines.length) })) : undefined,
    );
  }
}
