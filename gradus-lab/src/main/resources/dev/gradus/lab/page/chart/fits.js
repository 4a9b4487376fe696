/** Joins a snapshot's fit with the data's points, and chooses the picture that suits them. */
import { t } from '../text.js';
import { drawCurve, drawRegions } from './fit.js';
import { drawConfusion, drawScatter } from './scatter.js';

function truthAt(points) {
  const { truth } = points;
  return truth ? truth.x.map((x, index) => [x, truth.y[index]]) : undefined;
}

function curve({ fit, points, data }, width) {
  return drawCurve(
    {
      x: fit.x,
      predicted: fit.y,
      truth: truthAt(points),
      points: points.x.map((x, index) => [x[0], points.y[index]]),
      names: [data.inputs[0], data.target],
    },
    width,
  );
}

/** A class and its probability; what is left is shared among the others, as far as the picture goes. */
function shares(chosen, probability, classes) {
  const rest = classes > 1 ? (1 - probability) / (classes - 1) : 0;
  return Array.from({ length: classes }, (_, index) => (index === chosen ? probability : rest));
}

function regions({ fit, points, data }, width) {
  const classified = fit.classes !== undefined;
  const half = (values) => (values[1] - values[0]) / 2;
  const values = fit.values.flatMap((line, row) =>
    classified ? line.map((value, column) => shares(fit.classes[row][column], value, data.classes.length)) : line,
  );
  return drawRegions(
    {
      range: { x0: fit.x[0] - half(fit.x), x1: fit.x.at(-1) + half(fit.x), y0: fit.y[0] - half(fit.y), y1: fit.y.at(-1) + half(fit.y) },
      columns: fit.x.length,
      rows: fit.y.length,
      values,
      classes: classified,
      points: points.x.map((x, index) => [x[0], x[1], points.y[index]]),
      names: data.inputs,
    },
    width,
  );
}

/** `{fit, points, data}`: of a snapshot, of `GET /api/points`, of the state. */
export function drawFit(all, width) {
  if (all.fit.kind === 'curve') return curve(all, width);
  if (all.fit.kind === 'regions') return regions(all, width);
  const { actual, predicted } = all.fit;
  const names = [t('fit.actual'), t('fit.predicted')];
  return all.data.task === 'classification'
    ? drawConfusion({ actual, predicted, classes: all.data.classes, names }, width)
    : drawScatter({ actual, predicted, names }, width);
}
