import { addressTo } from './address.ts';
import { type Content, classes, h, type Tree } from './element.ts';
import { dayOf, placeOf } from './list-view.ts';
import type { Entry } from './report-data.ts';
import { seen } from './unseen.ts';
import type { Lang, Say } from './words.ts';

/** The meetings of a report by the day on which they were. */
export interface Calendar {
  /** By day (2024-10-19); a meeting over several days stands at each of them. */
  readonly byDay: ReadonlyMap<string, readonly Entry[]>;
  /** Years with meetings and how many start in each, the latest first. */
  readonly years: readonly (readonly [year: string, count: number])[];
  /** Meetings of whose day a part is unknown. */
  readonly vague: readonly Entry[];
  /** Articles without a day. */
  readonly without: readonly Entry[];
}

const WHOLE = /^\d{4}-\d\d-\d\d$/u;
const DAY = 864e5;
/** Longer than this, a meeting is shown on its first and its last day only. */
const LONGEST = 31;

const iso = (time: number): string => new Date(time).toISOString().slice(0, 10);

/** Sorts the entries of a report into days. */
export function calendarOf(entries: readonly Entry[]): Calendar {
  const byDay = new Map<string, Entry[]>();
  const years = new Map<string, number>();
  const vague: Entry[] = [];
  const without: Entry[] = [];
  for (const entry of entries) {
    const { date } = entry.values;
    if (date === null) without.push(entry);
    else if (!WHOLE.test(date.start) || Number.isNaN(Date.parse(date.start))) vague.push(entry);
    else {
      const year = date.start.slice(0, 4);
      years.set(year, (years.get(year) ?? 0) + 1);
      for (const day of daysOf(date.start, date.end)) {
        const known = byDay.get(day);
        if (known === undefined) byDay.set(day, [entry]);
        else known.push(entry);
      }
    }
  }
  return { byDay, years: [...years].sort(([a], [b]) => (a < b ? 1 : -1)), vague, without };
}

function daysOf(start: string, end: string | null): readonly string[] {
  const from = Date.parse(start);
  const to = end !== null && WHOLE.test(end) ? Date.parse(end) : from;
  if (!(to > from)) return [start];
  const length = Math.round((to - from) / DAY) + 1;
  return length > LONGEST ? [iso(from), iso(to)] : Array.from({ length }, (_, i) => iso(from + i * DAY));
}

/** The years as bars, and the twelve months of one of them with its meetings marked and listed. */
export function calendarView(calendar: Calendar, year: string | null, lang: Lang, say: Say): Tree {
  const most = Math.max(1, ...calendar.years.map(([, count]) => count));
  // Until a year is chosen, the one with the most to see.
  const shown = year ?? calendar.years.find(([, count]) => count === most)?.[0] ?? null;
  return h(
    'div',
    { class: 'calendar' },
    h(
      'ol',
      { class: 'years' },
      ...[...calendar.years].reverse().map(([one, count]) =>
        h(
          'li',
          {},
          h(
            'a',
            {
              href: addressTo({ v: 'calendar', from: `${one}-01-01`, to: `${one}-12-31` }),
              'aria-current': one === shown ? 'true' : null,
              title: say('meetings', count),
            },
            h('i', { class: `bar tall-${Math.max(4, Math.round((count / most) * 100))}` }),
            h('span', {}, one),
          ),
        ),
      ),
    ),
    shown === null ? null : yearView(calendar, shown, lang, say),
    rest(calendar.vague, say('noYear')),
    rest(calendar.without, say('noDay')),
  );
}

function rest(entries: readonly Entry[], name: string): Content {
  if (entries.length === 0) return null;
  return h(
    'details',
    { class: 'rest-of' },
    h('summary', {}, name, ' ', h('small', { class: 'count' }, String(entries.length))),
    h('ol', { class: 'appearances' }, ...entries.map(meetingRow)),
  );
}

const MONTHS = Array.from({ length: 12 }, (_, i) => String(i + 1).padStart(2, '0'));
const WEEKDAYS: Readonly<Record<Lang, readonly string[]>> = {
  zh: ['一', '二', '三', '四', '五', '六', '日'],
  en: ['M', 'T', 'W', 'T', 'F', 'S', 'S'],
};

function yearView(calendar: Calendar, year: string, lang: Lang, say: Say): Tree {
  const meetings = meetingsIn(calendar, year);
  return h(
    'section',
    { class: 'year' },
    h(
      'h2',
      { class: 'headline', tabindex: '-1' },
      year,
      ' ',
      h('small', { class: 'count' }, say('meetings', meetings.length)),
    ),
    h('div', { class: 'months' }, ...MONTHS.map((month) => monthView(calendar, `${year}-${month}`, lang, say))),
    h('ol', { class: 'appearances' }, ...meetings.map(meetingRow)),
  );
}

/** The meetings that start in a year, in the order of their days. */
export function meetingsIn(calendar: Calendar, year: string): readonly Entry[] {
  const days = [...calendar.byDay.keys()].filter((day) => day.startsWith(year)).sort();
  return days.flatMap((day) => (calendar.byDay.get(day) ?? []).filter(({ values }) => values.date?.start === day));
}

/** One meeting of a list: its day, its title, its place. */
export const meetingRow = (entry: Entry): Tree =>
  h(
    'li',
    {},
    h('span', { class: 'day' }, dayOf(entry) ?? '—'),
    h('a', { href: `${entry.part ?? ''}${addressTo({ r: entry.key })}`, lang: 'zh-CN' }, seen(entry.title)),
    h('span', { class: 'quiet' }, seen(placeOf(entry) ?? '')),
  );

/** A month with its weeks from Monday on; a day with meetings leads to them. */
function monthView({ byDay }: Calendar, month: string, lang: Lang, say: Say): Tree {
  const first = Date.parse(`${month}-01`);
  const blank = (new Date(first).getUTCDay() + 6) % 7;
  const length = new Date(Date.UTC(Number(month.slice(0, 4)), Number(month.slice(5)), 0)).getUTCDate();
  const name = lang === 'zh' ? `${Number(month.slice(5))}月` : monthName(first);
  const days = Array.from({ length }, (_, i) => {
    const day = `${month}-${String(i + 1).padStart(2, '0')}`;
    const meetings = byDay.get(day) ?? [];
    return meetings.length === 0
      ? h('span', { class: 'day-of' }, String(i + 1))
      : h(
          'a',
          {
            class: classes('day-of', `many-${Math.min(4, meetings.length)}`),
            href: addressTo({ v: 'calendar', from: day, to: day }),
            'aria-label': `${day}: ${say('meetings', meetings.length)}`,
          },
          String(i + 1),
        );
  });
  return h(
    'section',
    { class: classes('month', days.every(({ tag }) => tag === 'span') && 'idle') },
    h('h3', {}, name),
    h(
      'div',
      { class: 'weeks' },
      ...WEEKDAYS[lang].map((day) => h('i', { 'aria-hidden': 'true' }, day)),
      ...Array.from({ length: blank }, () => h('span', { class: 'day-of' })),
      ...days,
    ),
  );
}

const monthName = (time: number): string =>
  new Date(time).toLocaleDateString('en-GB', { month: 'short', timeZone: 'UTC' });
