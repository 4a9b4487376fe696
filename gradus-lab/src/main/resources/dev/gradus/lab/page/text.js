/** The texts of the page in the reader's language; each language is one file. */

const languages = ['en', 'zh'];
const listeners = new Set();
let texts = {};
let language = 'en';

function stored() {
  try {
    return localStorage.getItem('gradus.language');
  } catch {
    return null; // storage may be closed to the page
  }
}

function wished() {
  const kept = stored();
  if (languages.includes(kept)) return kept;
  return navigator.languages.some((tag) => tag.toLowerCase().startsWith('zh')) &&
    !navigator.languages[0].toLowerCase().startsWith('en')
    ? 'zh'
    : 'en';
}

async function load(wanted) {
  const answer = await fetch(`text/${wanted}.json`);
  texts = await answer.json();
  language = wanted;
  document.documentElement.lang = wanted === 'zh' ? 'zh-CN' : 'en';
}

/** The sentence of a key, with its {names} filled in; a missing key shows itself. */
export function t(key, values = {}) {
  const sentence = texts[key];
  if (sentence === undefined) return key;
  return sentence.replace(/\{(\w+)\}/g, (whole, name) => (name in values ? String(values[name]) : whole));
}

/** Whether there is such a sentence. */
export const has = (key) => key in texts;

/** The sentence of a key, or what stands for it where there is none. */
export const tOr = (key, otherwise) => (has(key) ? t(key) : otherwise);

export const currentLanguage = () => language;

/** Loads the reader's language before anything is drawn. */
export const startTexts = () => load(wished());

/** Calls back after each change of language. */
export const onLanguage = (listener) => listeners.add(listener);

export async function switchLanguage(wanted) {
  await load(wanted);
  try {
    localStorage.setItem('gradus.language', wanted);
  } catch {
    // then it holds for this page only
  }
  listeners.forEach((listener) => listener());
}

/** Writes the texts of all elements that name a key. */
export function translate(root) {
  for (const node of root.querySelectorAll('[data-t]')) node.textContent = t(node.dataset.t);
  for (const node of root.querySelectorAll('[data-t-label]')) {
    node.setAttribute('aria-label', t(node.dataset.tLabel));
    node.setAttribute('title', t(node.dataset.tLabel));
  }
}
