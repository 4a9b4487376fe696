/**
 * Colours that carry numbers. Blue is positive, orange negative: the pair that the common kinds of colour blindness
 * tell apart. Classes take Okabe's and Ito's colours. Sign and verdict are always said by a number or a mark, too.
 */
import { isDark } from './theme.js';

const blue = [0, 114, 178];
const orange = [213, 94, 0];
const blueInDark = [86, 180, 233];
const orangeInDark = [240, 148, 60];

/** Okabe and Ito's, the strongest first. */
const classes = [
  [0, 114, 178],
  [213, 94, 0],
  [0, 158, 115],
  [204, 121, 167],
  [230, 159, 0],
  [86, 180, 233],
  [240, 228, 66],
  [120, 120, 120],
];

const mix = (from, to, share) => from.map((value, index) => Math.round(value + (to[index] - value) * share));

export const css = ([red, green, blueValue]) => `rgb(${red},${green},${blueValue})`;

const paper = () => (isDark() ? [27, 31, 38] : [255, 255, 255]);

/** The two ends of the scale that has a middle. */
export const ends = () => (isDark() ? [orangeInDark, blueInDark] : [orange, blue]);

/** A colour for a number between −1 and 1. */
export function signed(share) {
  const [negative, positive] = ends();
  const bounded = Math.max(-1, Math.min(1, share));
  return mix(paper(), bounded < 0 ? negative : positive, Math.abs(bounded));
}

/** The ink on such a colour. */
export function inkOn(rgb) {
  const [red, green, blueValue] = rgb;
  return 0.299 * red + 0.587 * green + 0.114 * blueValue > 140 ? '#11151c' : '#ffffff';
}

/** The colour of a class. */
export const classColour = (index) => classes[index % classes.length];

/** The colour of a region: the classes' colours, weighted by their probabilities. */
export function region(probabilities) {
  const base = paper();
  return base.map((value, channel) => {
    let sum = 0;
    probabilities.forEach((share, index) => {
      sum += share * mix(base, classColour(index), 0.55)[channel];
    });
    return Math.round(sum);
  });
}

/** The colour of a relative error that passed: the smaller, the paler. */
export function errorColour(error) {
  const decades = error > 0 ? Math.log10(error) : -16;
  const share = Math.max(0, Math.min(1, (decades + 14) / 8));
  return mix(paper(), isDark() ? blueInDark : blue, 0.18 + 0.62 * share);
}
