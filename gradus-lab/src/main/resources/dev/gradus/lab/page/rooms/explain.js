/** Where a number of a matrix comes from: the terms that were added, and the cells that they stand in. */
import { short } from '../numbers.js';

const most = 4;

function sum(terms) {
  const shown = terms.slice(0, most).map(([one, other]) => (other === undefined ? short(one, 3) : `${short(one, 3)} · ${short(other, 3)}`));
  return shown.join(' + ').replaceAll('+ −', '− ') + (terms.length > most ? ` + … (${terms.length})` : '');
}

const range = (length) => Array.from({ length }, (_, index) => index);

/** y[n, j] = Σ x[n, i] W[i, j] + b[j] */
function product(step, find, row, column) {
  const [x, w, b] = step.reads.map(find);
  const terms = range(w.rows).map((i) => [x.values[row][i], w.values[i][column]]);
  if (b) terms.push([b.values[0][column]]);
  return {
    words: sum(terms),
    lit: {
      [x.name]: (r) => r === row,
      [w.name]: (_, c) => c === column,
      ...(b ? { [b.name]: (_, c) => c === column } : {}),
    },
  };
}

/** dW[i, j] = Σ x[n, i] dy[n, j] */
function weights(step, find, row, column) {
  const [x, dy] = step.reads.map(find);
  return {
    words: sum(range(dy.rows).map((n) => [x.values[n][row], dy.values[n][column]])),
    lit: { [x.name]: (_, c) => c === row, [dy.name]: (_, c) => c === column },
  };
}

/** db[j] = Σ dy[n, j] */
function biases(step, find, row, column) {
  const [dy] = step.reads.map(find);
  return { words: sum(range(dy.rows).map((n) => [dy.values[n][column]])), lit: { [dy.name]: (_, c) => c === column } };
}

/** dx[n, i] = Σ dy[n, j] W[i, j] */
function inputs(step, find, row, column) {
  const [dy, w] = step.reads.map(find);
  return {
    words: sum(range(w.cols).map((j) => [dy.values[row][j], w.values[column][j]])),
    lit: { [dy.name]: (r) => r === row, [w.name]: (r) => r === column },
  };
}

/** Elementwise: the cell itself. */
function pointwise(step, find, row, column) {
  const read = step.reads.map(find).filter((matrix) => matrix && matrix.rows > row && matrix.cols > column);
  return {
    words: read.map((matrix) => `${matrix.name}[${row}, ${column}] = ${short(matrix.values[row][column], 4)}`).join(',  '),
    lit: Object.fromEntries(read.map((matrix) => [matrix.name, (r, c) => r === row && c === column])),
  };
}

/** Puts the matrices into the order in which the formula of the step names them. */
function ordered(step, forward) {
  const gradient = (name) => name.startsWith('d');
  if (forward) return step;
  const written = step.writes[0];
  const deltas = step.reads.filter(gradient);
  const others = step.reads.filter((name) => !gradient(name));
  return { ...step, reads: written.startsWith('dw') ? [...others, ...deltas] : [...deltas, ...others] };
}

/**
 * Explains a cell of what a step writes.
 *
 * @param find gives a matrix by its name, as `{name, rows, cols, values: [[…]]}`
 * @return `{words, lit: {name: (row, column) => boolean}}`
 */
export function explain(step, forward, find, row, column) {
  if (step.kind !== 'dense') return pointwise(step, find, row, column);
  const inOrder = ordered(step, forward);
  if (forward) return product(inOrder, find, row, column);
  if (step.writes[0].startsWith('dw')) return weights(inOrder, find, row, column);
  if (step.writes[0].startsWith('db')) return biases(inOrder, find, row, column);
  return inputs(inOrder, find, row, column);
}
