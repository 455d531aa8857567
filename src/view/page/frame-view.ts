import { type Address, addressTo } from './address.ts';
import { type Content, h, type Tree } from './element.ts';
import { countsOf, placeOf } from './list-view.ts';
import { FIELDS, missingIn, type Report } from './report-data.ts';
import { spelled } from './unseen.ts';
import { type Say, sayName } from './words.ts';

/** The head of the page: the seal, the views, the language and the keys. */
export function navView({ entries, other, index }: Report, say: Say): Tree {
  const tab = (view: string, name: string, count: number | null): Tree =>
    h(
      'a',
      { href: addressTo(view === 'records' ? {} : { v: view }), 'data-view': view },
      name,
      count === null ? null : h('small', { class: 'count' }, String(count)),
    );
  return h(
    'header',
    { class: 'top' },
    h('a', { class: 'skip', href: '#main' }, say('skip')),
    sealView(say),
    h(
      'nav',
      { 'aria-label': say('name') },
      index === null ? null : h('a', { class: 'to-index', href: index }, '← ', say('all')),
      tab('records', say('records'), entries.length),
      tab('people', say('people'), null),
      tab('calendar', say('calendar'), null),
      other === null ? null : tab('compare', say('compare'), null),
    ),
    h(
      'span',
      { class: 'ends' },
      h('button', { type: 'button', class: 'to-lang' }, say('otherLanguage')),
      h('button', { type: 'button', class: 'to-help', 'aria-label': say('help'), title: say('help') }, '?'),
    ),
  );
}

/** The seal 会要 with the name of the program. */
export const sealView = (say: Say): Tree =>
  h(
    'h1',
    { class: 'brand' },
    h('span', { class: 'seal', lang: 'zh-CN', 'aria-hidden': 'true' }, '会要'),
    h('span', { class: 'brand-name' }, 'huiyao'),
    h('small', {}, say('tagline')),
  );

/** The search, and the filters behind it. */
export function filtersView({ entries, other }: Report, address: Address, say: Say): Tree {
  const chosen = (
    name: keyof Address,
    label: string,
    counts: readonly (readonly [string, number])[],
    told: (value: string) => string,
  ): Content =>
    counts.length === 0
      ? null
      : h(
          'label',
          {},
          h('span', {}, label),
          h(
            'select',
            { name },
            h('option', { value: '' }, say('any')),
            ...counts.map(([value, count]) =>
              h('option', { value, selected: address[name] === value }, `${spelled(told(value))} (${count})`),
            ),
          ),
        );
  const plain = (value: string): string => value;
  const missing = countsOf(entries.flatMap((entry) => missingIn(entry)));
  const inOrder = FIELDS.flatMap((name) => missing.filter(([one]) => one === name));
  const people = countsOf(entries.flatMap(({ values }) => values.officials.map(({ name }) => name)));
  return h(
    'form',
    { class: 'search', role: 'search' },
    h('input', {
      type: 'search',
      name: 'q',
      placeholder: say('search'),
      'aria-label': say('search'),
      autocomplete: 'off',
      value: address.q ?? '',
    }),
    h(
      'details',
      { class: 'filters' },
      h(
        'summary',
        {},
        say('filters'),
        ' ',
        h('b', { class: 'set-count' }),
        h('span', { class: 'shown', role: 'status' }),
      ),
      h(
        'div',
        { class: 'filter-grid' },
        chosen('missing', say('missing'), inOrder, (name) => sayName(say, 'f', name)),
        chosen(
          'finding',
          say('finding'),
          countsOf(entries.flatMap(({ findings }) => [...new Set(findings.map(({ code }) => code))])),
          plain,
        ),
        chosen('place', say('place'), countsOf(entries.map(placeOf)), plain),
        chosen('outlet', say('outlet'), countsOf(entries.map(({ values }) => values.outlet?.name ?? null)), plain),
        h(
          'label',
          { class: 'wide' },
          h('span', {}, say('person')),
          h('input', { type: 'search', name: 'person', list: 'all-people', autocomplete: 'off' }),
        ),
        h('datalist', { id: 'all-people' }, ...people.slice(0, 500).map(([name]) => h('option', { value: name }))),
        h('label', {}, h('span', {}, say('from')), h('input', { type: 'date', name: 'from' })),
        h('label', {}, h('span', {}, say('to')), h('input', { type: 'date', name: 'to' })),
        other === null
          ? null
          : h('label', { class: 'wide check' }, h('input', { type: 'checkbox', name: 'differs' }), ' ', say('differs')),
        h('button', { type: 'button', class: 'clear' }, say('clear')),
      ),
    ),
  );
}

/** The table of keys. */
export function keysView({ other }: Report, say: Say): Tree {
  const rows: readonly (readonly [string, string])[] = [
    ['j / k', say('keyNext')],
    ['n / p', say('keyValue')],
    ['o', say('keySide')],
    ['r', say('keyMends')],
    ['/', say('keySearch')],
    [other === null ? '1 2 3' : '1 2 3 4', say('keyViews')],
    ['Esc', say('keyEscape')],
    ['?', say('keyHelp')],
  ];
  return h(
    'dialog',
    { class: 'keys', 'aria-label': say('help') },
    h('h2', {}, say('help')),
    h('dl', {}, ...rows.flatMap(([key, does]) => [h('dt', {}, h('kbd', {}, key)), h('dd', {}, does)])),
    h('button', { type: 'button', class: 'to-close' }, say('close')),
  );
}
