/** What the network has learned, over its input: a curve for one input, regions for two. */
import { svg } from '../dom.js';
import { classColour, css, region, signed } from '../palette.js';
import { t } from '../text.js';
import { Plane, around } from './plane.js';

/** The fit of a function of one input: `{x, predicted, truth?: [[x, y]], points: [[x, y]], names}`. */
export function drawCurve(fit, width) {
  const height = Math.round(Math.min(420, Math.max(250, width * 0.58)));
  const goal = [...fit.points, ...(fit.truth ?? [])].map((point) => point[1]);
  const steady = around(goal, 0.25);
  const full = around([...goal, ...fit.predicted], 0.06);
  // A network that has learned nothing yet may be far off: then its curve leaves the picture, not the data.
  const span = steady.to - steady.from;
  const y = { from: Math.max(full.from, steady.from - span), to: Math.min(full.to, steady.to + span) };
  const x = around(fit.x, 0);
  const plane = new Plane(width, height, { ...x, label: fit.names?.[0] ?? 'x' }, { from: Math.min(y.from, steady.from), to: Math.max(y.to, steady.to), label: fit.names?.[1] ?? 'y' }, { top: 20, name: t('fit.title') });
  clip(plane);
  for (const [px, py] of fit.points) plane.dot(px, py, 'sample', 2.4);
  if (fit.truth) plane.line(fit.truth, 'truth');
  plane.line(fit.x.map((at, index) => [at, fit.predicted[index]]), 'series-2 strong');
  return plane.node;
}

let clips = 0;

function clip(plane) {
  const id = `clip-${++clips}`;
  plane.node.prepend(
    svg('clipPath', { id }, svg('rect', { x: plane.left, y: 0, width: plane.innerWidth, height: plane.top + plane.innerHeight })),
  );
  plane.marks.setAttribute('clip-path', `url(#${id})`);
}

/** A point for each place; the browser blends between them when it stretches the picture. */
function bitmap(colours, columns, rows) {
  const canvas = document.createElement('canvas');
  canvas.width = columns;
  canvas.height = rows;
  const pen = canvas.getContext('2d');
  const image = pen.createImageData(columns, rows);
  colours.forEach((rgb, index) => {
    const row = rows - 1 - Math.floor(index / columns); // the first line is the lowest
    image.data.set([...rgb, 255], 4 * (row * columns + (index % columns)));
  });
  pen.putImageData(image, 0, 0);
  return canvas.toDataURL();
}

/**
 * Regions over two inputs: `{range: {x0, x1, y0, y1}, columns, rows, values, classes, points: [[x, y, class or value]]}`.
 * `values` has a line of probabilities for each place if there are classes, else one number for each.
 */
export function drawRegions(fit, width) {
  const { range, columns, rows } = fit;
  const side = Math.min(width, 560);
  const height = Math.round(side * 0.86);
  const plane = new Plane(width, height, { from: range.x0, to: range.x1, label: fit.names?.[0] ?? 'x1' }, { from: range.y0, to: range.y1, label: fit.names?.[1] ?? 'x2' }, { top: 20, name: t('fit.title') });
  const number = !fit.classes;
  const bound = number ? Math.max(1e-12, ...fit.values.map(Math.abs), ...fit.points.map((point) => Math.abs(point[2]))) : 1;
  const colours = fit.values.map((value) => (number ? signed((0.75 * value) / bound) : region(value)));
  plane.image(range.x0, range.y0, range.x1, range.y1, bitmap(colours, columns, rows));
  clip(plane);
  for (const [x, y, label] of fit.points) {
    const tint = number ? css(signed(label / bound)) : css(classColour(label));
    marker(plane, x, y, number ? 0 : label, tint);
  }
  return plane.node;
}

/** Classes differ in shape as well as in colour. */
function marker(plane, x, y, label, tint) {
  const cx = plane.x(x);
  const cy = plane.y(y);
  const common = { class: 'class-mark', fill: tint };
  const shapes = [
    () => svg('circle', { ...common, cx, cy, r: 3.3 }),
    () => svg('rect', { ...common, x: cx - 3, y: cy - 3, width: 6, height: 6 }),
    () => svg('path', { ...common, d: `M${cx} ${cy - 4}L${cx + 3.7} ${cy + 2.8}H${cx - 3.7}Z` }),
    () => svg('path', { ...common, d: `M${cx} ${cy - 4.2}L${cx + 4.2} ${cy}L${cx} ${cy + 4.2}L${cx - 4.2} ${cy}Z` }),
  ];
  plane.marks.append(shapes[label % shapes.length]());
}
