/** Numbers as they are read: the same digits in every language. */

const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';

function power(exponent) {
  const digits = [...String(Math.abs(exponent))].map((digit) => superscripts[digit]).join('');
  return `10${exponent < 0 ? '⁻' : ''}${digits}`;
}

/** A real minus, which is as wide as a plus. */
const minus = (text) => text.replace('-', '−');

/** Some significant digits: `0.2081`, `−13.2`, `4.1·10⁻⁷`. */
export function short(value, digits = 4) {
  if (value === null || value === undefined) return '–';
  if (!Number.isFinite(value)) return Number.isNaN(value) ? 'NaN' : value > 0 ? '∞' : '−∞';
  if (value === 0) return '0';
  const size = Math.abs(value);
  if (size >= 1e-3 && size < 1e6) return minus(String(Number(value.toPrecision(digits))));
  const [mantissa, exponent] = value.toExponential(digits - 1).split('e');
  return `${minus(String(Number(mantissa)))}·${power(Number(exponent))}`;
}

/** All digits that a double has. */
export const exact = (value) => (value === null || value === undefined ? '–' : minus(String(value)));

/** Fixed decimals, as in a table. */
export const fixed = (value, decimals) => minus(value.toFixed(decimals));

/** A whole number in groups of three: `10 000`. */
export const whole = (value) => String(value).replace(/\B(?=(\d{3})+(?!\d))/g, '\u202f');

/** A share: `12.5 %`. */
export const percent = (share, decimals = 1) => `${(100 * share).toFixed(decimals)}\u202f%`;

/** Round places for ticks within a range: 1, 2 or 5 times a power of ten apart. */
export function ticks(from, to, wanted = 5) {
  const span = to - from;
  if (!(span > 0) || !Number.isFinite(span)) return [from];
  const raw = span / wanted;
  const magnitude = 10 ** Math.floor(Math.log10(raw));
  const step = [1, 2, 5, 10].map((factor) => factor * magnitude).find((size) => size >= raw);
  const places = [];
  for (let index = Math.ceil(from / step); index * step <= to + span * 1e-9; index++) {
    places.push(Number((index * step).toPrecision(12)));
  }
  return places;
}

/** Whole powers of ten within a range, thinned to what is wanted. */
export function decades(from, to, wanted = 5) {
  const first = Math.ceil(Math.log10(from) - 1e-9);
  const last = Math.floor(Math.log10(to) + 1e-9);
  const stride = Math.max(1, Math.ceil((last - first + 1) / wanted));
  const places = [];
  for (let exponent = first; exponent <= last; exponent += stride) places.push(10 ** exponent);
  return places;
}

/** A tick on a logarithmic axis: `10⁻³`. */
export const decade = (value) => {
  const exponent = Math.round(Math.log10(value));
  return exponent === 0 ? '1' : power(exponent);
};
