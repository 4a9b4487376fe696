/** How often values occur, as bars. */
import { t } from '../text.js';
import { Plane } from './plane.js';

/** `{low, high, counts}`; `kind` gives the bars their colour. */
export function drawHistogram(histogram, width, { height = 92, kind = 'series-1', name = '' } = {}) {
  const { low, high, counts } = histogram;
  const most = Math.max(1, ...counts);
  const reach = high > low ? { from: low, to: high } : { from: low - 1, to: low + 1 };
  const plane = new Plane(width, height, { ...reach, ticks: landmarks(reach) }, { from: 0, to: most, ticks: [] }, { left: 6, right: 6, top: 4, name: name || t('histogram.name') });
  const step = (reach.to - reach.from) / counts.length;
  counts.forEach((count, index) => {
    if (count > 0) plane.box(reach.from + index * step, 0, reach.from + (index + 1) * step, Math.max(count, most * 0.012), `bar ${kind}`);
  });
  if (reach.from < 0 && reach.to > 0) plane.upright(0, 'zero');
  return plane.node;
}

/** The ends, and 0 where it lies well between them. */
function landmarks({ from, to }) {
  const span = to - from;
  const round = (value) => Number(value.toPrecision(2));
  const inner = [round(from + span * 0.14), round(to - span * 0.14)];
  const zero = from < -0.35 * span && to > 0.35 * span ? [0] : [];
  return [...new Set([inner[0], ...zero, inner[1]])];
}
