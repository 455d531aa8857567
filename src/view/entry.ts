import { codeUnitsOf } from '../emit/code-points.ts';
import type { Evidence, MeetingRecord } from '../emit/schema.ts';
import { faultsOf } from '../evaluate/evidence.ts';
import type { Restored } from '../model/document.ts';
import { inEnglish } from '../model/phrase.ts';
import { changesOf, type RuleNames } from './changes.ts';
import type { Comparison, Entry, Place, Trouble, Values } from './page/report-data.ts';

/** The article that a record was read from, or why it is not at hand. */
export type Found = { readonly article: Restored } | { readonly trouble: Trouble };

/** A headline that nobody gave is the start of the text, so many characters of it. */
const LONGEST_TITLE = 40;

/** A record and its article as the page shows them. */
export function entryOf(
  record: MeetingRecord,
  found: Found,
  rules: RuleNames,
  key: string,
  comparison: Comparison | null,
): Entry {
  const { schema: _form, id, document, findings, ...fields } = record;
  const article = 'article' in found ? found.article : null;
  const placesOf = article === null ? () => [] : placesIn(article);
  return {
    key,
    id,
    givenId: document.id === null ? null : String(document.id),
    path: document.path,
    line: document.line,
    title: document.title ?? record.meeting?.name ?? opening(article) ?? document.path ?? id,
    published: document.published,
    encoding: document.encoding,
    bytes: document.bytes,
    repairs: Object.entries(document.repairs),
    values: placed(fields, placesOf) as Values,
    findings: findings.map((finding) => placed(finding, placesOf) as Entry['findings'][number]),
    source: article === null ? null : { text: article.text, changes: changesOf(article, rules) },
    trouble: 'trouble' in found ? found.trouble : null,
    faults:
      article === null ? [] : faultsOf(record, article).map(({ place, message }) => `${place}: ${inEnglish(message)}`),
    comparison,
    part: null,
  };
}

/** An entry for the index of a report in several pages: without its article, and without words behind its values. */
export function lightly(entry: Entry, part: string): Entry {
  const { officials, meeting, date, venue, outlet, attendees, workPlan } = entry.values;
  const bare = <T extends object>(value: T): T => ({ ...value, evidence: [] });
  return {
    ...entry,
    repairs: [],
    values: {
      meeting: meeting === null ? null : bare(meeting),
      date: date === null ? null : bare(date),
      venue: venue === null ? null : bare(venue),
      officials: officials.map((one) => ({ ...bare(one), titles: one.titles.map(bare) })),
      // Only whether there are any is asked of these.
      attendees: attendees.slice(0, 1).map(bare),
      workPlan: workPlan.slice(0, 1).map((item) => ({ ...bare(item), text: '', children: [] })),
      outlet: outlet === null ? null : bare(outlet),
    },
    findings: entry.findings.map((finding) => ({ ...bare(finding), message: '' })),
    source: null,
    part,
  };
}

function opening(article: Restored | null): string | null {
  const first = article?.clean.trimStart().split(/\r?\n/u, 1)[0]?.trim() ?? '';
  if (first === '') return null;
  return first.length > LONGEST_TITLE ? `${first.slice(0, LONGEST_TITLE)}…` : first;
}

/** Turns evidence into places of both texts; a stretch outside of the source is left out, and told among the faults. */
function placesIn(article: Restored): (evidence: Evidence) => readonly Place[] {
  const units = codeUnitsOf(article.text);
  return (evidence) =>
    evidence.flatMap(({ start, end }) => {
      const source = { start: units(start), end: units(end) };
      if (source.start > source.end || source.end > article.text.length) return [];
      const clean = article.map.toRewritten(source);
      return [[source.start, source.end, clean.start, clean.end] as const];
    });
}

/** A value with places instead of evidence, at any depth. */
function placed(value: unknown, placesOf: (evidence: Evidence) => readonly Place[]): unknown {
  if (Array.isArray(value)) return value.map((one) => placed(one, placesOf));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'evidence' ? placesOf(inner as Evidence) : placed(inner, placesOf),
    ]),
  );
}
