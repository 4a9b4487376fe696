/** Which data: one of the drawn ones, each with its likeness, or a table of one's own. */
import { el, svg } from '../dom.js';
import { dropZone, field, select } from '../fields.js';
import { attempt, notice } from '../notice.js';
import { whole } from '../numbers.js';
import { send } from '../session.js';
import { put, store } from '../store.js';
import { t } from '../text.js';

const width = 52;
const height = 34;

const line = (f) => {
  const points = Array.from({ length: 41 }, (_, index) => {
    const u = index / 40;
    return `${(3 + u * (width - 6)).toFixed(1)} ${(height / 2 - 12 * f(u)).toFixed(1)}`;
  });
  return svg('path', { d: `M${points.join('L')}`, class: 'sketch-line' });
};

const spots = (f) =>
  Array.from({ length: 22 }, (_, index) => {
    const [x, y, other] = f(index);
    return svg(other ? 'rect' : 'circle', other ? { x: x - 1.7, y: y - 1.7, width: 3.4, height: 3.4, class: 'sketch-b' } : { cx: x, cy: y, r: 1.9, class: 'sketch-a' });
  });

const turn = (index, share) => (index / share) * Math.PI;

/** A likeness of each data set; another one, which the server may know, has none. */
const sketches = {
  sin: () => line((u) => Math.sin((u - 0.5) * 10)),
  step: () => svg('path', { d: `M3 ${height - 7}H${width / 2}V7H${width - 3}`, class: 'sketch-line' }),
  noise: () => spots((i) => [4 + i * 2.1, height / 2 + 13 * Math.sin(i * 12.9898 + 4.1) * Math.cos(i * 78.233), false]),
  moons: () => spots((i) => {
    const a = turn(Math.floor(i / 2), 10);
    return i % 2 ? [20 + 13 * Math.cos(a), 20 - 13 * Math.sin(a), false] : [32 - 13 * Math.cos(a), 14 + 13 * Math.sin(a), true];
  }),
  circles: () => spots((i) => {
    const a = turn(i, 11);
    const r = i % 2 ? 14 : 6;
    return [width / 2 + r * Math.cos(a), height / 2 + r * Math.sin(a), i % 2 === 0];
  }),
  spirals: () => spots((i) => {
    const k = Math.floor(i / 2);
    const a = k * 0.55 + (i % 2) * Math.PI;
    const r = 2 + k * 1.25;
    return [width / 2 + r * Math.cos(a) * 1.3, height / 2 + r * Math.sin(a), i % 2 === 0];
  }),
  table: () => svg('path', { d: 'M10 6h32v22H10zM10 13h32M10 20.5h32M21 6v22M31.5 6v22', class: 'sketch-line thin' }),
};

export function dataTiles(chosen, choose) {
  const names = [...new Set([...store.tables.data.map((data) => data.name), 'table'])];
  const tiles = names.map((name) =>
    el(
      'button',
      { type: 'button', class: 'tile', role: 'radio', id: `data-${name}`, 'aria-checked': String(name === chosen), tabindex: name === chosen ? '0' : '-1', onclick: () => choose(name) },
      svg('svg', { viewBox: `0 0 ${width} ${height}`, 'aria-hidden': 'true' }, sketches[name]?.() ?? []),
      t(`data.${name}`),
    ),
  );
  const keys = (event) => {
    const step = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 }[event.key];
    if (!step) return;
    event.preventDefault();
    tiles[(tiles.indexOf(event.target) + step + tiles.length) % tiles.length].focus();
  };
  return el('div', { class: 'tiles', role: 'radiogroup', 'aria-label': t('settings.data'), onkeydown: keys }, tiles);
}

/** Sends a table; what the server found in it becomes part of the state. */
async function upload(file, change) {
  const table = await attempt(() => send('api/data', file, 'text/csv', { 'X-Gradus-Name': encodeURIComponent(file.name) }));
  if (!table) return;
  put('state', { ...store.state, table });
  notice(t('table.read', { name: table.name, rows: whole(table.rows), columns: table.columns.length }));
  change(table);
}

const fewest = 6;

/** What a table begins with: a few columns; all else as the server has it for such a table. */
function begin(table) {
  const whole = (column) => column.missing === 0;
  const stated = table.columns.find((column) => column.name === table.target);
  const target = (whole(stated) ? stated : table.columns.findLast(whole) ?? stated).name;
  const others = table.columns.map((column) => column.name).filter((name) => name !== target);
  return { data: 'table', target, columns: others.slice(0, fewest) };
}

/** The table's columns: which are read, and which one is to be predicted. */
export function tableChoice(draft, change) {
  const { table } = store.state;
  const zone = dropZone('.csv,text/csv', el('span', {}, table ? el('strong', {}, table.name) : t('table.drop'), table ? ` · ${t('table.size', { rows: whole(table.rows), columns: table.columns.length })}` : ''), (file) => upload(file, (found) => change(begin(found))));
  zone.classList.add('table-drop');
  if (!table) return zone;
  const names = table.columns.map((column) => column.name);
  const target = draft.target ?? table.target;
  const columns = draft.columns ?? names.filter((name) => name !== target);
  const box = (column) =>
    el(
      'label',
      { class: 'choice' },
      el('input', {
        type: 'checkbox',
        checked: columns.includes(column.name),
        onchange: (event) => {
          const next = event.target.checked ? names.filter((name) => columns.includes(name) || name === column.name) : columns.filter((name) => name !== column.name);
          if (next.length > 0) change({ data: 'table', target, columns: next });
          else event.target.checked = true;
        },
      }),
      el('span', {}, column.name),
      el('span', { class: 'tag' }, t(`kind.${column.kind}`)),
    );
  const newTarget = (name) => change({ data: 'table', target: name, columns: names.filter((other) => other !== name && (columns.includes(other) || other === target)) });
  return el(
    'div',
    { class: 'fields table-fields' },
    zone,
    field(t('table.target'), select(names, target, newTarget, (name) => name)),
    el('div', { class: 'field' }, el('span', { class: 'label' }, t('table.columns')), el('div', { class: 'choices', role: 'group', 'aria-label': t('table.columns') }, table.columns.filter((column) => column.name !== target).map(box))),
  );
}
