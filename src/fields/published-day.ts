import type { Restored } from '../model/document.ts';
import { type Day, exists } from './calendar.ts';

/** 2024-10-20 · 2024/10/20 08:00 · 2024年10月20日 · 20241020 */
const NUMERIC =
  /(?<year>(?:19|20|21)[0-9]{2})(?:[-/._年](?<month>[0-9]{1,2})[-/._月](?<day>[0-9]{1,2})|(?<mm>[0-9]{2})(?<dd>[0-9]{2}))(?![0-9])/u;
/** Jul 31, 2024 · July 31 2024 */
const MONTH_FIRST = /(?<month>[A-Za-z]{3,9})\.? (?<day>[0-9]{1,2})(?:st|nd|rd|th)?,? (?<year>[0-9]{4})/u;
/** 31 Jul 2024 · Wed, 31 July 2024 */
const DAY_FIRST = /(?<day>[0-9]{1,2}) (?<month>[A-Za-z]{3,9})\.?,? (?<year>[0-9]{4})/u;

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Every form has it. */
const YEAR = /[0-9]{4}/u;
/** Nothing that has another form. */
const ASCII = /^[\0-\x7f]*$/u;

/** Words longer than this are no date; the rest of them is not read. */
const LONGEST = 200;

/** The day that a text names in full, in any common form; null when it names none. */
export function dayIn(words: string | null): Day | null {
  if (words === null) return null;
  const start = words.slice(0, LONGEST);
  const text = ASCII.test(start) ? start : start.normalize('NFKC');
  if (!YEAR.test(text)) return null;
  for (const form of [NUMERIC, MONTH_FIRST, DAY_FIRST]) {
    const groups = form.exec(text)?.groups;
    if (groups === undefined) continue;
    const month = groups.month ?? groups.mm ?? '';
    const found = {
      year: Number(groups.year),
      month: /^[A-Za-z]/u.test(month) ? MONTHS.indexOf(month.slice(0, 3).toLowerCase()) + 1 : Number(month),
      day: Number(groups.day ?? groups.dd),
    };
    if (found.month >= 1 && found.month <= 12 && found.day >= 1 && exists(found)) return found;
  }
  return null;
}

/** The day on which an article was published, as its file says: beside the text, on the page, or in the name of a file of one article. */
export function publishedDay({ origin, page }: Pick<Restored, 'origin' | 'page'>): Day | null {
  const name = origin.path === null || origin.line !== null ? null : origin.path.slice(lastSlash(origin.path) + 1);
  return dayIn(origin.published) ?? dayIn(page?.published ?? null) ?? dayIn(name);
}

const lastSlash = (path: string): number => Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\'));
