/** The first room: choose, start, and watch a network learn. */
import { Curves } from '../chart/curves.js';
import { Figure } from '../chart/figure.js';
import { drawFit } from '../chart/fits.js';
import { el, fill, throttled } from '../dom.js';
import { on, store } from '../store.js';
import { onLanguage, t } from '../text.js';
import { onTheme } from '../theme.js';
import { Controls } from './controls.js';
import { LayerCards } from './layers.js';
import { Settings } from './settings.js';
import { Topology } from './topology.js';

/** Height by width of the picture that stands beside the loss. */
const ratios = { curve: 0.58, regions: 0.86, scatter: 0.75 };

export function learnRoom(panel) {
  const settings = new Settings();
  const controls = new Controls(settings);
  const curves = new Curves();
  const fit = new Figure({ title: () => t(`fit.title.${store.state?.data.drawn ?? 'curve'}`), file: 'fit', draw: drawFit, height: 260 });
  const topology = new Topology();
  const layers = new LayerCards();

  const head = el('div', { class: 'room-head' });
  const legend = el('div', { class: 'legend' });
  fit.extra.append(legend);
  const main = el(
    'div',
    { class: 'stack learn-main' },
    controls.node,
    el('div', { class: 'learn-charts' }, el('div', { class: 'card' }, fit.node), el('div', { class: 'card' }, curves.node)),
    topology.node,
    layers.node,
  );
  fill(panel, head, el('div', { class: 'learn-grid' }, settings.node, main));

  const words = () => {
    fill(head, el('h2', {}, t('learn.title')), el('p', { class: 'lead' }, t('learn.lead')));
    fill(legend, keys(store.state));
  };

  const drawCurves = throttled(120, () => {
    const { steps, losses, validationLosses } = store.history;
    curves.show([steps, losses, validationLosses]);
  });
  const drawSnapshot = throttled(100, () => {
    const { snapshot, points, state } = store;
    if (!snapshot || !state || snapshot.run !== state.run) return;
    if (snapshot.fit && points) fit.show({ fit: snapshot.fit, points, data: state.data });
    topology.show(state.network, snapshot);
    layers.show(state.network, snapshot);
  });

  on('history', drawCurves);
  on('snapshot', () => {
    drawSnapshot();
    controls.update();
  });
  on('points', () => {
    fill(legend, keys(store.state));
    drawSnapshot();
  });
  on('state', (state) => {
    curves.ratio = ratios[state.data.drawn] ?? ratios.curve;
    settings.update();
    controls.update();
    fill(legend, keys(store.state));
    drawSnapshot();
  });
  onLanguage(() => {
    words();
    settings.build();
    controls.build();
    topology.redraw();
    layers.redraw();
  });
  onTheme(() => {
    topology.redraw();
    layers.redraw();
  });
  words();
  return { enter: drawSnapshot };
}

function keys(state) {
  if (!state) return [];
  if (state.data.drawn === 'curve') {
    return [el('span', { class: 'key truth' }, t('fit.truth')), el('span', { class: 'key series-2' }, t('fit.network')), store.points?.x.length > 0 ? el('span', { class: 'key point' }, t('fit.rows')) : ''];
  }
  return state.data.classes.slice(0, 8).map((name, index) => el('span', { class: `key class-${index}` }, name));
}
