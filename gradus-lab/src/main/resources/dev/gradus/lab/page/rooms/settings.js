/** What a run is made of: the data, the network, the way it learns. */
import { el, fill } from '../dom.js';
import { field, numberInput, select } from '../fields.js';
import { attempt } from '../notice.js';
import { post } from '../session.js';
import { put, store } from '../store.js';
import { t, tOr } from '../text.js';
import { dataTiles, tableChoice } from './datachoice.js';

/** On a narrow page the settings are folded away, as the style sheet has it. */
const roomy = matchMedia('(min-width: 861px)');

const copy = (value) => structuredClone(value);

const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

export class Settings {
  constructor() {
    this.form = el('form', { onsubmit: (event) => event.preventDefault() });
    this.summary = el('summary');
    this.node = el('details', { class: 'card settings', open: roomy.matches }, this.summary, this.form);
    roomy.addEventListener('change', () => { this.node.open = roomy.matches; });
    this.touched = false;
    this.onDirty = () => {};
    this.build();
  }

  /** Whether what is chosen is another run than the present one. */
  get dirty() {
    return this.touched && !same(this.draft, store.state.settings);
  }

  /** The choice has been sent: the server's settings count again. */
  settled() {
    this.touched = false;
  }

  /** The state changed: another run's settings replace the form, unless a choice is under way. */
  update() {
    if (this.touched) return;
    this.draft = copy(store.state.settings);
    if (this.#key() !== this.shown) this.build();
  }

  #key() {
    const { settings, table } = store.state;
    return JSON.stringify([settings, table]);
  }

  build() {
    if (!store.state || !store.tables) return;
    this.draft ??= copy(store.state.settings);
    this.shown = this.#key();
    this.summary.textContent = t('settings.title');
    fill(
      this.form,
      group(t('settings.data'), dataTiles(this.draft.data, (name) => this.#data(name)), this.draft.data === 'table' ? tableChoice(this.draft, (choice) => this.#begin(choice)) : undefined),
      group(t('settings.network'), this.#layers()),
      group(t('settings.learning'), this.#learning()),
      group(t('settings.holding'), this.#holding()),
    );
  }

  /** The losses that suit the data; for a table the server judges. */
  #losses() {
    const { losses, data } = store.tables;
    return data.find((described) => described.name === this.draft.data)?.losses ?? losses;
  }

  /** Other data begins with what suits it: the server fills in all that is not said here. */
  #data(name) {
    const { table } = store.state;
    this.#begin(name === 'table' && table ? { data: name, target: table.target } : { data: name });
  }

  #begin(choice) {
    this.#set({ ...copy(store.state.settings), ...choice }, true);
    if (choice.data === 'table' && !store.state.table) return;
    clearTimeout(this.waiting);
    this.#send(choice);
  }

  /** Takes a choice over; before the first step the network follows at once. */
  #set(changes, rebuild = false) {
    this.draft = rebuild ? changes : { ...this.draft, ...changes };
    this.touched = true;
    clearTimeout(this.waiting);
    const untrained = store.state.step === 0 && store.state.status !== 'running';
    const sendable = this.draft.data !== 'table' || store.state.table;
    if (sendable && untrained) this.waiting = setTimeout(() => this.#send(this.draft), rebuild ? 0 : 350);
    if (rebuild) this.build();
    this.onDirty();
  }

  async #send(choice) {
    const { draft } = this;
    const state = await attempt(() => post('api/train/reset', choice));
    if (draft !== this.draft || !state) return; // a later choice is on its way, or this one is refused
    const focus = document.activeElement?.id;
    this.touched = false;
    put('state', state);
    if (focus) document.getElementById(focus)?.focus();
    this.onDirty();
  }

  #layers() {
    const { layers } = this.draft;
    const ranges = store.tables.ranges;
    const change = (index, key, value) => this.#set({ layers: layers.map((layer, at) => (at === index ? { ...layer, [key]: value } : layer)) });
    const rearrange = (next) => this.#set({ ...this.draft, layers: next }, true);
    const line = (layer, index) =>
      el(
        'div',
        { class: 'layer-line' },
        el('span', { class: 'place', 'aria-hidden': 'true' }, String(index + 1)),
        labelled(numberInput(layer.units, (value) => change(index, 'units', value), { range: ranges.units, whole: true }), `units-${index}`, t('settings.units', { layer: index + 1 })),
        labelled(select(store.tables.activations, layer.activation, (value) => change(index, 'activation', value)), `activation-${index}`, t('settings.activation', { layer: index + 1 })),
        el('button', { type: 'button', class: 'quiet small', 'aria-label': t('settings.remove', { layer: index + 1 }), title: t('settings.remove', { layer: index + 1 }), onclick: () => rearrange(layers.filter((_, at) => at !== index)) }, '×'),
      );
    const last = layers.at(-1) ?? { units: 8, activation: 'relu' };
    return el(
      'div',
      { class: 'layer-list' },
      layers.map(line),
      el('div', { class: 'row' }, el('button', { type: 'button', class: 'small', disabled: layers.length >= (ranges.layers?.most ?? 8), onclick: () => rearrange([...layers, { ...last }]) }, t('settings.add'))),
    );
  }

  #learning() {
    const { draft } = this;
    const { tables } = store;
    const losses = this.#losses();
    const number = (key, label, options) => field(label, labelled(numberInput(draft[key], (value) => this.#set({ [key]: value }), { range: tables.ranges[key], ...options }), key));
    const choice = (key, label, names) => field(label, labelled(select(names, draft[key], (value) => this.#set({ [key]: value })), key));
    return el(
      'div',
      { class: 'fields' },
      el('div', { class: 'pair' }, choice('loss', t('settings.loss'), losses.includes(draft.loss) ? losses : [draft.loss, ...losses]), choice('optimizer', t('settings.optimizer'), tables.optimizers)),
      el('div', { class: 'pair' }, number('learningRate', t('settings.rate')), choice('schedule', t('settings.schedule'), tables.schedules)),
      el('div', { class: 'pair' }, number('batchSize', t('settings.batch'), { whole: true }), number('steps', t('settings.steps'), { whole: true })),
    );
  }

  #holding() {
    const { draft } = this;
    const { tables } = store;
    const number = (key, label, options) => field(label, labelled(numberInput(draft[key], (value) => this.#set({ [key]: value }), { range: tables.ranges[key], ...options }), key));
    return el(
      'div',
      { class: 'fields' },
      el('div', { class: 'pair' }, number('l2', t('settings.l2')), number('dropout', t('settings.dropout'))),
      el(
        'div',
        { class: 'pair uneven' },
        field(t('settings.initializer'), labelled(select(initializers(tables, draft), draft.initializer, (value) => this.#set({ initializer: value }), (name) => tOr(`initializer.${name}`, name.replaceAll('_', ' '))), 'initializer')),
        number('seed', t('settings.seed'), { whole: true }),
      ),
    );
  }
}

const initializers = (tables, draft) => [...new Set(['auto', ...tables.initializers, draft.initializer])];

function labelled(input, id, label) {
  input.id = id;
  if (label) input.setAttribute('aria-label', label);
  return input;
}

const group = (title, ...parts) => el('div', { class: 'group', role: 'group', 'aria-label': title }, el('h3', { class: 'group-head' }, title), ...parts);
