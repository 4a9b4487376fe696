/** A card for each layer: how its values and its gradients are spread, and which units have stopped learning. */
import { drawHistogram } from '../chart/histogram.js';
import { saveSvg } from '../chart/figure.js';
import { el, fill, svg } from '../dom.js';
import { short } from '../numbers.js';
import { t } from '../text.js';

/** Of a card, in pixels. */
const padding = 14;

export class LayerCards {
  constructor() {
    this.heading = el('h3');
    this.hint = el('p', { class: 'lead' });
    this.grid = el('div', { class: 'layer-cards' });
    this.node = el('section', { class: 'stack' }, el('div', {}, this.heading, this.hint), this.grid);
    new ResizeObserver(() => this.redraw()).observe(this.grid);
  }

  show(network, snapshot) {
    this.network = network;
    this.snapshot = snapshot;
    this.redraw();
  }

  redraw() {
    this.heading.textContent = t('layers.title');
    this.hint.textContent = t('layers.lead');
    const { network, snapshot } = this;
    if (!snapshot?.layers || this.grid.clientWidth < 20) return;
    const column = parseFloat(getComputedStyle(this.grid).gridTemplateColumns);
    const width = Math.floor(column) - 2 * padding - 2;
    const focused = [...this.grid.querySelectorAll('button')].indexOf(document.activeElement);
    fill(this.grid, snapshot.layers.map((layer, index) => this.#card(layer, network.layers[index], Math.max(100, width))));
    if (focused >= 0) this.grid.querySelectorAll('button')[focused]?.focus({ preventScroll: true });
  }

  #card(layer, described, width) {
    const name = `${layer.name}, ${layer.kind}`;
    const part = (key, histogram, kind) => {
      const picture = drawHistogram(histogram, width, { kind, name: `${t(key)} ${layer.name}` });
      return el(
        'div',
        { class: 'layer-part' },
        el('h4', {}, t(key), saveButton(picture, `${layer.name}-${kind === 'series-1' ? 'values' : 'gradients'}`, `${t(key)} ${name}`)),
        picture,
      );
    };
    return el(
      'article',
      { class: 'card layer-card', dataset: { layer: layer.name } },
      el('header', {}, el('span', { class: 'layer-name' }, layer.name), el('span', { class: 'tag' }, t('layers.kind', { kind: layer.kind.replaceAll('_', ' '), units: layer.units }))),
      layer.activations ? part('layers.activations', layer.activations, 'series-1') : undefined,
      layer.gradients ? part('layers.gradients', layer.gradients, 'series-2') : undefined,
      marks(layer),
      described?.parameters.filter((parameter) => /^w/i.test(parameter)).map((parameter) => this.#update(parameter)),
    );
  }

  #update(parameter) {
    const ratio = this.snapshot.updates?.find((update) => update.name === parameter)?.ratio;
    return el(
      'div',
      { class: 'layer-part' },
      el('h4', {}, t('layers.update', { name: parameter.toLowerCase() })),
      el('div', { class: 'ratio' }, gauge(ratio), el('span', { class: 'number' }, short(ratio, 2))),
    );
  }
}

function saveButton(picture, file, title) {
  return el('button', { type: 'button', class: 'quiet small save', 'aria-label': t('save.svg', { title }), onclick: () => saveSvg(picture, file) }, 'SVG');
}

function marks(layer) {
  if (layer.kind === 'dense') return undefined;
  const dead = layer.dead?.length ?? 0;
  const saturated = layer.saturated?.length ?? 0;
  const tag = (count, key) =>
    el('span', { class: `tag ${count > 0 ? 'warm' : ''}`, title: count > 0 ? t('layers.which', { units: layer[key].slice(0, 40).join(', ') }) : undefined }, t(`layers.${key}`, { count, units: layer.units }));
  return el('p', { class: 'row layer-marks' }, tag(dead, 'dead'), tag(saturated, 'saturated'));
}

/** From a millionth to 1, by powers of ten; the shaded part is where a healthy run usually is. */
function gauge(ratio) {
  const place = (value) => 4 + (112 * (Math.log10(value) + 6)) / 6;
  const at = ratio > 0 ? place(Math.min(1, Math.max(1e-6, ratio))) : undefined;
  return svg(
    'svg',
    { class: 'gauge', viewBox: '0 0 120 14', role: 'img', 'aria-label': t('layers.gauge', { value: short(ratio, 2) }) },
    svg('title', {}, t('layers.gauge.hint')),
    svg('rect', { class: 'gauge-track', x: 4, y: 5, width: 112, height: 4, rx: 2 }),
    svg('rect', { class: 'gauge-good', x: place(1e-4), y: 5, width: place(1e-2) - place(1e-4), height: 4 }),
    at ? svg('circle', { class: 'gauge-now', cx: at, cy: 7, r: 4.5 }) : undefined,
  );
}
