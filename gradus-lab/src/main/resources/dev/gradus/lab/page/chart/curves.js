/** The loss by step, live: uPlot on the page, and the same lines as SVG in a file. */
import { el, fill } from '../dom.js';
import { decade, decades, short, whole } from '../numbers.js';
import { onLanguage, t } from '../text.js';
import { colour, onTheme } from '../theme.js';
import { saveUnseen } from './figure.js';
import { Plane, around } from './plane.js';

/* global uPlot */

function positive(series) {
  let from = Infinity;
  let to = -Infinity;
  for (const values of series) {
    for (const value of values) {
      if (value > 0 && Number.isFinite(value)) {
        from = Math.min(from, value);
        to = Math.max(to, value);
      }
    }
  }
  return from > to ? { from: 0.1, to: 10 } : { from: from * 0.8, to: Math.max(to * 1.25, from * 1.3) };
}

/** Places on a logarithmic axis: 1, 2 and 5 times the powers of ten where there is room, else the powers alone. */
function places(from, to) {
  if (to / from > 300) return decades(from, to, 7);
  const first = Math.floor(Math.log10(from));
  const last = Math.ceil(Math.log10(to));
  const all = [];
  for (let exponent = first; exponent <= last; exponent++) {
    for (const digit of [1, 2, 5]) all.push(Number(`${digit}e${exponent}`));
  }
  return all.filter((place) => place >= from && place <= to);
}

/** The curves of a run; `log` says how the loss is drawn. */
export class Curves {
  #chart;
  #data = [[], [], []];
  #log = true;
  #ratio = 0.58;

  constructor() {
    this.host = el('div', { class: 'figure-host curves' });
    this.heading = el('span', { class: 'figure-title' });
    this.legend = el('div', { class: 'figure-extra legend' });
    this.logButton = el('button', { type: 'button', class: 'quiet small', 'aria-pressed': 'true', onclick: () => this.#turn() });
    this.button = el('button', { type: 'button', class: 'quiet small save', onclick: () => this.save() }, 'SVG');
    this.node = el(
      'figure',
      { class: 'figure' },
      el('figcaption', {}, this.heading, this.legend, this.logButton, this.button),
      this.host,
    );
    new ResizeObserver(() => this.#fit()).observe(this.host);
    onTheme(() => this.#rebuild());
    onLanguage(() => this.#rebuild());
    this.#rebuild();
  }

  /** @param data steps, losses, validation losses (null where there is none) */
  show(data) {
    this.#data = data;
    this.#chart?.setData(data);
  }

  #turn() {
    this.#log = !this.#log;
    this.logButton.setAttribute('aria-pressed', String(this.#log));
    this.#rebuild();
  }

  /** Keeps the height of the picture beside it, which is a share of the width. */
  set ratio(share) {
    if (share === this.#ratio) return;
    this.#ratio = share;
    this.#fit();
  }

  #height(width) {
    return Math.round(Math.min(480, Math.max(250, width * this.#ratio)));
  }

  #fit() {
    const width = this.host.clientWidth;
    if (width < 20) return;
    if (this.#chart) this.#chart.setSize({ width, height: this.#height(width) });
    else this.#rebuild();
  }

  #rebuild() {
    this.heading.textContent = t('curves.title');
    this.logButton.textContent = t('curves.log');
    this.button.setAttribute('aria-label', t('save.svg', { title: t('curves.title') }));
    fill(
      this.legend,
      el('span', { class: 'key series-1' }, t('curves.loss')),
      el('span', { class: 'key series-2' }, t('curves.validation')),
    );
    const width = this.host.clientWidth;
    if (width < 20) return;
    this.#chart?.destroy();
    this.#chart = new uPlot(this.#options(width), this.#data, this.host);
  }

  #options(width) {
    const axis = {
      stroke: colour('soft'),
      font: '11px ' + getComputedStyle(document.body).fontFamily,
      grid: { stroke: colour('line'), width: 1 },
      ticks: { stroke: colour('line'), width: 1, size: 4 },
    };
    const splits = this.#log ? (plot, axisIndex, from, to) => places(from, to) : undefined;
    const line = (name, tint) => ({ label: name, stroke: tint, width: 1.6, points: { show: false }, spanGaps: true });
    return {
      width,
      height: this.#height(width),
      legend: { show: false },
      cursor: { drag: { x: true, y: false } },
      scales: {
        x: { time: false },
        y: this.#log ? { distr: 3, range: () => this.#range() } : { range: (plot, low, high) => [Math.min(0, low ?? 0), (high ?? 1) * 1.05] },
      },
      axes: [
        { ...axis, grid: { show: false }, size: 28, values: (plot, at) => at.map((place) => (place === null ? '' : whole(place))) },
        { ...axis, size: 46, ...(splits && { splits, filter: (plot, at) => at }), values: (plot, at) => at.map((place) => this.#tick(place)) },
      ],
      series: [{}, line('loss', colour('series-1')), line('validation', colour('series-2'))],
      padding: [8, 26, 0, 0],
    };
  }

  #range() {
    const { from, to } = positive(this.#data.slice(1));
    return [from, to];
  }

  /** How the loss is written beside its axis. */
  #tick(at) {
    if (at === null || at === undefined) return '';
    const power = Math.abs(Math.log10(at) - Math.round(Math.log10(at))) < 1e-9;
    return this.#log && power && (at < 0.01 || at >= 1000) ? decade(at) : short(at, 3);
  }

  /** Gives the curves as a file. */
  save() {
    const [steps, losses, validations] = this.#data;
    const values = [losses, validations];
    const y = this.#log ? { ...positive(values), log: true } : around(values.flat(), 0.05);
    const plane = new Plane(720, 400, { ...around(steps, 0), label: t('curves.step') }, { ...y, label: t('curves.loss') }, { top: 22, name: t('curves.title') });
    plane.line(steps.map((step, index) => [step, losses[index] ?? NaN]), 'series-1');
    plane.line(
      steps.map((step, index) => [step, validations[index]]).filter(([, value]) => value !== null && value !== undefined),
      'series-2',
    );
    saveUnseen(plane.node, 'loss');
  }
}
