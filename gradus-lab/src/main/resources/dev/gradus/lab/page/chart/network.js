/**
 * The network as it is drawn on a blackboard: units as circles, weights as lines. Width and strength say how large a
 * weight is, colour its sign. A line or unit under the pointer, or chosen by the arrow keys, tells its numbers.
 */
import { el, fill, svg } from '../dom.js';
import { short } from '../numbers.js';
import { t } from '../text.js';
import { nearest } from './nearest.js';

const mostUnits = 32;
const top = 30;
const bottom = 12;

/** Which units of a layer are drawn: all, or evenly chosen ones. */
function shown(units) {
  if (units <= mostUnits) return Array.from({ length: units }, (_, index) => index);
  return Array.from({ length: mostUnits }, (_, index) => Math.round((index * (units - 1)) / (mostUnits - 1)));
}

/** Where the units are. */
function places(net, width, height) {
  const side = Math.min(90, width * 0.09) + 8;
  const gap = (width - 2 * side) / Math.max(1, net.columns.length - 1);
  return net.columns.map((column, index) => {
    const units = shown(column.units);
    const room = height - top - bottom;
    const step = Math.min(34, room / units.length);
    const first = top + room / 2 - (step * (units.length - 1)) / 2;
    const radius = Math.max(2.5, Math.min(8, step * 0.36));
    return { x: side + index * gap, units, radius, y: units.map((_, line) => first + line * step) };
  });
}

export class NetworkDrawing {
  #net;
  #places = [];
  #lines = [];
  #circles = [];
  #shape = '';
  #chosen = { column: 0, line: 0 };

  constructor() {
    this.info = el('p', { class: 'network-info number', 'aria-live': 'polite' });
    this.tip = el('div', { class: 'tip number', hidden: true });
    this.host = el('div', { class: 'network-host', tabindex: '0', role: 'group', onkeydown: (event) => this.#key(event) });
    this.host.addEventListener('pointermove', (event) => this.#point(event));
    this.host.addEventListener('pointerleave', () => this.#leave());
    this.host.addEventListener('blur', () => this.#mark(undefined));
    this.node = el('div', { class: 'network' }, this.host, this.info, this.tip);
    new ResizeObserver(() => this.#rebuild()).observe(this.host);
  }

  /**
   * @param net `{columns: [{title, units, names?, bias?, dead?, saturated?}], links: [{name, rows, cols, values}]}`: a
   *     link's values go from the column before to the one at its place, row by row
   */
  show(net) {
    this.#net = net;
    const shape = net.columns.map((column) => `${column.title}:${column.units}`).join(' ');
    if (shape === this.#shape) this.#paint();
    else this.#rebuild(shape);
  }

  /** The drawing as it stands. */
  get picture() {
    return this.host.querySelector('svg');
  }

  /** Draws all again: another language or theme. */
  redraw() {
    if (this.#net) this.#rebuild();
  }

  #rebuild(shape = this.#shape) {
    const width = this.host.clientWidth;
    if (!this.#net || width < 20) return;
    this.#shape = shape;
    const largest = Math.max(...this.#net.columns.map((column) => Math.min(mostUnits, column.units)));
    const height = Math.max(190, Math.min(430, top + bottom + largest * (largest > 20 ? 12 : 22)));
    this.#places = places(this.#net, width, height);
    const links = svg('g', { class: 'links' });
    const units = svg('g', { class: 'units' });
    this.#lines = this.#net.links.map((link, index) => this.#link(link, index, links));
    this.#circles = this.#net.columns.map((column, index) => this.#column(column, index, units));
    this.frame = svg('circle', { class: 'chosen', r: 0, fill: 'none' });
    fill(
      this.host,
      svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, class: 'network-picture', role: 'img', 'aria-label': t('network.title') }, links, units, this.frame),
    );
    this.host.setAttribute('aria-label', t('network.keys'));
    this.info.textContent = t('network.hint');
    this.#paint();
  }

  #link(link, index, group) {
    if (!link) return [];
    const from = this.#places[index];
    const to = this.#places[index + 1];
    const lines = [];
    from.units.forEach((row, a) =>
      to.units.forEach((column, b) => {
        const node = svg('line', { x1: from.x + from.radius, y1: from.y[a], x2: to.x - to.radius, y2: to.y[b] });
        group.append(node);
        lines.push({ node, row, column, x1: from.x, y1: from.y[a], x2: to.x, y2: to.y[b] });
      }),
    );
    return lines;
  }

  #column(column, index, group) {
    const place = this.#places[index];
    group.append(
      svg('text', { class: 'column-name', x: place.x, y: 12, 'text-anchor': 'middle' }, column.title),
      svg('text', { class: 'column-size', x: place.x, y: 24, 'text-anchor': 'middle' }, place.units.length < column.units ? t('network.some', { shown: place.units.length, units: column.units }) : String(column.units)),
    );
    return place.units.map((unit, line) => {
      const node = svg('circle', { cx: place.x, cy: place.y[line], r: place.radius });
      group.append(node);
      const name = column.names?.[unit];
      if (name !== undefined && column.units <= 12) {
        const left = index === 0;
        group.append(svg('text', { class: 'unit-name', x: place.x + (left ? -1 : 1) * (place.radius + 5), y: place.y[line] + 4, 'text-anchor': left ? 'end' : 'start' }, clipped(name)));
      }
      return { node, unit, x: place.x, y: place.y[line] };
    });
  }

  #paint() {
    this.#lines.forEach((lines, index) => {
      const link = this.#net.links[index];
      if (!link) return;
      const largest = Math.max(1e-12, ...link.values.map(Math.abs));
      for (const line of lines) {
        const value = link.values[line.row * link.cols + line.column];
        const share = Math.abs(value) / largest;
        line.value = value;
        line.node.setAttribute('class', value < 0 ? 'negative' : 'positive');
        line.node.setAttribute('stroke-width', (0.25 + 2.3 * share).toFixed(2));
        line.node.setAttribute('stroke-opacity', (0.1 + 0.75 * share).toFixed(2));
      }
    });
    this.#circles.forEach((circles, index) => {
      const column = this.#net.columns[index];
      for (const { node, unit } of circles) {
        const state = column.dead?.has(unit) ? ' dead' : column.saturated?.has(unit) ? ' saturated' : '';
        node.setAttribute('class', `unit${state}`);
      }
    });
  }

  #point(event) {
    if (!this.#net) return;
    const box = this.host.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    const found = nearest(this.#circles, this.#lines, x, y);
    this.#mark(found?.node);
    this.tip.hidden = !found;
    if (!found) return;
    const words = found.line ? this.#weightWords(found) : this.#unitWords(found.column, found.line0);
    this.tip.textContent = words;
    this.info.textContent = words;
    this.tip.style.setProperty('left', `${Math.min(x + 14, Math.max(0, box.width - 190))}px`);
    this.tip.style.setProperty('top', `${y + 16}px`);
  }

  #leave() {
    this.tip.hidden = true;
    this.#mark(undefined);
  }

  #key(event) {
    const moves = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };
    const move = moves[event.key];
    if (!move || !this.#net) return;
    event.preventDefault();
    const column = Math.max(0, Math.min(this.#circles.length - 1, this.#chosen.column + move[0]));
    const line = Math.max(0, Math.min(this.#circles[column].length - 1, this.#chosen.line + move[1]));
    this.#chosen = { column, line };
    this.#mark(this.#circles[column][line].node);
    this.info.textContent = this.#unitWords(column, line);
  }

  #mark(node) {
    this.marked?.classList.remove('marked');
    this.marked = node;
    node?.classList.add('marked');
  }

  #weightWords({ link, line }) {
    const { name } = this.#net.links[link];
    return t('network.weight', { name: `${name}[${line.row}, ${line.column}]`, value: short(line.value, 6) });
  }

  #unitWords(index, line) {
    const column = this.#net.columns[index];
    const { unit } = this.#circles[index][line];
    const words = [column.names?.[unit] ?? `${column.title}[${unit}]`];
    if (column.bias) words.push(t('network.bias', { value: short(column.bias[unit], 6) }));
    const incoming = this.#net.links[index - 1];
    if (incoming) {
      const weights = Array.from({ length: Math.min(6, incoming.rows) }, (_, row) => short(incoming.values[row * incoming.cols + unit], 3));
      words.push(t('network.incoming', { values: weights.join(', ') + (incoming.rows > 6 ? ' …' : '') }));
    }
    if (column.dead?.has(unit)) words.push(t('network.dead'));
    if (column.saturated?.has(unit)) words.push(t('network.saturated'));
    return words.join(' · ');
  }
}

const clipped = (name) => (name.length > 12 ? `${name.slice(0, 11)}…` : name);
