/** The planted mistakes, to choose from. */
import { el } from '../dom.js';
import { t, tOr } from '../text.js';

/** A mistake's words in the reader's language; the server's own where the texts have none. */
export const mistakeText = ({ name, title, sentence }) => ({
  title: tOr(`mistake.${name}`, title),
  sentence: tOr(`mistake.${name}.means`, sentence),
});

/** What can be planted in this network comes first; the rest says what it wants. */
export function mistakeList(mistakes, plantable, chosen, choose) {
  const line = (mistake) => {
    const able = plantable.includes(mistake.name);
    const text = mistakeText(mistake);
    const id = `plant-${mistake.name}`;
    return el(
      'label',
      { class: `mistake ${able ? '' : 'unable'}`, for: id, title: able ? text.sentence : t('check.wants', { wants: tOr(`mistake.${mistake.name}.wants`, mistake.wants) }) },
      el('input', { type: 'radio', name: 'plant', id, checked: mistake.name === chosen, disabled: !able, onchange: () => choose(mistake.name) }),
      el('span', {}, text.title),
    );
  };
  const able = mistakes.filter((mistake) => plantable.includes(mistake.name));
  const unable = mistakes.filter((mistake) => !plantable.includes(mistake.name));
  return el(
    'div',
    { class: 'mistakes', role: 'radiogroup', 'aria-label': t('check.plant') },
    el('label', { class: 'mistake', for: 'plant-none' }, el('input', { type: 'radio', name: 'plant', id: 'plant-none', checked: chosen === undefined, onchange: () => choose(undefined) }), el('span', {}, t('check.none'))),
    able.map(line),
    unable.length > 0 ? el('details', {}, el('summary', { class: 'plain-summary' }, t('check.unable', { count: unable.length })), unable.map(line)) : undefined,
  );
}
