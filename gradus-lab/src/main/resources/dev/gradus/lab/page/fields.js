/** Labelled fields of a form. */
import { el } from './dom.js';
import { t } from './text.js';

let count = 0;

/** A field with a label above it; `label` is a sentence, not a key. */
export function field(label, input, hint) {
  const id = input.id || `field-${++count}`;
  input.id = id;
  return el('div', { class: 'field' }, el('label', { for: id }, label), input, hint ? el('span', { class: 'hint' }, hint) : undefined);
}

/** A choice of names; `word` says how each is shown. */
export function select(names, value, change, word = (name) => name.replaceAll('_', ' ')) {
  const input = el('select', { onchange: () => change(input.value) });
  for (const name of names) input.append(el('option', { value: name }, word(name)));
  input.value = value;
  return input;
}

/** A range of the server's tables as attributes, and as a test. */
function within(range, value) {
  if (!Number.isFinite(value)) return false;
  const { least, above, most, below } = range ?? {};
  return !(value < least || value <= above || value > most || value >= below);
}

/** A number; it is handed on only while it lies in its range. */
export function numberInput(value, change, { range, whole = false, step } = {}) {
  const input = el('input', {
    type: 'number',
    value: String(value),
    step: step ?? (whole ? 1 : 'any'),
    min: range?.least ?? range?.above,
    max: range?.most ?? range?.below,
    inputmode: whole ? 'numeric' : 'decimal',
    oninput: () => {
      const typed = input.value.trim() === '' ? NaN : Number(input.value);
      const good = within(range, typed) && (!whole || Number.isInteger(typed));
      input.setAttribute('aria-invalid', String(!good));
      input.title = good ? '' : t('field.range', { least: range?.least ?? `> ${range?.above}`, most: range?.most ?? `< ${range?.below}` });
      if (good) change(typed);
    },
  });
  return input;
}

/** A place for a file: drop it, or choose it. */
export function dropZone(accept, words, take) {
  const input = el('input', { type: 'file', accept, class: 'visually-hidden', tabindex: '-1', onchange: () => {
    if (input.files[0]) take(input.files[0]);
    input.value = '';
  } });
  const choose = el('button', { type: 'button', class: 'small', onclick: () => input.click() }, t('choose.file'));
  const zone = el('div', { class: 'drop' }, words, choose, input);
  const over = (event) => {
    event.preventDefault();
    zone.classList.add('over');
  };
  zone.addEventListener('dragover', over);
  zone.addEventListener('dragenter', over);
  zone.addEventListener('dragleave', () => zone.classList.remove('over'));
  zone.addEventListener('drop', (event) => {
    event.preventDefault();
    zone.classList.remove('over');
    if (event.dataTransfer.files[0]) take(event.dataTransfer.files[0]);
  });
  return zone;
}
