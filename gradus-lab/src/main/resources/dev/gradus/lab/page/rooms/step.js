/** The second room: one minibatch, frozen; every matrix of the forward and the backward pass with its numbers. */
import { matrixGrid } from '../chart/matrix.js';
import { displayed, inText } from '../chart/formulatext.js';
import { el, fill } from '../dom.js';
import { numberInput } from '../fields.js';
import { attempt } from '../notice.js';
import { short } from '../numbers.js';
import { get, post } from '../session.js';
import { on, store } from '../store.js';
import { onLanguage, t } from '../text.js';
import { onTheme } from '../theme.js';
import { explain } from './explain.js';
import { WeightPanel } from './weight.js';

const flat = (matrix) => ({ rows: matrix.rows, cols: matrix.columns, values: matrix.values.flat() });

/** The parameter of which a matrix holds the gradient. */
const parameterOf = (name) => (/^d[wbg]\d/.test(name) ? name.slice(1) : undefined);

class StepRoom {
  #frozen;
  #before;
  #at = 0;
  #cell;
  #rows = 2;

  constructor(panel) {
    this.head = el('div', { class: 'room-head' });
    this.bar = el('div', { class: 'card step-bar' });
    this.chain = el('nav', { class: 'card chain' });
    this.body = el('div', { class: 'card step-body' });
    this.weight = new WeightPanel((name, row, column, value) => this.#change(name, row, column, value));
    fill(panel, this.head, el('div', { class: 'stack' }, this.bar, el('div', { class: 'step-grid' }, el('div', { class: 'stack' }, this.chain, this.body), this.weight.node)));
    onLanguage(() => this.#draw());
    onTheme(() => this.#draw());
    on('state', () => this.#bar());
  }

  /** The batch is frozen at the first visit, and anew for another run. */
  async enter() {
    if (this.#frozen && this.run === store.state.run) return this.#draw();
    return this.#freeze();
  }

  async #freeze() {
    const { run, step } = store.state;
    const anew = () => post('api/step/freeze', { rows: this.#rows });
    const found = await attempt(async () => {
      if (this.run !== undefined) return anew();
      const present = await get('api/step');
      return (present.run ?? run) === run ? present : anew();
    });
    this.run = run;
    this.frozenAt = found?.step ?? step;
    if (!found) {
      this.#frozen = undefined;
      fill(this.body, el('p', { class: 'empty' }, t('step.none')));
      return;
    }
    this.#before = undefined;
    this.#take(found);
  }

  #take(found) {
    this.#frozen = found;
    this.#rows = found.rows;
    this.matrices = new Map(found.matrices.map((matrix) => [matrix.name, matrix]));
    this.steps = [
      ...found.forward.map((step) => ({ ...step, pass: 'forward' })),
      { ...found.lossStep, writes: ['L'], kind: 'loss', name: 'L', pass: 'loss' },
      ...found.backward.map((step) => ({ ...step, pass: 'backward' })),
    ];
    this.#at = Math.min(this.#at, this.steps.length - 1);
    this.#draw();
    this.weight.refresh(this.#frozen);
  }

  async #change(name, row, column, value) {
    const before = this.#frozen;
    const found = await attempt(() => post('api/step/set', { name, row, column, value }));
    if (!found) return;
    this.#before = new Map(before.matrices.map((matrix) => [matrix.name, flat(matrix)]));
    this.weight.changed(before.loss, found.loss);
    this.#take(found);
  }

  #draw() {
    fill(this.head, el('h2', {}, t('step.title')), el('p', { class: 'lead' }, t('step.lead')));
    if (!this.#frozen) return;
    this.#bar();
    this.#chain();
    this.#body();
    this.weight.draw();
  }

  #bar() {
    if (!this.#frozen) return;
    const rows = numberInput(this.#rows, (value) => { this.#rows = value; }, { range: { least: 1, most: 16 }, whole: true });
    rows.id = 'step-rows';
    const later = store.state.step !== this.frozenAt || store.state.run !== this.run;
    fill(
      this.bar,
      el('label', { for: 'step-rows' }, t('step.rows')),
      rows,
      el('button', { type: 'button', id: 'freeze', class: later ? 'primary' : '', onclick: () => this.#freeze() }, t('step.freeze')),
      later ? el('span', { class: 'tag warm' }, t('step.later', { step: this.frozenAt })) : undefined,
      el('span', { class: 'spacer' }),
      el('span', { class: 'loss-now' }, inText(`L`), ' = ', el('strong', { class: 'number', id: 'step-loss', dataset: { value: this.#frozen.loss } }, short(this.#frozen.loss, 6)), el('span', { class: 'tag' }, this.#frozen.lossName.replaceAll('_', ' '))),
    );
  }

  #go(index) {
    this.#at = Math.max(0, Math.min(this.steps.length - 1, index));
    this.#cell = undefined;
    this.#chain();
    this.#body();
  }

  #chain() {
    const chip = (step, index) =>
      el(
        'button',
        { type: 'button', class: `chip ${step.pass}`, 'aria-current': index === this.#at ? 'step' : undefined, dataset: { step: step.writes[0] }, onclick: () => { this.#go(index); this.chain.querySelector('[aria-current]')?.focus(); } },
        inText(step.writes[0]),
      );
    const line = (pass, key) => el('div', { class: 'chain-line' }, el('h4', {}, t(key)), el('div', { class: 'chips' }, this.steps.map((step, index) => (pass.includes(step.pass) ? chip(step, index) : undefined))));
    fill(
      this.chain,
      line(['forward', 'loss'], 'step.forward'),
      line(['backward'], 'step.backward'),
      el(
        'div',
        { class: 'row' },
        el('button', { type: 'button', id: 'step-back', disabled: this.#at === 0, onclick: () => this.#go(this.#at - 1) }, '← ', t('step.back')),
        el('button', { type: 'button', id: 'step-on', class: 'primary', disabled: this.#at === this.steps.length - 1, onclick: () => this.#go(this.#at + 1) }, t('step.on'), ' →'),
        el('span', { class: 'soft number' }, `${this.#at + 1} / ${this.steps.length}`),
      ),
    );
    this.chain.setAttribute('aria-label', t('step.chain'));
  }

  #body() {
    const step = this.steps[this.#at];
    const why = this.#cell && explain(step, step.pass === 'forward', (name) => this.#matrix(name), this.#cell.row, this.#cell.column);
    const written = step.writes.filter((name) => this.matrices.has(name));
    const read = step.reads.filter((name) => this.matrices.has(name));
    fill(
      this.body,
      el('header', { class: 'step-head' }, el('h3', {}, this.#heading(step)), step.shapes ? el('p', { class: 'shapes number' }, step.shapes) : undefined),
      el('div', { class: 'scroll' }, displayed(step.formula)),
      step.pass === 'loss' ? el('p', { class: 'loss-big number' }, `L = ${short(this.#frozen.loss, 8)}`) : undefined,
      this.#frozen.penalty && step.pass === 'loss' ? el('p', { class: 'lead' }, t('step.penalty', { value: short(this.#frozen.penalty) })) : undefined,
      why ? el('p', { class: 'why number' }, el('strong', {}, `${step.writes[0]}[${this.#cell.row}, ${this.#cell.column}]`), ' = ', why.words) : written.length > 0 ? el('p', { class: 'why lead' }, t('step.why')) : undefined,
      el('div', { class: 'matrices' }, written.map((name) => this.#shown(name, true, why)), read.map((name) => this.#shown(name, false, why))),
    );
  }

  #heading(step) {
    if (step.pass === 'loss') return t('step.loss');
    return t(`step.head.${step.pass}`, { kind: step.kind.replaceAll('_', ' '), name: step.name });
  }

  #matrix(name) {
    const matrix = this.matrices.get(name);
    return matrix && { name, rows: matrix.rows, cols: matrix.columns, values: matrix.values };
  }

  #shown(name, result, why) {
    const matrix = this.matrices.get(name);
    const parameter = matrix.kind === 'parameter' ? name : parameterOf(name);
    const pick = (row, column) => {
      if (result) this.#cell = { row, column };
      if (parameter && this.matrices.has(parameter)) this.weight.choose(parameter, row, column);
      else if (matrix.editable) this.weight.edit(name, row, column, matrix.values[row][column]);
      this.#body();
      this.body.querySelector(`[data-matrix="${name}"] [data-row="${row}"][data-column="${column}"]`)?.focus({ preventScroll: true });
    };
    const chosen = this.weight.chosen;
    const grid = matrixGrid(name, flat(matrix), {
      pick: result || parameter || matrix.editable ? pick : undefined,
      chosen: chosen && (chosen.name === name || chosen.name === parameter) ? [chosen.row, chosen.column] : undefined,
      before: this.#before?.get(name),
      mark: result ? this.#cell && ((row, column) => row === this.#cell.row && column === this.#cell.column) : why?.lit[name],
    });
    return el(
      'section',
      { class: `matrix-part ${result ? 'result' : ''}` },
      el('h4', {}, inText(name), el('span', { class: 'soft number' }, `${matrix.rows} × ${matrix.columns}`), el('span', { class: 'tag' }, t(`step.kind.${result && matrix.kind === 'output' ? 'result' : matrix.kind}`)), matrix.editable ? el('span', { class: 'tag good' }, t('step.editable')) : undefined),
      grid,
    );
  }
}

export const stepRoom = (panel) => new StepRoom(panel);
