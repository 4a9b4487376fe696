/** A matrix with its numbers, as a grid that one can walk through with the arrow keys. */
import { el, fill } from '../dom.js';
import { exact, short } from '../numbers.js';
import { css, inkOn, signed } from '../palette.js';
import { t } from '../text.js';

const most = 64;

/** Largest magnitude: what the colours are relative to. */
function bound(values) {
  let largest = 0;
  for (const value of values) if (Number.isFinite(value)) largest = Math.max(largest, Math.abs(value));
  return largest || 1;
}

function paint(cell, value, largest) {
  if (!Number.isFinite(value)) return;
  const rgb = signed((0.8 * value) / largest);
  cell.style.setProperty('background-color', css(rgb));
  cell.style.setProperty('color', inkOn(rgb));
}

/** Arrow keys move the focus from cell to cell; only one cell at a time is in the order of the tab key. */
function walk(event, grid) {
  const moves = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
  const cell = event.target.closest('[data-row]');
  if (!cell || !moves[event.key]) return;
  const [down, right] = moves[event.key];
  const row = Number(cell.dataset.row) + down;
  const column = Number(cell.dataset.column) + right;
  const next = grid.querySelector(`[data-row="${row}"][data-column="${column}"]`);
  if (!next) return;
  event.preventDefault();
  cell.tabIndex = -1;
  next.tabIndex = 0;
  next.focus();
}

/**
 * @param matrix `{rows, cols, values}`, row by row
 * @param pick called with (row, column) when a cell is clicked, or Enter pressed on it; undefined where there is nothing
 *     to pick
 * @param chosen `[row, column]` that is marked
 * @param before an earlier matrix of the same shape: cells that changed since are marked
 */
export function matrixGrid(name, matrix, { pick, chosen, before, mark } = {}) {
  const { rows, cols, values } = matrix;
  const largest = bound(values);
  const body = el('tbody');
  const lines = Math.min(rows, most);
  const width = Math.min(cols, most);
  for (let row = 0; row < lines; row++) {
    const line = el('tr', { role: 'row' }, el('th', { scope: 'row', class: 'index' }, String(row)));
    for (let column = 0; column < width; column++) {
      line.append(cellOf(name, matrix, row, column, { largest, pick, chosen, before, mark }));
    }
    body.append(line);
  }
  const head = el('tr', {}, el('td', {}), ...Array.from({ length: width }, (_, column) => el('th', { scope: 'col', class: 'index' }, String(column))));
  const table = el('table', { class: `matrix${pick ? ' pickable' : ''}`, role: 'grid', 'aria-label': `${name}, ${rows} × ${cols}`, dataset: { matrix: name } }, el('thead', {}, head), body);
  table.addEventListener('keydown', (event) => walk(event, table));
  return el(
    'div',
    { class: 'matrix-box' },
    el('div', { class: 'matrix-frame scroll' }, table),
    rows > lines || cols > width ? el('p', { class: 'hint' }, t('matrix.cut', { rows, cols, most })) : undefined,
  );
}

function cellOf(name, { cols, values }, row, column, { largest, pick, chosen, before, mark }) {
  const at = row * cols + column;
  const value = values[at];
  const classes = ['cell'];
  if (chosen && chosen[0] === row && chosen[1] === column) classes.push('chosen');
  if (before && before.values.length === values.length && !Object.is(before.values[at], value)) classes.push('changed');
  if (mark?.(row, column)) classes.push('lit');
  const cell = el(
    'td',
    {
      class: classes.join(' '),
      role: 'gridcell',
      tabindex: row === 0 && column === 0 ? '0' : '-1',
      title: `${name}[${row}, ${column}] = ${exact(value)}`,
      dataset: { row, column, value },
      'aria-selected': classes.includes('chosen') ? 'true' : undefined,
    },
    short(value, 3),
  );
  paint(cell, value, largest);
  if (pick) {
    cell.addEventListener('click', () => pick(row, column));
    cell.addEventListener('keydown', (event) => {
      if (event.key === 'Enter' || event.key === ' ') {
        event.preventDefault();
        pick(row, column);
      }
    });
  }
  return cell;
}

/** Replaces a grid within its place. */
export const placeGrid = (place, ...grid) => fill(place, matrixGrid(...grid));
