/** Short words at the edge of the page: what went wrong, or was done. */
import { el } from './dom.js';
import { t } from './text.js';

const place = () => document.querySelector('.notices');

export function notice(words, kind = '') {
  const close = el('button', { type: 'button', class: 'quiet small', 'aria-label': t('close'), onclick: () => node.remove() }, '×');
  const node = el('div', { class: `notice ${kind}` }, el('p', {}, words), close);
  place().append(node);
  while (place().children.length > 3) place().firstChild.remove();
  setTimeout(() => node.remove(), kind === 'bad' ? 20_000 : 6000);
}

/** What a refusal says, in words. */
export function reason(cause) {
  if (cause.status === 0) return t('error.unreachable');
  if (cause.status === 401) return t('error.token');
  return cause.message || t('error.unknown');
}

/** Runs what may be refused; the refusal is shown. */
export async function attempt(work) {
  try {
    return await work();
  } catch (cause) {
    if (cause.name !== 'Refusal' && cause.status === undefined) throw cause;
    notice(reason(cause), 'bad');
    return undefined;
  }
}
