/** One row of a model's columns: a slider beside each number, a list for each category. */
import { el, fill, throttled } from '../dom.js';
import { select } from '../fields.js';
import { short } from '../numbers.js';
import { t } from '../text.js';

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
    const input = column.kind === 'category' ? this.#category(column, id) : this.#number(column, id);
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

  #number(column, id) {
    const value = this.row[column.name];
    const step = (column.high - column.low) / notches || 1;
    const box = el('input', { type: 'number', id, step: 'any', value: value === null ? '' : String(value), disabled: value === null });
    const slide = el('input', { type: 'range', min: column.low, max: column.high, step: 'any', value: String(value ?? column.value), disabled: value === null, 'aria-label': t('use.slide', { column: column.name }) });
    box.addEventListener('input', () => {
      if (box.value.trim() === '' || !Number.isFinite(Number(box.value))) return;
      slide.value = box.value;
      this.#set(column.name, Number(box.value));
    });
    slide.addEventListener('input', () => {
      const rounded = Number((Math.round(Number(slide.value) / step) * step).toPrecision(4));
      box.value = String(rounded);
      this.#set(column.name, rounded);
    });
    slide.addEventListener('keydown', (event) => {
      const way = { ArrowRight: 1, ArrowUp: 1, ArrowLeft: -1, ArrowDown: -1 }[event.key];
      if (!way) return;
      event.preventDefault();
      slide.value = String(Number(slide.value) + way * step * 4);
      slide.dispatchEvent(new Event('input'));
    });
    return el('div', { class: 'slide' }, slide, box, el('span', { class: 'ends number' }, el('span', {}, short(column.low, 3)), el('span', {}, short(column.high, 3))));
  }
}

/** A category that training did not see. */
const other = '\u2026other';
