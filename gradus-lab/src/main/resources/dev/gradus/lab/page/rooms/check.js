/** The third room: the gradient check of the present network, and what becomes of it when a mistake is planted. */
import { saveSvg } from '../chart/figure.js';
import { HeatMap } from '../chart/heatmap.js';
import { el, fill, throttled } from '../dom.js';
import { numberInput } from '../fields.js';
import { attempt } from '../notice.js';
import { short, whole } from '../numbers.js';
import { post } from '../session.js';
import { on, store } from '../store.js';
import { onLanguage, t } from '../text.js';
import { onTheme } from '../theme.js';
import { mistakeList, mistakeText } from './mistakes.js';

const verdicts = ['pass', 'kink', 'vacuous', 'unsure', 'fail'];

class CheckRoom {
  #result;
  #wish = { rows: 16, cover: false, plant: undefined };
  #follow = true;
  #busy = false;

  constructor(panel) {
    this.panel = panel;
    this.head = el('div', { class: 'room-head' });
    this.side = el('div', { class: 'card check-side' });
    this.counts = el('div', { class: 'counts', role: 'status' });
    this.map = new HeatMap();
    this.heading = el('span', { class: 'figure-title' });
    this.button = el('button', { type: 'button', class: 'quiet small save', onclick: () => this.map.picture && saveSvg(this.map.picture, 'gradient-check') }, 'SVG');
    this.legend = el('div', { class: 'legend heat-legend' });
    this.verdict = el('div', { class: 'card verdict-card', role: 'status' });
    this.coverage = el('div', { class: 'card' });
    this.worst = el('div', { class: 'card' });
    const figure = el('figure', { class: 'card figure' }, el('figcaption', {}, this.heading, this.counts, this.button), this.legend, this.map.node);
    fill(panel, this.head, el('div', { class: 'check-grid' }, this.side, el('div', { class: 'stack' }, this.verdict, figure, el('div', { class: 'check-below' }, this.coverage, this.worst))));
    onLanguage(() => this.#draw());
    onTheme(() => this.map.redraw());
    const again = throttled(1500, () => this.#again());
    on('snapshot', again);
    on('state', again);
  }

  enter() {
    if (this.#result) this.#draw();
    this.#key = '';
    this.#again();
  }

  #key = '';

  /** Checks again when the network has moved on, while the room is seen. */
  #again() {
    if (this.panel.hidden || !store.state) return;
    const step = Math.max(store.state.step, store.snapshot?.run === store.state.run ? store.snapshot.step : 0);
    const key = `${store.state.run}:${step}`;
    if (key === this.#key || (this.#result && !this.#follow && this.#key !== '')) return;
    this.#key = key;
    this.#check();
  }

  async #check() {
    if (this.#busy) {
      this.waiting = true;
      return;
    }
    this.#busy = true;
    const found = await attempt(() => post('api/check', this.#wish));
    this.#busy = false;
    if (found) {
      this.#result = found;
      this.#draw();
    } else if (this.#wish.plant) {
      this.#wish = { ...this.#wish, plant: undefined };
      this.#draw();
    }
    if (this.waiting) {
      this.waiting = false;
      this.#check();
    }
  }

  #plant(name) {
    this.#wish = { ...this.#wish, plant: name };
    this.#check();
  }

  #draw() {
    fill(this.head, el('h2', {}, t('check.title')), el('p', { class: 'lead' }, t('check.lead')));
    this.#side();
    const found = this.#result;
    if (!found) return;
    this.heading.textContent = t('check.map');
    this.button.setAttribute('aria-label', t('save.svg', { title: t('check.map') }));
    fill(this.counts, verdicts.map((name) => (found.counts[name] || name === 'pass' || name === 'fail' ? el('span', { class: `count-tag ${name}`, id: `count-${name}`, dataset: { value: found.counts[name] } }, t('check.count', { count: whole(found.counts[name]), verdict: t(`verdict.${name}`) })) : undefined)));
    fill(this.legend, el('span', { class: 'heat-scale' }, el('span', {}, '10⁻¹⁴'), el('span', { class: 'heat-ramp', 'aria-hidden': 'true' }), el('span', {}, '10⁻⁶')), ['kink', 'vacuous', 'unsure', 'fail'].map((name) => el('span', { class: `key heat-key ${name}`, title: t(`verdict.${name}.means`) }, t(`verdict.${name}`))));
    this.map.show(found.blocks);
    this.#verdict(found);
    this.#coverage(found);
    this.#worst(found);
  }

  #side() {
    const focus = document.activeElement?.id;
    const rows = numberInput(this.#wish.rows, (value) => {
      this.#wish = { ...this.#wish, rows: value };
      clearTimeout(this.typing);
      this.typing = setTimeout(() => this.#check(), 300);
    }, { range: { least: 1, most: 64 }, whole: true });
    rows.id = 'check-rows';
    const box = (id, key, checked, change) => el('label', { class: 'choice', for: id }, el('input', { type: 'checkbox', id, checked, onchange: (event) => change(event.target.checked) }), t(key));
    fill(
      this.side,
      el(
        'div',
        { class: 'fields' },
        el('div', { class: 'row' }, el('button', { type: 'button', class: 'primary', id: 'check-now', onclick: () => this.#check() }, t('check.now'))),
        el('div', { class: 'field inline' }, el('label', { for: 'check-rows' }, t('check.rows')), rows),
        box('check-follow', 'check.follow', this.#follow, (now) => { this.#follow = now; }),
        box('check-cover', 'check.cover', this.#wish.cover, (now) => { this.#wish = { ...this.#wish, cover: now }; this.#check(); }),
      ),
      el('h3', {}, t('check.plant')),
      el('p', { class: 'soft' }, t('check.plant.lead')),
      mistakeList(store.tables.mistakes, this.#result?.plantable ?? [], this.#wish.plant, (name) => this.#plant(name)),
    );
    if (focus) document.getElementById(focus)?.focus({ preventScroll: true });
  }

  #verdict(found) {
    const { planted, clinic } = found;
    const text = planted && mistakeText(planted);
    fill(
      this.verdict,
      el('p', { class: `verdict-line ${found.passed ? 'good' : 'bad'}` }, el('span', { class: 'seal', 'aria-hidden': 'true' }, found.passed ? '✓' : '✕'), el('strong', {}, t(found.passed ? 'check.passed' : 'check.failed', { count: whole(found.counts.fail), parameters: whole(found.parameters) }))),
      planted ? el('p', {}, el('span', { class: 'tag warm' }, t('check.planted')), ' ', el('strong', {}, text.title), where(planted), el('span', { class: 'soft block' }, text.sentence)) : undefined,
      planted && found.passed ? el('p', { class: 'soft' }, t('check.unseen')) : undefined,
      clinic ? this.#clinic(clinic) : undefined,
    );
    this.verdict.classList.toggle('bad', !found.passed);
  }

  #clinic(clinic) {
    return el(
      'div',
      { class: 'clinic', id: 'clinic' },
      el('h4', {}, t('check.clinic')),
      clinic.causes?.length
        ? el('ul', {}, clinic.causes.slice(0, 5).map((cause) => { const text = mistakeText(cause); return el('li', {}, el('strong', {}, text.title), where(cause), el('span', { class: 'soft block' }, text.sentence)); }))
        : el('p', {}, clinic.known ? clinic.sentence : t('check.unknown')),
    );
  }

  #coverage(found) {
    const layers = found.coverage.layers.filter((layer) => layer.units > 0);
    const share = found.coverage.tested / Math.max(1, found.checked);
    const line = (layer) => {
      const firing = layer.units - layer.silent.length;
      return el('tr', {}, el('td', {}, layer.name), el('td', { class: 'left' }, meter(firing / layer.units, t('check.firing', { firing, units: layer.units }))), el('td', {}, `${firing} / ${layer.units}`));
    };
    fill(
      this.coverage,
      el('h3', {}, t('check.coverage')),
      el('p', {}, t('check.tested', { tested: whole(found.coverage.tested), checked: whole(found.checked) })),
      meter(share, t('check.coverage')),
      layers.length ? el('table', { class: 'plain coverage' }, el('tbody', {}, layers.map(line))) : undefined,
      el('p', { class: 'soft' }, t('check.silent')),
    );
  }

  #worst(found) {
    const head = ['check.parameter', 'weight.gradient', 'weight.numeric', 'weight.error'];
    fill(
      this.worst,
      el('h3', {}, t('check.worst')),
      el(
        'div',
        { class: 'scroll' },
        el(
          'table',
          { class: 'plain' },
          el('thead', {}, el('tr', {}, head.map((key) => el('th', { scope: 'col' }, t(key))))),
          el('tbody', {}, found.worst.slice(0, 8).map((one) => el('tr', { class: one.verdict }, el('td', {}, one.name.replace(/^\w+/, (name) => name.toLowerCase())), el('td', {}, short(one.analytic, 5)), el('td', {}, short(one.numeric, 5)), el('td', {}, short(one.error, 3))))),
        ),
      ),
    );
  }
}

/** In which layers: what the server says behind the mistake's title. */
function where(cause) {
  if (!cause.where) return undefined;
  return el('span', { class: 'soft' }, ` ${t('check.at', { layers: cause.where.split(' at ').at(-1) })}`);
}

function meter(share, label) {
  const bar = el('span', { class: 'bar-fill' });
  bar.style.setProperty('width', `${(100 * share).toFixed(1)}%`);
  return el('span', { class: 'meter', role: 'img', 'aria-label': label }, bar);
}

export const checkRoom = (panel) => new CheckRoom(panel);
