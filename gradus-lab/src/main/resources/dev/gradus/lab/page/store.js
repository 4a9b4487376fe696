/** What the page knows of the server: its state, the tables of names, the latest snapshot, the curves. */

const listeners = new Map();

export const store = {
  /** Names, ranges and defaults; does not change. */
  tables: undefined,
  state: undefined,
  points: undefined,
  snapshot: undefined,
  /** `{run, steps, losses, validationLosses}`, grown by each snapshot. */
  history: { run: -1, steps: [], losses: [], validationLosses: [] },
};

/** Calls back at each change of `state`, `points`, `snapshot`, `history` or `tables`. */
export function on(what, listener) {
  if (!listeners.has(what)) listeners.set(what, new Set());
  listeners.get(what).add(listener);
}

export function put(what, value) {
  store[what] = value;
  for (const listener of listeners.get(what) ?? []) listener(value);
}

/** The curves so far, as the server tells them: the validation is measured at some of the steps only. */
export function begin({ run, steps, losses, validationSteps, validationLosses }) {
  const measured = new Map(validationSteps.map((step, index) => [step, validationLosses[index]]));
  put('history', { run, steps, losses, validationLosses: steps.map((step) => measured.get(step) ?? null) });
}

/** A run at rest has no step just behind it: the ratios that were told last still stand. */
export function withRatios(snapshot) {
  const before = store.snapshot;
  if (before?.run !== snapshot.run || snapshot.step < before.step) return snapshot;
  const last = new Map(before.updates.map(({ name, ratio }) => [name, ratio]));
  return { ...snapshot, updates: snapshot.updates.map(({ name, ratio }) => ({ name, ratio: ratio ?? last.get(name) ?? null })) };
}

const most = 4000;

/** Every second point of the older half goes when there are too many. */
function thin(history) {
  if (history.steps.length <= most) return;
  const keep = (_, index) => index % 2 === 0 || index > most / 2;
  for (const name of ['steps', 'losses', 'validationLosses']) history[name] = history[name].filter(keep);
}

/** The curves grow by a snapshot, if it is a later one of the same run. */
export function grow(snapshot) {
  const { history } = store;
  if (snapshot.run !== history.run || snapshot.loss === null || snapshot.loss === undefined) return;
  if (history.steps.length > 0 && snapshot.step <= history.steps.at(-1)) return;
  history.steps.push(snapshot.step);
  history.losses.push(snapshot.loss);
  history.validationLosses.push(snapshot.validationLoss ?? null);
  thin(history);
  put('history', history);
}
