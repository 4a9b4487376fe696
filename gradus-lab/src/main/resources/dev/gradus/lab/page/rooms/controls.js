/** Start, pause, one step, reset; the speed; and where the run stands. */
import { el, fill, svg } from '../dom.js';
import { attempt } from '../notice.js';
import { short, whole } from '../numbers.js';
import { post } from '../session.js';
import { put, store } from '../store.js';
import { t } from '../text.js';

/** Steps a second; 0 is as fast as it can. */
const speeds = [1, 2, 5, 10, 20, 50, 100, 200, 500, 1000, 2000, 5000, 0];

const signs = {
  start: 'M4 2l10 6-10 6z',
  pause: 'M3 2h4v12H3zM9 2h4v12H9z',
  step: 'M3 2l7 6-7 6zM11 2h2.5v12H11z',
  reset: 'M8 2.5a5.5 5.5 0 1 0 5.3 4h-2.1A3.6 3.6 0 1 1 8 4.4V7l4.5-3.6L8 0z',
};

const sign = (name) => svg('svg', { viewBox: '0 0 16 16', 'aria-hidden': 'true' }, svg('path', { d: signs[name] }));

export class Controls {
  constructor(settings) {
    this.settings = settings;
    settings.onDirty = () => this.update();
    this.node = el('div', { class: 'card controls' });
    this.build();
  }

  build() {
    const button = (name, work, kind = '') => el('button', { type: 'button', class: kind, id: `run-${name}`, onclick: () => work() });
    this.go = button('start', () => this.#go(), 'primary');
    this.step = button('step', () => this.#step());
    this.reset = button('reset', () => this.#send('reset', this.settings.draft));
    fill(this.step, sign('step'), t('run.step'));
    fill(this.reset, sign('reset'), t('run.reset'));
    this.speed = el('input', { type: 'range', min: 0, max: speeds.length - 1, step: 1, id: 'speed', 'aria-label': t('run.speed'), oninput: () => this.#speed() });
    this.speedWord = el('output', { for: 'speed', class: 'number' });
    this.numbers = el('dl', { class: 'readings' });
    this.state = el('p', { class: 'run-state', role: 'status' });
    fill(
      this.node,
      el('div', { class: 'row buttons' }, this.go, this.step, this.reset),
      this.state,
      el('div', { class: 'speed' }, el('label', { for: 'speed' }, t('run.speed')), this.speed, this.speedWord),
      this.numbers,
    );
    this.update();
  }

  get running() {
    return store.state?.status === 'running';
  }

  async #send(what, body = {}) {
    const state = await attempt(() => post(`api/train/${what}`, body));
    if (state) {
      this.settings.settled();
      put('state', state);
    }
  }

  #go() {
    if (this.running) return this.#send('pause');
    return this.#send('start', this.settings.dirty ? this.settings.draft : {});
  }

  async #step() {
    if (this.settings.dirty) await this.#send('reset', this.settings.draft);
    await this.#send('step', { count: 1 });
  }

  #speed() {
    const stepsPerSecond = speeds[Number(this.speed.value)];
    this.speedWord.textContent = speedWord(stepsPerSecond);
    clearTimeout(this.waiting);
    this.waiting = setTimeout(() => attempt(() => post('api/train/speed', { stepsPerSecond })), 120);
  }

  update() {
    const { state, snapshot } = store;
    if (!state) return;
    const anew = this.settings.dirty && state.step > 0;
    const ended = ['finished', 'stopped', 'diverged'].includes(state.status);
    const word = this.running ? 'pause' : anew || ended ? 'anew' : state.status === 'paused' && state.step > 0 ? 'resume' : 'start';
    if (this.word !== word || this.go.childNodes.length === 0) fill(this.go, sign(this.running ? 'pause' : 'start'), t(`run.${word}`));
    this.word = word;
    this.step.disabled = this.running;
    if (document.activeElement !== this.speed) {
      const index = speeds.indexOf(state.stepsPerSecond);
      this.speed.value = String(index < 0 ? speeds.length - 1 : index);
      this.speedWord.textContent = speedWord(state.stepsPerSecond);
    }
    this.#readings(state, snapshot?.run === state.run ? snapshot : undefined);
    this.state.textContent = words(state, anew);
    this.state.classList.toggle('bad', state.status === 'diverged');
  }

  #readings(state, snapshot) {
    const step = Math.max(state.step, snapshot?.step ?? 0);
    const reading = (key, value, name) => el('div', {}, el('dt', {}, t(key)), el('dd', { id: name }, value));
    fill(
      this.numbers,
      reading('run.steps', state.steps ? `${whole(step)} / ${whole(state.steps)}` : whole(step), 'reading-step'),
      state.epochs ? reading('run.epoch', whole(snapshot?.epoch ?? state.epoch), 'reading-epoch') : undefined,
      reading('curves.loss', short(snapshot?.loss ?? state.loss), 'reading-loss'),
      reading('curves.validation', short(snapshot?.validationLoss ?? state.validationLoss), 'reading-validation'),
      reading('run.rate', short(snapshot?.learningRate ?? state.settings.learningRate), 'reading-rate'),
      reading('run.pace', snapshot?.speed ? t('run.pace.value', { value: whole(Math.round(snapshot.speed)) }) : '–', 'reading-pace'),
    );
  }
}

const speedWord = (value) => (value === 0 ? t('run.fastest') : t('run.pace.value', { value: whole(value) }));

function words(state, anew) {
  if (state.status === 'diverged') return state.message ?? t('status.diverged');
  return anew ? t('settings.changed') : t(`status.${state.status}`);
}
