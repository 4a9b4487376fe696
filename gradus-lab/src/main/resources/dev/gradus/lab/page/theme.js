/** Light, dark, or as the system has it; and the colours that charts take from it. */

const key = 'gradus.theme';
const system = matchMedia('(prefers-color-scheme: dark)');
const listeners = new Set();
let wish = 'system';

export const isDark = () => (wish === 'system' ? system.matches : wish === 'dark');

function apply() {
  document.documentElement.dataset.theme = isDark() ? 'dark' : 'light';
  listeners.forEach((listener) => listener());
}

export function startTheme() {
  try {
    wish = localStorage.getItem(key) ?? 'system';
  } catch {
    wish = 'system';
  }
  apply();
  system.addEventListener('change', apply);
}

/** From light to dark or back; the wish is kept. */
export function switchTheme() {
  wish = isDark() ? 'light' : 'dark';
  try {
    localStorage.setItem(key, wish);
  } catch {
    // then it holds for this page only
  }
  apply();
}

/** Calls back after each change of theme. */
export const onTheme = (listener) => listeners.add(listener);

/** A colour of the style sheet, by the name of its property. */
export const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(`--${name}`).trim();
