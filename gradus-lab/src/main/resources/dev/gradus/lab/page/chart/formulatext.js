/** Reads a formula as the server writes it, `dw3 = a2ᵀ dh3`, and writes it as MathML. */
import { math } from '../dom.js';
import { name, named, number, op, row, sumOver, sup } from './formula.js';

const token = /(Σ[ₙₖᵢⱼ]?)|(\d+(?:\.\d+)?)|([A-Za-zŷσλμθδ]+(?:_[a-z]+)*\d*)|(\S)/gu;
const below = { ₙ: 'n', ₖ: 'k', ᵢ: 'i', ⱼ: 'j' };

const powers = { '²': '2', '³': '3' };

/** Letters of the article: what is not one of them, and longer than one letter, is the name of a function. */
const isName = (text) => /^(d?[xhaywbrgpnszu]|[a-zŷσλμθδ]|L)\d*$/u.test(text);

/** What stands after a name and belongs to it: a transposition, a prime, a power. */
function decorated(base, text, at) {
  const mark = text[at];
  if (mark === 'ᵀ') return [sup(base, math('mi', { mathvariant: 'normal' }, 'T')), 1];
  if (mark === '′') return [sup(base, op('′')), 1];
  if (powers[mark]) return [sup(base, number(powers[mark])), 1];
  return [base, 0];
}

/** Places in brackets behind a name, `dw2[1, 2]`, belong to it. */
function indexed(base, text, at) {
  const found = /^\[([^\]]*)\]/u.exec(text.slice(at));
  return found ? [row(base, math('mtext', { class: 'places' }, `[${found[1]}]`)), found[0].length] : [base, 0];
}

/** The MathML of a line. */
export function parsed(text) {
  const parts = [];
  token.lastIndex = 0;
  let ended = 0;
  for (let found = token.exec(text); found; found = token.exec(text)) {
    const [whole, sum, digits, letters, sign] = found;
    const spaced = found.index > ended && parts.length > 0 && (letters || digits) && !parts.at(-1).operator;
    if (spaced) parts.push({ node: math('mspace', { width: '0.12em' }) });
    let node;
    let operator = false;
    if (sum) node = sum.length > 1 ? sumOver(below[sum[1]]) : op('∑');
    else if (digits) node = number(digits);
    else if (letters) node = isName(letters) ? name(letters) : named(letters);
    else {
      node = op(sign === '·' ? '⋅' : sign);
      operator = true;
    }
    ended = found.index + whole.length;
    for (const add of letters || sign === ')' ? [indexed, decorated] : []) {
      if (add === indexed && sign) continue;
      const [wider, taken] = add(node, text, ended);
      node = wider;
      ended += taken;
    }
    token.lastIndex = ended;
    parts.push({ node, operator: operator && sign !== ')' });
  }
  return row(...parts.map((part) => part.node));
}

/** A formula of the server, set apart from the text. */
export const displayed = (text) => math('math', { display: 'block', class: 'formula' }, parsed(text));

/** The same within a line. */
export const inText = (text) => math('math', {}, parsed(text));
