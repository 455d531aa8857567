import { type Address, addressTo } from './address.ts';
import { classes, h, type Tree } from './element.ts';
import { type Entry, FIELDS, type FieldName, missingIn, restoredText } from './report-data.ts';
import { seen } from './unseen.ts';
import { type Say, sayName } from './words.ts';

/** The day of a meeting as it is shown: 2024-11-08, or 2024-11-08/09 for several. */
export function dayOf({ values: { date } }: Entry): string | null {
  if (date === null) return null;
  if (date.end === null) return date.start;
  const shared = date.start.slice(0, 8) === date.end.slice(0, 8) ? date.end.slice(8) : date.end;
  return `${date.start}/${shared}`;
}

/** The place of a meeting as people would look for it: the town, else the words of the venue. */
export const placeOf = ({ values: { venue } }: Entry): string | null => venue?.place ?? venue?.text ?? null;

/** One line of the list: the title, when and where and by whom, and which fields were found. */
export function rowOf(entry: Entry, say: Say): Tree {
  const missing = missingIn(entry);
  const href = entry.part === null ? addressTo({ r: entry.key }) : `${entry.part}${addressTo({ r: entry.key })}`;
  const facts = [dayOf(entry), placeOf(entry), entry.values.outlet?.name ?? null].filter((fact) => fact !== null);
  const odd = entry.findings.filter(({ severity }) => severity !== 'note').length + entry.faults.length;
  const differences = entry.comparison?.contrasts.length ?? 0;
  return h(
    'li',
    { 'data-key': entry.key },
    h(
      'a',
      { class: 'row', href },
      h('span', { class: 'title', lang: 'zh-CN' }, seen(entry.title)),
      h('span', { class: 'facts' }, ...facts.map((fact) => h('span', {}, seen(fact)))),
      h(
        'span',
        { class: 'marks' },
        entry.trouble === null && odd === 0 ? null : h('span', { class: 'odd', title: say('remarks') }, '!'),
        differences === 0 ? null : h('span', { class: 'odd differing' }, `≠ ${differences}`),
        h(
          'span',
          { class: 'ticks', role: 'img', 'aria-label': ticksTold(missing, say) },
          ...FIELDS.map((name) => h('i', { class: classes(`f-${name}`, missing.includes(name) && 'no') })),
        ),
      ),
    ),
  );
}

function ticksTold(missing: readonly FieldName[], say: Say): string {
  const found = FIELDS.filter((name) => !missing.includes(name));
  const names = (list: readonly FieldName[]): string => list.map((name) => sayName(say, 'f', name)).join(', ');
  return missing.length === 0
    ? `${say('found')}: ${names(found)}`
    : `${say('found')}: ${names(found)}; ${say('notFound')}: ${names(missing)}`;
}

/** What can be searched of an entry, in lower case: its title, its text, its people with their titles, its path. */
export function searchedOf(entry: Entry): string {
  const { title, path, source, values } = entry;
  const people = values.officials.flatMap(({ name, titles }) => [name, ...titles.map(({ text }) => text)]);
  const text = source === null ? '' : restoredText(source);
  return [title, path ?? '', values.meeting?.name ?? '', ...people, text].join('\n').toLowerCase();
}

/** Whether an entry is among those that the filters of an address ask for. `searched` gives its `searchedOf` when it is needed. */
export function fits(entry: Entry, searched: () => string, address: Address): boolean {
  const { q, missing, finding, place, outlet, person, from, to, differs } = address;
  const { values } = entry;
  if (
    q !== undefined &&
    !q
      .toLowerCase()
      .split(/\s+/u)
      .every((word) => searched().includes(word))
  )
    return false;
  if (missing !== undefined && !missingIn(entry).some((name) => name === missing)) return false;
  if (finding !== undefined && !entry.findings.some(({ code }) => code === finding)) return false;
  if (place !== undefined && placeOf(entry) !== place) return false;
  if (outlet !== undefined && values.outlet?.name !== outlet) return false;
  if (person !== undefined && !values.officials.some(({ name }) => name.includes(person))) return false;
  if (differs !== undefined && (entry.comparison === null || isAgreeing(entry))) return false;
  if (from === undefined && to === undefined) return true;
  // A day with an unknown part (XXXX-10-19) lies in no span of days.
  const { start, end } = values.date ?? { start: '', end: null };
  if (!/^\d{4}-\d\d-\d\d$/u.test(start)) return false;
  return (from === undefined || (end ?? start) >= from) && (to === undefined || start <= to);
}

/** Whether an entry and its counterpart say the same. */
const isAgreeing = ({ comparison }: Entry): boolean =>
  comparison !== null && !comparison.missing && comparison.contrasts.length === 0;

/** How often each value occurs, the most frequent first; equal ones in the order of their code units. */
export function countsOf(values: Iterable<string | null>): readonly (readonly [value: string, count: number])[] {
  const counts = new Map<string, number>();
  for (const value of values) if (value !== null) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort(([a, one], [b, other]) => other - one || (a < b ? -1 : 1));
}
