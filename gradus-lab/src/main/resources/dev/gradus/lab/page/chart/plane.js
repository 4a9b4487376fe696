/** A plane with axes, drawn as SVG: what the fit, the histograms, the sweep and the what-if curve stand on. */
import { svg } from '../dom.js';
import { decade, decades, short, ticks } from '../numbers.js';

/** Maps numbers to pixels, linearly or by their logarithm. */
function scale({ from, to, log }, first, last) {
  const place = log ? Math.log10 : (value) => value;
  const start = place(from);
  const span = place(to) - start || 1;
  return (value) => first + ((place(value) - start) / span) * (last - first);
}

const round = (value) => Math.round(value * 100) / 100;

/**
 * A plane of a size in pixels.
 *
 * Each axis is `{from, to, log?, label?, ticks?}`; the range of a logarithmic one is above 0.
 */
export class Plane {
  constructor(width, height, x, y, { left = 46, right = 12, top = 10, bottom, name = '' } = {}) {
    const below = bottom ?? (x.label ? 40 : 24);
    Object.assign(this, { width, height, left, right, top, bottom: below });
    this.innerWidth = Math.max(1, width - left - right);
    this.innerHeight = Math.max(1, height - top - below);
    this.x = scale(x, left, left + this.innerWidth);
    this.y = scale(y, top + this.innerHeight, top);
    this.marks = svg('g', { class: 'marks' });
    this.node = svg(
      'svg',
      { viewBox: `0 0 ${width} ${height}`, width, height, class: 'plane', role: 'img', 'aria-label': name },
      this.#grid(x, y),
      this.marks,
    );
  }

  #grid(x, y) {
    const { left, top, innerWidth, innerHeight, width, height } = this;
    const floor = top + innerHeight;
    const group = svg('g', { class: 'axes' });
    for (const value of this.#places(y, Math.max(2, Math.floor(innerHeight / 42)))) {
      const at = round(this.y(value));
      group.append(
        svg('line', { class: 'grid', x1: left, x2: left + innerWidth, y1: at, y2: at }),
        svg('text', { class: 'tick', x: left - 7, y: at + 3.5, 'text-anchor': 'end' }, this.#word(y, value)),
      );
    }
    for (const value of this.#places(x, Math.max(2, Math.floor(innerWidth / 70)))) {
      const at = round(this.x(value));
      group.append(
        svg('line', { class: 'tickmark', x1: at, x2: at, y1: floor, y2: floor + 4 }),
        svg('text', { class: 'tick', x: at, y: floor + 16, 'text-anchor': 'middle' }, this.#word(x, value)),
      );
    }
    group.append(svg('line', { class: 'base', x1: left, x2: left + innerWidth, y1: floor, y2: floor }));
    if (x.label) {
      group.append(
        svg('text', { class: 'axis-name', x: left + innerWidth / 2, y: height - 5, 'text-anchor': 'middle' }, x.label),
      );
    }
    if (y.label) {
      group.append(svg('text', { class: 'axis-name', x: Math.min(left, 6), y: 11, 'text-anchor': 'start' }, y.label));
    }
    return group;
  }

  #places(axis, wanted) {
    if (axis.ticks) return axis.ticks;
    return axis.log ? decades(axis.from, axis.to, wanted) : ticks(axis.from, axis.to, wanted);
  }

  #word(axis, value) {
    return axis.log ? decade(value) : short(value);
  }

  /** A line through points; a point that is not finite breaks it. */
  line(points, kind) {
    let path = '';
    let pen = false;
    for (const [px, py] of points) {
      const x = this.x(px);
      const y = this.y(py);
      pen = Number.isFinite(x) && Number.isFinite(y) && (path += `${pen ? 'L' : 'M'}${round(x)} ${round(y)}`) !== '';
    }
    return this.#put(svg('path', { class: `curve ${kind}`, d: path, fill: 'none' }));
  }

  /** A band between two lines over the same places. */
  band(places, lower, upper, kind) {
    const point = (x, y) => `${round(this.x(x))} ${round(this.y(y))}`;
    const there = places.map((x, index) => point(x, upper[index]));
    const back = places.map((x, index) => point(x, lower[index])).reverse();
    return this.#put(svg('path', { class: `band ${kind}`, d: `M${[...there, ...back].join('L')}Z` }));
  }

  dot(x, y, kind, radius = 3, fill = undefined) {
    return this.#put(svg('circle', { class: `dot-mark ${kind}`, cx: round(this.x(x)), cy: round(this.y(y)), r: radius, fill }));
  }

  /** A box between two corners. */
  box(x0, y0, x1, y1, kind, fill = undefined) {
    const left = Math.min(this.x(x0), this.x(x1));
    const top = Math.min(this.y(y0), this.y(y1));
    const width = round(Math.abs(this.x(x1) - this.x(x0)));
    const height = round(Math.abs(this.y(y1) - this.y(y0)));
    return this.#put(svg('rect', { class: `box ${kind}`, x: round(left), y: round(top), width, height, fill }));
  }

  /** A picture stretched between two corners. */
  image(x0, y0, x1, y1, href) {
    const place = { x: round(this.x(x0)), y: round(this.y(y1)), width: round(this.x(x1) - this.x(x0)), height: round(this.y(y0) - this.y(y1)) };
    return this.#put(svg('image', { ...place, preserveAspectRatio: 'none', href }));
  }

  upright(x, kind) {
    const at = round(this.x(x));
    return this.#put(svg('line', { class: kind, x1: at, x2: at, y1: this.top, y2: this.top + this.innerHeight }));
  }

  /** Words at a place, or a little beside it. */
  note(x, y, words, anchor = 'start') {
    const shift = { start: 6, end: -6 }[anchor] ?? 0;
    return this.#put(svg('text', { class: 'note', x: round(this.x(x)) + shift, y: round(this.y(y)), 'text-anchor': anchor }, words));
  }

  #put(node) {
    this.marks.append(node);
    return node;
  }
}

/** The range of numbers, a little wider than they are. */
export function around(values, margin = 0.06) {
  let from = Infinity;
  let to = -Infinity;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    if (value < from) from = value;
    if (value > to) to = value;
  }
  if (from > to) return { from: 0, to: 1 };
  const room = (to - from) * margin || Math.abs(to) * 0.1 || 1;
  return { from: from - room, to: to + room };
}
