import { addressTo } from './address.ts';
import { contrastsView } from './article-view.ts';
import { h, type Tree } from './element.ts';
import { type Entry, FIELDS } from './report-data.ts';
import { seen } from './unseen.ts';
import { type Say, sayName } from './words.ts';

/** So many articles are laid out at once; the list leads to the others. */
const MOST = 200;

/** Two runs, or gold and record: by field, how much differs and in which way; then every article that differs. */
export function compareView(entries: readonly Entry[], other: string, say: Say): Tree {
  const compared = entries.filter(({ comparison }) => comparison !== null && !comparison.missing);
  const differing = compared.filter(({ comparison }) => (comparison?.contrasts.length ?? 0) > 0);
  const missing = entries.filter(({ comparison }) => comparison?.missing === true);
  const contrasts = differing.flatMap(({ comparison }) => comparison?.contrasts ?? []);
  const rows = FIELDS.map((field) => {
    const own = contrasts.filter((one) => one.field === field);
    return {
      field,
      changed: own.filter(({ here, there }) => here !== null && there !== null).length,
      here: own.filter(({ there }) => there === null).length,
      there: own.filter(({ here }) => here === null).length,
    };
  });
  const most = Math.max(1, ...rows.map(({ changed, here, there }) => changed + here + there));
  const wide = (count: number): string => `wide-${Math.round((count / most) * 100)}`;
  return h(
    'div',
    { class: 'compare' },
    h('h2', { class: 'headline', tabindex: '-1' }, say('compare'), ' ', h('small', { class: 'path' }, seen(other))),
    h(
      'p',
      { class: 'quiet' },
      `${say('shown', compared.length)} · ${say('noDifferences')} ${compared.length - differing.length} · ${say('differences', contrasts.length)}`,
      missing.length === 0 ? null : ` · ${say('noCounterpart')} ${missing.length}`,
    ),
    h(
      'table',
      { class: 'tally' },
      h(
        'thead',
        {},
        h(
          'tr',
          {},
          h('td', {}),
          h('td', {}),
          h('th', { scope: 'col' }, h('i', { class: 'bar changed wide-100' }), say('changedValues')),
          h('th', { scope: 'col' }, h('i', { class: 'bar only-here wide-100' }), say('onlyHere')),
          h('th', { scope: 'col' }, h('i', { class: 'bar only-there wide-100' }), say('onlyThere')),
        ),
      ),
      h(
        'tbody',
        {},
        ...rows.map(({ field, changed, here, there }) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row', class: `f-${field}` }, sayName(say, 'f', field)),
            h(
              'td',
              { class: 'stack', 'aria-hidden': 'true' },
              changed === 0 ? null : h('i', { class: `bar changed ${wide(changed)}` }),
              here === 0 ? null : h('i', { class: `bar only-here ${wide(here)}` }),
              there === 0 ? null : h('i', { class: `bar only-there ${wide(there)}` }),
            ),
            ...[changed, here, there].map((count) => h('td', { class: 'count' }, String(count))),
          ),
        ),
      ),
    ),
    ...differing
      .slice(0, MOST)
      .map((entry) =>
        h(
          'section',
          { class: 'field contrast' },
          h(
            'h3',
            {},
            h('a', { href: `${entry.part ?? ''}${addressTo({ r: entry.key })}`, lang: 'zh-CN' }, seen(entry.title)),
          ),
          ...contrastsView(entry.comparison?.contrasts ?? [], say),
        ),
      ),
    differing.length > MOST ? h('p', { class: 'quiet' }, say('more', differing.length - MOST)) : null,
  );
}
