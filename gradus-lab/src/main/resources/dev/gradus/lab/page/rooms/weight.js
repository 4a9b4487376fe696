/** One weight: its gradient as the sum over samples and paths, the difference quotient beside it, and the verdict. */
import { Figure } from '../chart/figure.js';
import { displayed, inText } from '../chart/formulatext.js';
import { drawSweep } from '../chart/sweep.js';
import { el, fill } from '../dom.js';
import { numberInput } from '../fields.js';
import { attempt } from '../notice.js';
import { exact, short } from '../numbers.js';
import { post } from '../session.js';
import { t } from '../text.js';

export class WeightPanel {
  #found;
  #edited;
  #loss;

  /** @param change sets a number: (name, row, column, value) */
  constructor(change) {
    this.change = change;
    this.node = el('aside', { class: 'card weight-panel', id: 'weight' });
    this.sweep = new Figure({ title: 'weight.sweep', file: 'error-by-step', draw: drawSweep, height: 200 });
    this.draw();
  }

  /** The parameter that is looked at: `{name, row, column}`. */
  get chosen() {
    return this.#edited;
  }

  async choose(name, row, column) {
    this.#edited = { name, row, column };
    this.#loss = undefined;
    await this.#ask();
    this.#comeIntoView();
  }

  /** An input or a target: there is no gradient to show, but the number can be changed. */
  edit(name, row, column, value) {
    this.#edited = { name, row, column, value };
    this.#found = undefined;
    this.#loss = undefined;
    this.draw();
    this.#comeIntoView();
  }

  /** On a narrow page the panel is below all matrices. */
  #comeIntoView() {
    if (this.node.getBoundingClientRect().top > innerHeight - 80) this.node.scrollIntoView({ block: 'end', behavior: 'smooth' });
  }

  /** What the last change did to the loss. */
  changed(before, after) {
    this.#loss = { before, after, foretold: this.#foretold };
  }

  /** The batch changed: the same number is looked at again. */
  async refresh(frozen) {
    if (!this.#edited) return;
    const matrix = frozen.matrices.find((candidate) => candidate.name === this.#edited.name);
    const value = matrix?.values[this.#edited.row]?.[this.#edited.column];
    if (value === undefined) {
      this.#edited = undefined;
      this.#found = undefined;
      this.draw();
    } else if (this.#found) {
      await this.#ask();
    } else {
      this.#edited = { ...this.#edited, value };
      this.draw();
    }
  }

  async #ask() {
    const { name, row, column } = this.#edited;
    const loss = this.#loss;
    const found = await attempt(() => post('api/step/weight', { name, row, column }));
    if (!found || this.#edited?.name !== name || this.#edited.row !== row || this.#edited.column !== column) return;
    this.#found = found;
    this.#loss = loss;
    this.draw();
  }

  draw() {
    if (!this.#edited) {
      fill(this.node, el('h3', {}, t('weight.title')), el('p', { class: 'lead' }, t('weight.hint')));
      return;
    }
    const { name, row, column } = this.#edited;
    const found = this.#found;
    fill(
      this.node,
      el('h3', {}, inText(`${name}[${row}, ${column}]`)),
      this.#editor(found?.value ?? this.#edited.value),
      this.#consequence(),
      found ? this.#comparison(found) : undefined,
      found ? this.#samples(found) : undefined,
      found?.paths ? paths(found) : undefined,
      found ? this.sweep.node : undefined,
    );
    if (found) this.sweep.show(found.sweep);
  }

  #editor(value) {
    let wanted = value;
    const input = numberInput(value, (typed) => { wanted = typed; }, {});
    input.id = 'weight-value';
    const set = (next) => {
      const { name, row, column } = this.#edited;
      this.#foretold = this.#found ? this.#found.gradient * (next - value) : undefined;
      this.change(name, row, column, next);
    };
    const nudge = Math.max(1e-3, Math.abs(value) * 0.05);
    return el(
      'form',
      { class: 'row editor', onsubmit: (event) => { event.preventDefault(); set(wanted); } },
      el('label', { for: 'weight-value' }, t('weight.value')),
      input,
      el('button', { type: 'submit', class: 'primary', id: 'weight-set' }, t('weight.set')),
      el('button', { type: 'button', class: 'icon', 'aria-label': t('weight.less'), onclick: () => set(Number((value - nudge).toPrecision(6))) }, '−'),
      el('button', { type: 'button', class: 'icon', 'aria-label': t('weight.more'), onclick: () => set(Number((value + nudge).toPrecision(6))) }, '+'),
    );
  }

  #foretold;

  #consequence() {
    if (!this.#loss) return undefined;
    const { before, after, foretold } = this.#loss;
    return el(
      'p',
      { class: 'consequence number', role: 'status' },
      t('weight.loss', { before: short(before, 6), after: short(after, 6), change: short(after - before, 3) }),
      foretold === undefined ? undefined : ` ${t('weight.foretold', { value: short(foretold, 3) })}`,
    );
  }

  #comparison(found) {
    const kind = { pass: 'good', kink: 'good', fail: 'bad' }[found.verdict] ?? '';
    const line = (key, value, id) => [el('dt', {}, t(key)), el('dd', { id, dataset: { value: String(value) }, title: exact(value) }, short(value, 9))];
    return el(
      'div',
      { class: 'comparison' },
      el('dl', { class: 'facts' }, line('weight.gradient', found.gradient, 'weight-gradient'), line('weight.numeric', found.numeric, 'weight-numeric'), el('dt', {}, t('weight.error')), el('dd', {}, short(found.error, 3), found.uncertainty ? el('span', { class: 'soft' }, ` ± ${short(found.uncertainty, 2)}`) : undefined)),
      el('p', { class: 'row' }, el('span', { class: `tag verdict ${kind}` }, t(`verdict.${found.verdict}`)), el('span', { class: 'soft' }, t(`verdict.${found.verdict}.means`))),
      found.kinks?.length ? el('p', { class: 'soft' }, t('weight.kinks', { kinks: found.kinks.slice(0, 4).join('; ') })) : undefined,
    );
  }

  #samples(found) {
    const bias = found.samples.every((sample) => sample.input === 1);
    return el(
      'section',
      {},
      el('h4', {}, t('weight.samples')),
      el('div', { class: 'scroll' }, displayed(found.formula)),
      el(
        'div',
        { class: 'scroll' },
        el(
          'table',
          { class: 'plain' },
          el('thead', {}, el('tr', {}, el('th', { scope: 'col' }, t('weight.sample')), bias ? undefined : el('th', { scope: 'col' }, t('weight.input')), el('th', { scope: 'col' }, t('weight.delta')), el('th', { scope: 'col' }, t('weight.term')))),
          el('tbody', {}, found.samples.map((sample) => el('tr', {}, el('td', {}, String(sample.sample)), bias ? undefined : el('td', {}, short(sample.input)), el('td', {}, short(sample.delta)), el('td', {}, short(sample.term)))), found.penalty ? el('tr', {}, el('td', {}, t('weight.penalty')), bias ? undefined : el('td', {}), el('td', {}), el('td', {}, short(found.penalty))) : undefined),
          el('tfoot', {}, el('tr', {}, el('th', { scope: 'row' }, t('weight.sum')), bias ? undefined : el('td', {}), el('td', {}), el('td', {}, el('strong', {}, short(found.gradient))))),
        ),
      ),
    );
  }
}

/** Each way from the weight to the loss, as a product of derivatives. */
function paths(found) {
  const shown = found.paths.slice(0, 12);
  const more = found.paths.length - shown.length + found.morePaths;
  const rest = found.paths.slice(12).reduce((sum, path) => sum + path.term, 0) + found.restOfPaths;
  return el(
    'details',
    { class: 'paths' },
    el('summary', {}, t('weight.paths', { count: found.paths.length + found.morePaths })),
    el(
      'ol',
      {},
      shown.map((path) =>
        el(
          'li',
          {},
          el('p', { class: 'route' }, el('span', { class: 'tag' }, t('weight.sample.short', { sample: path.sample })), ' ', `${found.name} → ${path.through.join(' → ')} → L`),
          el('p', { class: 'number soft' }, [path.input, ...path.factors].map((factor) => short(factor, 3)).join(' · '), ' = ', el('strong', {}, short(path.term, 4))),
        ),
      ),
    ),
    more > 0 ? el('p', { class: 'soft number' }, t('weight.morepaths', { count: more, value: short(rest) })) : undefined,
  );
}
