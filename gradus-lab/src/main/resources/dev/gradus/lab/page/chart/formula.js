/** Formulas as MathML, put together from small pieces. */
import { math } from '../dom.js';

export const row = (...parts) => math('mrow', {}, ...parts);

/** An operator, or a space where it is empty. */
export const op = (sign) => math('mo', {}, sign);

export const number = (value) => math('mn', {}, String(value));

export const word = (text) => math('mtext', {}, text);

export const fraction = (above, below) => math('mfrac', {}, above, below);

export const root = (inside) => math('msqrt', {}, inside);

/** Something above; beside an index that is there already, not behind it. */
export function sup(base, above) {
  const last = base.localName === 'mrow' ? base.lastElementChild : base;
  if (last?.localName !== 'msub') return math('msup', {}, base, above);
  const both = math('msubsup', {}, last.firstElementChild, last.lastElementChild, above);
  if (last === base) return both;
  last.replaceWith(both);
  return base;
}

export const sub = (base, below) => math('msub', {}, base, below);

/** A name of the article, such as `dw2`: a letter, what it is a derivative of, and its layer. */
export function name(text) {
  const found = /^(d?)([a-zA-Zŷθγβ]+?)(\d*)$/.exec(text);
  if (!found) return math('mi', { mathvariant: 'normal' }, text);
  const [, derivative, letters, layer] = found;
  const base = math('mi', letters.length > 1 ? { mathvariant: 'normal' } : {}, letters);
  const whole = layer === '' ? base : sub(base, number(layer));
  return derivative === '' ? whole : row(math('mi', { mathvariant: 'normal' }, 'd'), whole);
}

/** A named function: relu, tanh. */
export const named = (text) => math('mi', { mathvariant: 'normal' }, text.replaceAll('_', ' '));

export const applied = (what, inside) => row(what, op('('), inside, op(')'));

/** A sum over an index. */
export const sumOver = (index) => math('munder', {}, math('mo', { movablelimits: 'false' }, '∑'), math('mi', {}, index));

/** The whole formula, set apart from the text. */
export const formula = (...parts) => math('math', { display: 'block', class: 'formula' }, row(...parts));

/** The formula within a line of text. */
export const inline = (...parts) => math('math', {}, row(...parts));
