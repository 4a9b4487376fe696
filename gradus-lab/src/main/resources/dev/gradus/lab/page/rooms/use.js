/** The fourth room: a model at work. */
import { el, fill } from '../dom.js';
import { download } from '../dom.js';
import { dropZone } from '../fields.js';
import { attempt } from '../notice.js';
import { short, whole } from '../numbers.js';
import { fetchBlob, get, post, send } from '../session.js';
import { on, store } from '../store.js';
import { onLanguage, t, tOr } from '../text.js';
import { Answer } from './answer.js';
import { RowForm } from './rowform.js';
import { Scoring } from './scoring.js';

class UseRoom {
  #form;

  constructor(panel) {
    this.panel = panel;
    this.head = el('div', { class: 'room-head' });
    this.model = el('div', { class: 'card' });
    this.scoring = new Scoring();
    this.row = new RowForm((row) => this.answer.ask(row));
    this.answer = new Answer(this.row);
    this.work = el('div', { class: 'use-work' }, this.row.node, this.answer.node);
    fill(panel, this.head, el('div', { class: 'use-grid' }, el('div', { class: 'stack' }, this.model, this.scoring.node), this.work));
    onLanguage(() => this.#draw());
    on('state', () => this.#look());
  }

  enter() {
    this.#draw();
    this.key = undefined;
    return this.#look();
  }

  /** Asks for the model's form when another one is there. */
  async #look() {
    if (this.panel.hidden || !store.state) return;
    const key = JSON.stringify([store.state.model, store.state.model?.from === 'trained' ? store.state.run : 0]);
    if (key === this.key) return;
    this.key = key;
    this.#take(store.state.model ? await attempt(() => get('api/model/form')) : undefined);
  }

  #take(form) {
    this.#form = form;
    this.row.show(form);
    this.answer.show(form);
    this.#draw();
  }

  #draw() {
    fill(this.head, el('h2', {}, t('use.title')), el('p', { class: 'lead' }, t('use.lead')));
    this.work.hidden = !this.#form;
    this.scoring.node.hidden = !this.#form;
    this.#card();
    this.scoring.draw();
    this.row.draw();
    this.answer.draw();
  }

  #card() {
    const form = this.#form;
    const load = async (file) => {
      const found = await attempt(() => send('api/model', file, 'application/octet-stream', { 'X-Gradus-Name': encodeURIComponent(file.name) }));
      if (found) this.#take(found);
    };
    const trained = async () => {
      const found = await attempt(() => post('api/model/trained'));
      if (found) this.#take(found);
    };
    fill(
      this.model,
      el('h3', {}, t('use.model')),
      form ? facts(form) : el('p', { class: 'lead' }, t('use.none')),
      el('div', { class: 'stack tight' }, el('button', { type: 'button', id: 'use-trained', class: form ? '' : 'primary', onclick: trained }, t('use.trained')), dropZone('.gradus', el('span', {}, t('use.drop')), load)),
      form ? downloads(form) : undefined,
    );
  }
}

function facts(form) {
  const line = (key, value) => (value === undefined || value === '' ? undefined : [el('dt', {}, t(key)), el('dd', {}, value)]);
  const metrics = Object.entries(form.metrics ?? {}).filter(([, value]) => typeof value === 'number').slice(0, 4);
  return el(
    'dl',
    { class: 'facts' },
    line('use.name', form.name),
    line('use.from', t(`use.from.${form.from}`)),
    line('use.task', t(`task.${form.task}`)),
    line('use.target', form.target),
    line('use.network', form.network),
    line('use.parameters', whole(form.parameters)),
    metrics.flatMap(([name, value]) => [el('dt', {}, tOr(`metric.${name}`, name.replaceAll('_', ' '))), el('dd', {}, short(value), baseline(form, name))]),
  );
}

function baseline(form, name) {
  const value = form.baseline?.[name];
  return typeof value === 'number' ? el('span', { class: 'soft' }, ` ${t('use.baseline', { value: short(value, 3) })}`) : undefined;
}

/** The token travels in a header, so a plain link cannot fetch these. */
function downloads(form) {
  const stem = (form.name || 'model').replace(/\.gradus$/, '').replace(/[^\p{L}\p{N}_.-]+/gu, '-') || 'model';
  const give = (path, file) => async () => {
    const blob = await attempt(() => fetchBlob(path));
    if (blob) download(blob, file);
  };
  const button = (key, path, file) => el('button', { type: 'button', class: 'small', id: `download-${key}`, onclick: give(path, file) }, t(`use.download.${key}`));
  return el('div', { class: 'downloads' }, el('h4', {}, t('use.downloads')), el('div', { class: 'row' }, button('model', 'api/model', `${stem}.gradus`), button('onnx', 'api/model/onnx', `${stem}.onnx`), button('history', 'api/history', 'history.csv')));
}

export const useRoom = (panel) => new UseRoom(panel);
