import { addressTo } from './address.ts';
import { classes, h, type Tree } from './element.ts';
import { countsOf, dayOf, placeOf } from './list-view.ts';
import type { Entry } from './report-data.ts';
import { seen } from './unseen.ts';
import { type Say, sayName } from './words.ts';

/** One article in which a person takes part. */
export interface Appearance {
  readonly entry: Entry;
  /** Where the person stands in the record's officials. */
  readonly index: number;
  readonly day: string | null;
  readonly titles: readonly string[];
  readonly roles: readonly string[];
}

/** Everybody of one name. Namesakes are not told apart. */
export interface Person {
  readonly name: string;
  /** In the order of their days; those without one come last. */
  readonly appearances: readonly Appearance[];
  /** Each title as it is most fully said, with the first and the last day on which it was. */
  readonly titles: readonly { readonly text: string; readonly first: string | null; readonly last: string | null }[];
}

/** 2024-10-19, or null when a part of the day is unknown. */
const wholeDay = (day: string | null): string | null =>
  day !== null && /^\d{4}-\d\d-\d\d/u.test(day) ? day.slice(0, 10) : null;

/** The people of a report, those who appear most often first. */
export function peopleIn(entries: readonly Entry[]): readonly Person[] {
  const byName = new Map<string, Appearance[]>();
  for (const entry of entries) {
    entry.values.officials.forEach(({ name, titles, roles }, index) => {
      const said = titles.map(({ organization, post, text }) =>
        organization === null || text.startsWith(organization) ? text : `${organization}${post}`,
      );
      const appearance = { entry, index, day: wholeDay(entry.values.date?.start ?? null), titles: said, roles };
      const known = byName.get(name);
      if (known === undefined) byName.set(name, [appearance]);
      else known.push(appearance);
    });
  }
  return [...byName]
    .map(([name, all]): Person => {
      const appearances = [...all].sort((a, b) => compareDays(a.day, b.day));
      const titles = new Map<string, { first: string | null; last: string | null }>();
      for (const { titles: said, day } of appearances) {
        for (const text of said) {
          const known = titles.get(text);
          if (known === undefined) titles.set(text, { first: day, last: day });
          else if (day !== null) titles.set(text, { first: known.first ?? day, last: day });
        }
      }
      return { name, appearances, titles: [...titles].map(([text, days]) => ({ text, ...days })) };
    })
    .sort((a, b) => b.appearances.length - a.appearances.length || (a.name < b.name ? -1 : 1));
}

const compareDays = (a: string | null, b: string | null): number =>
  a === b ? 0 : a === null ? 1 : b === null ? -1 : a < b ? -1 : 1;

/** What a person does there, in the order of weight: the one that colours the dot. */
const ROLES = ['host', 'speak', 'report', 'observe', 'attend', 'other'];

const mainRole = (roles: readonly string[]): string => ROLES.find((role) => roles.includes(role)) ?? 'other';

/** So many people are drawn at once; a search finds the others. */
const MOST = 400;

/** Who took part: each with titles and a dot for every appearance on a line of time, coloured by the role. */
export function peopleView(people: readonly Person[], say: Say): Tree {
  const days = people
    .flatMap(({ appearances }) => appearances.flatMap(({ day }) => (day === null ? [] : [day])))
    .sort();
  const [first = '', last = ''] = [days[0], days.at(-1)];
  return h(
    'div',
    { class: 'persons' },
    first === ''
      ? null
      : h(
          'p',
          { class: 'axis', 'aria-hidden': 'true' },
          h('span', {}, h('span', {}, first.slice(0, 7)), h('span', {}, last.slice(0, 7))),
        ),
    h(
      'ol',
      { class: 'persons-list' },
      ...people.slice(0, MOST).map((person) => personRow(person, first, last, say)),
      people.length > MOST ? h('li', { class: 'quiet' }, say('more', people.length - MOST)) : null,
    ),
  );
}

function personRow({ name, appearances, titles }: Person, first: string, last: string, say: Say): Tree {
  return h(
    'li',
    {},
    h(
      'a',
      { class: 'person', href: addressTo({ v: 'people', p: name }) },
      h('b', { lang: 'zh-CN' }, seen(name)),
      h(
        'span',
        { class: 'held', lang: 'zh-CN' },
        ...titles.slice(0, 3).map(({ text }) => h('span', {}, seen(text))),
        titles.length > 3 ? h('span', {}, `+${titles.length - 3}`) : null,
      ),
      h(
        'span',
        { class: 'line', 'aria-hidden': 'true' },
        ...appearances.map(({ day, roles }) =>
          day === null
            ? null
            : h('i', { class: `dot role-${mainRole(roles)} at-${placeBetween(day, first, last)}`, title: day }),
        ),
      ),
      h('span', { class: 'count' }, say('times', appearances.length)),
    ),
  );
}

/** Where a day lies between two others, in hundredths: the style sheet has a class for each. */
function placeBetween(day: string, first: string, last: string): number {
  const [at, from, to] = [Date.parse(day), Date.parse(first), Date.parse(last)];
  return to === from || Number.isNaN(at) ? 50 : Math.round(((at - from) / (to - from)) * 100);
}

/** One person: the titles with the days between which they were said, the roles, and every appearance. */
export function personView({ name, appearances, titles }: Person, say: Say): Tree {
  const roles = countsOf(appearances.flatMap(({ roles: all }) => all));
  const most = roles[0]?.[1] ?? 1;
  return h(
    'article',
    { class: 'one-person' },
    h('p', {}, h('a', { class: 'up', href: addressTo({ v: 'people' }) }, '← ', say('allPeople'))),
    h('h2', { class: 'headline', lang: 'zh-CN', tabindex: '-1' }, seen(name)),
    h('p', { class: 'quiet' }, say('peopleNote')),
    h(
      'ul',
      { class: 'bars' },
      ...roles.map(([role, count]) =>
        h(
          'li',
          {},
          h('span', {}, sayName(say, 'role', role)),
          h('i', { class: `bar role-${role} wide-${Math.max(2, Math.round((count / most) * 100))}` }),
          h('span', { class: 'count' }, String(count)),
        ),
      ),
    ),
    h('h3', {}, say('titlesHeld')),
    h(
      'table',
      { class: 'held-table' },
      h(
        'tbody',
        {},
        ...titles.map(({ text, first, last }) =>
          h(
            'tr',
            {},
            h('th', { scope: 'row', lang: 'zh-CN' }, seen(text)),
            h('td', {}, first === null ? '—' : first === last ? first : `${first} — ${last}`),
          ),
        ),
      ),
    ),
    h('h3', {}, say('appearances'), ' ', h('small', { class: 'count' }, say('times', appearances.length))),
    h(
      'ol',
      { class: 'appearances' },
      ...appearances.map(({ entry, index, roles: played, titles: said }) =>
        h(
          'li',
          {},
          h('span', { class: 'day' }, dayOf(entry) ?? '—'),
          h(
            'a',
            { href: `${entry.part ?? ''}${addressTo({ r: entry.key, f: `officials.${index}` })}`, lang: 'zh-CN' },
            seen(entry.title),
          ),
          h(
            'span',
            { class: 'quiet' },
            [placeOf(entry), said.join('、')]
              .filter((part) => part !== null && part !== '')
              .map((part, i) => [i === 0 ? '' : ' · ', seen(part as string)]),
          ),
          h(
            'span',
            {},
            ...played.map((role) => h('span', { class: classes('badge', `role-${role}`) }, sayName(say, 'role', role))),
          ),
        ),
      ),
    ),
  );
}
