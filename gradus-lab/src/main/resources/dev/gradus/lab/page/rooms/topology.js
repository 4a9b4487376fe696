/** The network with its weights, as a snapshot has them. */
import { NetworkDrawing } from '../chart/network.js';
import { saveSvg } from '../chart/figure.js';
import { el } from '../dom.js';
import { t } from '../text.js';

/** The layers in groups: a dense layer with all that follows it up to the next. */
export function groups(network) {
  const found = [];
  for (const layer of network.layers) {
    if (layer.kind === 'dense') found.push({ dense: layer, last: layer, layers: [layer] });
    else if (found.length > 0) {
      found.at(-1).last = layer;
      found.at(-1).layers.push(layer);
    }
  }
  return found;
}

const block = (snapshot, name) => snapshot.weights?.find((weights) => weights.name === name);

function column(group, snapshot, outputs) {
  const marked = (what) => new Set(group.layers.flatMap((layer) => snapshot.layers?.find((found) => found.name === layer.name)?.[what] ?? []));
  const bias = group.dense.parameters.map((name) => block(snapshot, name)).find((weights) => weights?.rows === 1 && /^b/i.test(weights.name));
  return { title: group.last.name, units: group.last.units, names: outputs, bias: bias?.values, dead: marked('dead'), saturated: marked('saturated') };
}

function link(group, snapshot) {
  const weights = group.dense.parameters.map((name) => block(snapshot, name)).find((found) => /^w/i.test(found?.name ?? ''));
  return weights && { name: weights.name.toLowerCase(), rows: weights.rows, cols: weights.columns, values: weights.values };
}

export class Topology {
  constructor() {
    this.drawing = new NetworkDrawing();
    this.heading = el('span', { class: 'figure-title' });
    this.legend = el('div', { class: 'figure-extra legend' });
    this.button = el('button', { type: 'button', class: 'quiet small save', onclick: () => this.drawing.picture && saveSvg(this.drawing.picture, 'network') }, 'SVG');
    this.node = el('figure', { class: 'card figure' }, el('figcaption', {}, this.heading, this.legend, this.button), this.drawing.node);
    this.#words();
  }

  show(network, snapshot) {
    this.node.hidden = !snapshot.weights?.length;
    if (this.node.hidden) return;
    const stacked = groups(network);
    this.drawing.show({
      columns: [
        { title: 'x', units: network.inputs.length, names: network.inputs },
        ...stacked.map((group, index) => column(group, snapshot, index === stacked.length - 1 ? network.outputs : undefined)),
      ],
      links: stacked.map((group) => link(group, snapshot)),
    });
  }

  redraw() {
    this.#words();
    this.drawing.redraw();
  }

  #words() {
    this.heading.textContent = t('network.title');
    this.button.setAttribute('aria-label', t('save.svg', { title: t('network.title') }));
    this.legend.replaceChildren(
      el('span', { class: 'key weight-positive' }, t('network.positive')),
      el('span', { class: 'key weight-negative' }, t('network.negative')),
      el('span', { class: 'key unit-dead' }, t('network.dead')),
      el('span', { class: 'key unit-saturated' }, t('network.saturated')),
    );
  }
}
