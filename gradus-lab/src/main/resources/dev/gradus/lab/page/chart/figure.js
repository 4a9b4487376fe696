/** A picture with a title and a button that gives it as an SVG file. */
import { download, el, fill } from '../dom.js';
import { onLanguage, t } from '../text.js';
import { onTheme } from '../theme.js';

const kept = [
  'fill', 'fill-opacity', 'stroke', 'stroke-width', 'stroke-opacity', 'stroke-dasharray', 'stroke-linejoin', 'opacity',
  'font-family', 'font-size', 'font-weight', 'font-style', 'text-anchor',
];

/** Writes the colours and fonts of the style sheet into a copy, so that the file stands alone. */
function standalone(node) {
  const copy = node.cloneNode(true);
  const originals = [node, ...node.querySelectorAll('*')];
  [copy, ...copy.querySelectorAll('*')].forEach((target, index) => {
    const style = getComputedStyle(originals[index]);
    for (const name of kept) {
      const value = style.getPropertyValue(name);
      if (value && value !== 'normal') target.setAttribute(name, value);
    }
    target.removeAttribute('class');
    target.removeAttribute('tabindex');
  });
  copy.setAttribute('xmlns', 'http://www.w3.org/2000/svg');
  const paper = document.createElementNS('http://www.w3.org/2000/svg', 'rect');
  paper.setAttribute('width', '100%');
  paper.setAttribute('height', '100%');
  paper.setAttribute('fill', getComputedStyle(document.documentElement).getPropertyValue('--card').trim());
  copy.prepend(paper);
  return `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(copy)}\n`;
}

/**
 * Draws again when its data, its width, the language or the theme changes, at most once a frame and only while it can
 * be seen.
 */
export class Figure {
  #draw;
  #data;
  #waiting = false;

  /**
   * @param title key of its title, or a function that makes it
   * @param file name of the file, without the ending
   * @param draw makes an SVG element of (data, width)
   */
  constructor({ title, file, draw, height = 220, className = '' }) {
    this.#draw = draw;
    this.file = file;
    this.title = title;
    this.host = el('div', { class: 'figure-host' });
    this.heading = el('span', { class: 'figure-title' });
    this.button = el('button', { type: 'button', class: 'quiet small save', onclick: () => this.save() }, 'SVG');
    this.extra = el('div', { class: 'figure-extra' });
    this.node = el(
      'figure',
      { class: `figure ${className}` },
      el('figcaption', {}, this.heading, this.extra, this.button),
      this.host,
    );
    this.host.style.setProperty('min-height', `${height}px`);
    new ResizeObserver(() => this.#later()).observe(this.host);
    onTheme(() => this.#later());
    onLanguage(() => this.#later());
    this.#words();
  }

  /** Shows other data. */
  show(data) {
    this.#data = data;
    this.#later();
  }

  get data() {
    return this.#data;
  }

  #later() {
    if (this.#waiting) return;
    this.#waiting = true;
    requestAnimationFrame(() => {
      this.#waiting = false;
      this.#render();
    });
  }

  #words() {
    this.heading.textContent = typeof this.title === 'function' ? this.title() : t(this.title);
    this.button.setAttribute('aria-label', t('save.svg', { title: this.heading.textContent }));
    this.button.title = t('save.svg.hint');
  }

  #render() {
    this.#words();
    const width = Math.floor(this.host.clientWidth);
    if (width < 20) return;
    if (this.#data === undefined) {
      fill(this.host, el('p', { class: 'empty' }, t('figure.empty')));
      return;
    }
    fill(this.host, this.#draw(this.#data, width));
  }

  /** Gives the picture as a file. */
  save() {
    const node = this.host.querySelector('svg');
    if (node) saveSvg(node, this.file);
  }
}

/** Gives an SVG element that is on the page as a file. */
export function saveSvg(node, file) {
  download(new Blob([standalone(node)], { type: 'image/svg+xml' }), `${file}.svg`);
}

/** The same for an element that is not on the page: it is there for a moment, unseen, to have its style. */
export function saveUnseen(node, file) {
  const place = el('div', { class: 'visually-hidden', 'aria-hidden': true }, node);
  document.body.append(place);
  saveSvg(node, file);
  place.remove();
}
