/** The error of the difference quotient by the size of its step: truncation to the right, rounding to the left. */
import { el, svg } from '../dom.js';
import { t } from '../text.js';
import { Plane } from './plane.js';

/** `{twoPoint: {steps, errors}, fourPoint: {steps, errors}}`; an error of null has no place on a logarithmic axis. */
export function drawSweep({ twoPoint, fourPoint }, width) {
  const height = 230;
  const known = [twoPoint, fourPoint].flatMap((line) => line.errors.filter((error) => error > 0));
  if (known.length === 0) return el('p', { class: 'empty' }, t('sweep.exact'));
  const steps = [...twoPoint.steps, ...fourPoint.steps];
  const least = Math.min(...known);
  const most = Math.max(...known);
  const x = { from: Math.min(...steps), to: Math.max(...steps), log: true, label: t('sweep.step') };
  const y = { from: Math.min(least / 3, most / 1e3), to: most * 3, log: true, label: t('sweep.error') };
  const plane = new Plane(width, height, x, y, { top: 34, name: t('weight.sweep') });
  const points = ({ steps: at, errors }) => at.map((step, index) => [step, errors[index]]).filter(([, error]) => error > 0).sort((a, b) => a[0] - b[0]);
  for (const [line, kind] of [[twoPoint, 'series-2'], [fourPoint, 'series-1']]) {
    plane.line(points(line), kind);
    for (const [step, error] of points(line)) plane.dot(step, error, kind, 2.4);
  }
  plane.node.append(key(plane, 0, 'series-2', t('sweep.two')), key(plane, 1, 'series-1', t('sweep.four')));
  return plane.node;
}

function key(plane, place, kind, words) {
  const x = plane.left + 70 + place * 110;
  return svg('g', {}, svg('path', { class: `curve ${kind}`, d: `M${x} 8H${x + 16}` }), svg('text', { class: 'tick', x: x + 21, y: 12 }, words));
}
