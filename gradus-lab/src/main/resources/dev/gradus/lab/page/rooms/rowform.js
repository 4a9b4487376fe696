/** One row of a model's columns: a slider beside each number, a list for each category. */
import { el, fill, throttled } from '../dom.js';
import { select } from '../fields.js';
import { short } from '../numbers.js';
import { t } from '../text.js';
import { dateNumber, dateText, timeNumber, timeText } from './kinds.js';

const notches = 400;

export class RowForm {
  #form;

  /** @param change takes the row, by column, whenever it changed */
  constructor(change) {
    this.change = throttled(60, () => change(this.row));
    this.node = el('form', { class: 'card row-form', onsubmit: (event) => event.preventDefault() });
    this.row = {};
  }

  /** Another model: the row begins with its commonest values. */
  show(form) {
    const columns = form?.columns ?? [];
    const kept = this.#form && form && JSON.stringify(this.#form.columns.map((column) => column.name)) === JSON.stringify(columns.map((column) => column.name));
    this.#form = form;
    if (!kept) this.row = Object.fromEntries(columns.map((column) => [column.name, column.value]));
    this.draw();
    if (form) this.change();
  }

  get columns() {
    return this.#form?.columns ?? [];
  }

  draw() {
    if (!this.#form) return;
    fill(
      this.node,
      el('header', { class: 'row spread' }, el('h3', {}, t('use.row')), el('button', { type: 'button', class: 'quiet small', onclick: () => this.#again() }, t('use.again'))),
      el('div', { class: 'fields' }, this.columns.map((column, index) => this.#column(column, index))),
    );
  }

  #again() {
    this.row = Object.fromEntries(this.columns.map((column) => [column.name, column.value]));
    this.draw();
    this.change();
  }

  #set(name, value) {
    this.row = { ...this.row, [name]: value };
    this.change();
  }

  #column(column, index) {
    const id = `row-${index}`;
    const makers = { category: () => this.#category(column, id), boolean: () => this.#truth(column, id) };
    const input = (makers[column.kind] ?? (() => this.#number(column, id)))();
    const none = this.row[column.name] === null;
    const missing = column.missing
      ? el('label', { class: 'choice soft' }, el('input', { type: 'checkbox', checked: none, onchange: (event) => { this.#set(column.name, event.target.checked ? null : column.value); this.draw(); } }), t('use.missing'))
      : undefined;
    return el('div', { class: 'field row-field' }, el('div', { class: 'row spread' }, el('label', { for: id }, column.name), missing), input);
  }

  #category(column, id) {
    const names = column.other ? [...column.categories, other] : column.categories;
    const input = select(names, this.row[column.name] ?? column.value, (value) => this.#set(column.name, value), (name) => (name === other ? t('use.other') : name));
    input.id = id;
    input.disabled = this.row[column.name] === null;
    return input;
  }

  #truth(column, id) {
    const value = this.row[column.name];
    const input = select(['1', '0'], value >= 0.5 ? '1' : '0', (typed) => this.#set(column.name, Number(typed)), (name) => t(name === '1' ? 'yes' : 'no'));
    input.id = id;
    input.disabled = value === null;
    return input;
  }

  #number(column, id) {
    const { type, text, number } = boxes[column.kind] ?? boxes.number;
    const value = this.row[column.name];
    const step = (column.high - column.low) / notches || 1;
    const box = el('input', { type, id, step: 'any', value: value === null ? '' : text(value), disabled: value === null });
    const slide = el('input', { type: 'range', min: column.low, max: column.high, step: 'any', value: String(value ?? column.value), disabled: value === null, 'aria-label': t('use.slide', { column: column.name }) });
    box.addEventListener('input', () => {
      const typed = box.value.trim() === '' ? NaN : number(box.value);
      if (!Number.isFinite(typed)) return;
      slide.value = String(typed);
      this.#set(column.name, typed);
    });
    slide.addEventListener('input', () => {
      box.value = text(rounded(Number(slide.value), step, column.kind));
      this.#set(column.name, number(box.value));
    });
    slide.addEventListener('keydown', (event) => {
      const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
      if (!way) return;
      event.preventDefault();
      slide.value = String(Number(slide.value) + way * step * 4);
      slide.dispatchEvent(new Event('input'));
    });
    const ends = (bound) => (type === 'number' ? short(bound, 3) : text(bound));
    return el('div', { class: `slide ${type}` }, slide, box, el('span', { class: 'ends number' }, el('span', {}, ends(column.low)), el('span', {}, ends(column.high))));
  }
}

/** How a kind's numbers are typed: the field's type, the text of a number, the number of a text. */
const boxes = {
  number: { type: 'number', text: String, number: Number },
  date: { type: 'date', text: dateText, number: dateNumber },
  time: { type: 'time', text: timeText, number: timeNumber },
};

/** A notch of the slider, without the digits that nobody chose. */
const rounded = (value, step, kind) => (kind === 'number' ? Number((Math.round(value / step) * step).toPrecision(4)) : value);

/** A category that training did not see. */
const other = '\u2026other';
