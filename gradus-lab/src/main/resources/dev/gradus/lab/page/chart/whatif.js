/** What a model would say if one column were otherwise, all others as they are. */
import { css, classColour } from '../palette.js';
import { t } from '../text.js';
import { Plane, around } from './plane.js';

/** One line of probabilities a class, or one of values with its interval. */
export function drawWhatIf(data, width) {
  const height = Math.round(Math.min(320, Math.max(220, width * 0.5)));
  const x = { ...around(data.at, 0), label: data.column };
  return data.probabilities ? probabilities(data, x, width, height) : values(data, x, width, height);
}

function probabilities(data, x, width, height) {
  const plane = new Plane(width, height, x, { from: 0, to: 1, label: t('use.probability') }, { top: 20, name: t('use.whatif') });
  data.classes.slice(0, 8).forEach((name, index) => {
    const line = plane.line(data.at.map((at, place) => [at, data.probabilities[place][index]]), 'of-class');
    line.setAttribute('stroke', css(classColour(index)));
    const most = data.probabilities.reduce((best, line_, place) => (line_[index] > data.probabilities[best][index] ? place : best), 0);
    const anchor = most < data.at.length * 0.15 ? 'start' : most > data.at.length * 0.85 ? 'end' : 'middle';
    if (data.probabilities[most][index] > 0.08) plane.note(data.at[most], Math.max(0.06, data.probabilities[most][index] - 0.07), name.length > 16 ? `${name.slice(0, 15)}…` : name, anchor);
  });
  if (typeof data.now === 'number') plane.upright(data.now, 'now');
  return plane.node;
}

function values(data, x, width, height) {
  const reach = data.intervals ? data.intervals.flat() : data.predictions;
  const plane = new Plane(width, height, x, { ...around(reach, 0.08), label: data.target }, { left: 54, top: 20, name: t('use.whatif') });
  if (data.intervals) plane.band(data.at, data.intervals.map((pair) => pair[0]), data.intervals.map((pair) => pair[1]), 'series-1');
  plane.line(data.at.map((at, place) => [at, data.predictions[place]]), 'series-1 strong');
  if (typeof data.now === 'number') {
    plane.upright(data.now, 'now');
    plane.dot(data.now, data.said, 'series-2', 4.5);
  }
  return plane.node;
}
