/** What the model says of a row, and what it would say if one column were otherwise. */
import { Figure } from '../chart/figure.js';
import { drawWhatIf } from '../chart/whatif.js';
import { el, fill } from '../dom.js';
import { select } from '../fields.js';
import { attempt } from '../notice.js';
import { percent, short } from '../numbers.js';
import { css, classColour } from '../palette.js';
import { post } from '../session.js';
import { t } from '../text.js';
import { rowOf } from './kinds.js';

const places = 61;

const shape = (form) => JSON.stringify([form?.target, form?.classes, form?.columns.map((column) => column.name)]);

export class Answer {
  #form;
  #found;
  #column;
  #asked = 0;

  /** @param form the row that is asked about */
  constructor(form) {
    this.rowForm = form;
    this.says = el('div', { class: 'card answer', role: 'status' });
    this.figure = new Figure({ title: 'use.whatif', file: 'what-if', draw: drawWhatIf, height: 220 });
    this.figure.extra.append((this.choice = el('span', { class: 'whatif-choice' })));
    this.whatIf = el('div', { class: 'card' }, this.figure.node);
    this.node = el('div', { class: 'stack' }, this.says, this.whatIf);
  }

  show(form) {
    // What was said stands until the new answer is there, unless it was about other columns.
    if (shape(form) !== shape(this.#form)) this.#found = undefined;
    this.#form = form;
    const numbers = form?.columns.filter((column) => column.kind === 'number') ?? [];
    if (!numbers.some((column) => column.name === this.#column)) this.#column = numbers[0]?.name;
    this.whatIf.hidden = numbers.length === 0;
    this.draw();
  }

  /** Asks for the row, and in the same request for all places of the curve. */
  async ask(row) {
    if (!this.#form) return;
    const turn = ++this.#asked;
    const column = this.#form.columns.find((candidate) => candidate.name === this.#column);
    const at = column ? Array.from({ length: places }, (_, index) => column.low + ((column.high - column.low) * index) / (places - 1)) : [];
    const rows = [row, ...at.map((value) => ({ ...row, [column.name]: value }))].map((each) => rowOf(this.#form.columns, each));
    const found = await attempt(() => post('api/predict/details', { rows }));
    if (!found || turn !== this.#asked) return; // a later row is on its way
    this.#found = found;
    this.draw();
    if (column) {
      this.figure.show({
        column: column.name,
        target: this.#form.target,
        at,
        now: row[column.name],
        predictions: found.predictions.slice(1),
        probabilities: found.probabilities?.slice(1),
        intervals: found.intervals?.slice(1),
        classes: found.classes,
        said: found.predictions[0],
      });
    }
  }

  draw() {
    if (!this.#form) return;
    const numbers = this.#form.columns.filter((column) => column.kind === 'number').map((column) => column.name);
    fill(this.choice, numbers.length > 1 ? labelled(select(numbers, this.#column, (name) => { this.#column = name; this.ask(this.rowForm.row); }, (name) => name)) : undefined);
    const found = this.#found;
    fill(this.says, el('h3', {}, t('use.says', { target: this.#form.target })), found ? (found.probabilities ? shares(found) : value(found)) : undefined, found?.notes?.length ? el('ul', { class: 'soft notes' }, found.notes.filter((note) => note.startsWith('rows[0]')).map((note) => el('li', {}, note))) : undefined);
  }
}

function labelled(input) {
  input.setAttribute('aria-label', t('use.whatif.column'));
  return input;
}

function value(found) {
  const interval = found.intervals?.[0];
  return el(
    'div',
    {},
    el('p', { class: 'big number', id: 'prediction', dataset: { value: found.predictions[0] } }, short(found.predictions[0], 5)),
    interval ? el('p', { class: 'soft number' }, t('use.interval', { low: short(interval[0], 4), high: short(interval[1], 4), level: percent(found.level ?? 0.9, 0) })) : el('p', { class: 'soft' }, t('use.nointerval')),
  );
}

function shares(found) {
  const ordered = found.classes.map((name, index) => ({ name, index, share: found.probabilities[0][index] })).sort((one, other) => other.share - one.share).slice(0, 10);
  return el(
    'div',
    {},
    el('p', { class: 'big', id: 'prediction', dataset: { value: found.predictions[0] } }, String(found.predictions[0])),
    el(
      'div',
      { class: 'shares' },
      ordered.map(({ name, index, share }) => {
        const bar = el('span', { class: 'bar-fill' });
        bar.style.setProperty('width', `${(100 * share).toFixed(2)}%`);
        bar.style.setProperty('background-color', css(classColour(index)));
        return el('div', { class: 'share' }, el('span', { class: 'share-name' }, name), el('span', { class: 'meter' }, bar), el('span', { class: 'number' }, percent(share)));
      }),
    ),
  );
}
