/** A cell for each parameter, coloured by its verdict: the more exact, the paler; what is wrong is red and crossed. */
import { el, fill, svg } from '../dom.js';
import { short } from '../numbers.js';
import { css, errorColour } from '../palette.js';
import { t } from '../text.js';

const kinds = { p: 'pass', k: 'kink', v: 'vacuous', u: 'unsure', f: 'fail', '-': 'skipped' };

export class HeatMap {
  #blocks = [];
  #cursor = { block: 0, row: 0, column: 0 };

  constructor() {
    this.info = el('p', { class: 'heat-info number', 'aria-live': 'polite' });
    this.host = el('div', { class: 'heat-host', tabindex: '0', role: 'group', onkeydown: (event) => this.#key(event) });
    this.host.addEventListener('pointermove', (event) => this.#point(event));
    this.host.addEventListener('pointerleave', () => this.#tell(undefined));
    this.node = el('div', { class: 'heat' }, this.host, this.info);
    new ResizeObserver(() => this.#draw()).observe(this.host);
  }

  /** @param blocks of `POST /api/check` */
  show(blocks) {
    this.#blocks = blocks;
    this.#draw();
  }

  redraw() {
    this.#draw();
  }

  get picture() {
    return this.host.querySelector('svg');
  }

  #draw() {
    const width = this.host.clientWidth;
    if (width < 20 || this.#blocks.length === 0) return;
    this.host.setAttribute('aria-label', t('heat.keys'));
    this.info.textContent = t('heat.hint');
    this.places = placed(this.#blocks, width);
    const height = Math.max(...this.places.map((place) => place.y + place.rows * place.size)) + 4;
    this.cells = new Map();
    this.frame = svg('rect', { class: 'heat-frame', fill: 'none', width: 0, height: 0 });
    fill(
      this.host,
      svg('svg', { width, height, viewBox: `0 0 ${width} ${height}`, class: 'heat-picture', role: 'img', 'aria-label': t('check.map') }, hatch(), this.places.map((place, index) => this.#block(place, index)), this.frame),
    );
  }

  #block(place, index) {
    const { block } = place;
    const group = svg('g', {}, svg('text', { class: 'heat-name', x: place.x, y: place.y - 7 }, `${block.name.toLowerCase()}${lying(block) ? 'ᵀ' : ''}  ${place.rows} × ${place.columns}`));
    const inner = place.size - (place.size >= 6 ? 1.2 : 0);
    [...block.verdicts].forEach((letter, at) => {
      const row = Math.floor(at / place.columns);
      const column = at % place.columns;
      const x = place.x + column * place.size;
      const y = place.y + row * place.size;
      const kind = kinds[letter];
      const tint = kind === 'pass' ? css(errorColour(block.errors[at] ?? 0)) : kind === 'vacuous' ? 'url(#hatch)' : undefined;
      group.append(svg('rect', { class: `heat-cell ${kind}`, x, y, width: inner, height: inner, rx: inner > 8 ? 2 : 0, fill: tint }));
      if (kind === 'fail' && place.size >= 8) group.append(cross(x, y, inner));
      if (kind === 'kink' && place.size >= 8) group.append(svg('path', { class: 'heat-bend', d: `M${x + inner * 0.2} ${y + inner * 0.3}L${x + inner / 2} ${y + inner * 0.72}L${x + inner * 0.8} ${y + inner * 0.3}` }));
    });
    group.dataset.block = index;
    return group;
  }

  #point(event) {
    const box = this.host.getBoundingClientRect();
    const x = event.clientX - box.left;
    const y = event.clientY - box.top;
    const block = this.places?.findIndex((place) => x >= place.x && y >= place.y && x < place.x + place.columns * place.size && y < place.y + place.rows * place.size);
    if (block === undefined || block < 0) {
      this.#tell(undefined);
      return;
    }
    const place = this.places[block];
    this.#tell({ block, row: Math.floor((y - place.y) / place.size), column: Math.floor((x - place.x) / place.size) });
  }

  #key(event) {
    const moves = { ArrowLeft: [0, -1], ArrowRight: [0, 1], ArrowUp: [-1, 0], ArrowDown: [1, 0] };
    const move = moves[event.key];
    if (!move || !this.places) return;
    event.preventDefault();
    const at = { ...this.#cursor };
    const place = this.places[at.block];
    at.row += move[0];
    at.column += move[1];
    if (at.column >= place.columns || at.row >= place.rows) Object.assign(at, { block: Math.min(at.block + 1, this.places.length - 1), row: 0, column: 0 });
    if (at.column < 0 || at.row < 0) Object.assign(at, { block: Math.max(at.block - 1, 0), row: 0, column: 0 });
    this.#cursor = at;
    this.#tell(at);
  }

  #tell(at) {
    if (!at || !this.places) {
      this.frame?.setAttribute('width', 0);
      this.info.textContent = this.places ? t('heat.hint') : '';
      return;
    }
    const place = this.places[at.block];
    const { block } = place;
    const index = at.row * place.columns + at.column;
    const kind = kinds[block.verdicts[index]];
    this.frame.setAttribute('x', place.x + at.column * place.size - 1);
    this.frame.setAttribute('y', place.y + at.row * place.size - 1);
    this.frame.setAttribute('width', place.size + 1);
    this.frame.setAttribute('height', place.size + 1);
    const error = block.errors[index];
    this.info.textContent = `${block.name.toLowerCase()}[${lying(block) ? `${at.column}, 0` : `${at.row}, ${at.column}`}]: ${t(`verdict.${kind}`)}${error === null || error === undefined ? '' : ` · ${t('weight.error')} ${short(error, 3)}`}`;
  }
}

/** A tall column is drawn lying, as its transpose. */
const lying = (block) => block.columns === 1 && block.rows > 1;

/** Where the blocks are: side by side as long as there is room, all with cells of one size. */
function placed(blocks, width) {
  const widest = Math.max(...blocks.map((block) => (lying(block) ? block.rows : block.columns)));
  const size = Math.max(3, Math.min(20, Math.floor((width - 4) / widest)));
  const gap = 22;
  let x = 2;
  let y = 20;
  let tallest = 0;
  return blocks.map((block) => {
    const [rows, columns] = lying(block) ? [1, block.rows] : [block.rows, block.columns];
    const needed = Math.max(columns * size, 84);
    if (x > 2 && x + needed > width) {
      x = 2;
      y += tallest + 36;
      tallest = 0;
    }
    const place = { block, rows, columns, x, y, size };
    x += needed + gap;
    tallest = Math.max(tallest, rows * size);
    return place;
  });
}

const cross = (x, y, inner) => svg('path', { class: 'heat-cross', d: `M${x + inner * 0.28} ${y + inner * 0.28}L${x + inner * 0.72} ${y + inner * 0.72}M${x + inner * 0.72} ${y + inner * 0.28}L${x + inner * 0.28} ${y + inner * 0.72}` });

const hatch = () =>
  svg('defs', {}, svg('pattern', { id: 'hatch', width: 5, height: 5, patternUnits: 'userSpaceOnUse', patternTransform: 'rotate(45)' }, svg('rect', { class: 'hatch-ground', width: 5, height: 5 }), svg('line', { class: 'hatch-line', x1: 0, y1: 0, x2: 0, y2: 5 })));
