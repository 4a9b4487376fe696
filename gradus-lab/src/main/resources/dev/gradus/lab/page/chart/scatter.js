/** What was predicted beside what was: for more inputs than a picture has dimensions. */
import { svg } from '../dom.js';
import { css, inkOn, signed } from '../palette.js';
import { t } from '../text.js';
import { Plane, around } from './plane.js';

/** Predicted by actual values; on the diagonal they agree. */
export function drawScatter({ actual, predicted, names }, width) {
  const side = Math.min(width, 520);
  const range = around([...actual, ...predicted]);
  const plane = new Plane(side, Math.round(side * 0.8), { ...range, label: names[0] }, { ...range, label: names[1] }, { top: 20, name: t('fit.title') });
  plane.line([[range.from, range.from], [range.to, range.to]], 'truth');
  actual.forEach((value, index) => plane.dot(value, predicted[index], 'sample strong', 2.8));
  return plane.node;
}

/** How often each class was predicted as which: the confusion matrix. */
export function drawConfusion({ actual, predicted, classes, names }, width) {
  const shown = classes.length;
  const counts = Array.from({ length: shown }, () => new Array(shown).fill(0));
  actual.forEach((value, index) => counts[value][predicted[index]]++);
  const left = 96;
  const cell = Math.max(14, Math.min(64, (Math.min(width, 520) - left - 12) / shown));
  const top = 44;
  const height = Math.max(250, top + cell * shown + 12);
  const picture = svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, class: 'plane', role: 'img', 'aria-label': t('fit.title') });
  const axis = (x, y, words, anchor) => svg('text', { class: 'axis-name', x, y, 'text-anchor': anchor }, words);
  picture.append(axis(left + (cell * shown) / 2, 12, names[1], 'middle'), axis(4, top - 8, names[0], 'start'));
  counts.forEach((line, row) => {
    const total = Math.max(1, line.reduce((sum, count) => sum + count, 0));
    picture.append(
      svg('text', { class: 'tick', x: left - 8, y: top + (row + 0.5) * cell + 4, 'text-anchor': 'end' }, clipped(classes[row], 13)),
      svg('text', { class: 'tick', x: left + (row + 0.5) * cell, y: top - 8, 'text-anchor': 'middle' }, clipped(classes[row], Math.max(2, Math.floor(cell / 7)))),
    );
    line.forEach((count, column) => {
      const rgb = signed((row === column ? 0.85 : -0.85) * (count / total));
      picture.append(
        svg('rect', { x: left + column * cell, y: top + row * cell, width: cell - 2, height: cell - 2, rx: 3, fill: css(rgb), class: 'confusion' }),
        count > 0 ? svg('text', { class: 'count', x: left + (column + 0.5) * cell - 1, y: top + (row + 0.5) * cell + 4, 'text-anchor': 'middle', fill: inkOn(rgb) }, String(count)) : '',
      );
    });
  });
  return picture;
}

const clipped = (name, most) => (name.length > most ? `${name.slice(0, most - 1)}…` : name);
