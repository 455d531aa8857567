import type { MeetingRecord } from '../emit/schema.ts';
import { idOf } from '../evaluate/load-answers.ts';
import { type Answer, levelled } from '../evaluate/measures.ts';
import type { Comparison, Contrast } from './page/report-data.ts';

/** Something that a record or a gold answer says: of which field, about what (a person, an item), and in which words. */
interface Said {
  readonly field: string;
  readonly label: string;
  readonly words: string;
}

const ROLES = ['host', 'speak', 'report', 'attend', 'observe', 'other'];

/** What an answer says, value by value, in a form in which two answers can be held against each other. */
function saidBy({ meeting, date, venue, officials, attendees, workPlan, outlet }: Answer): readonly Said[] {
  const said: Said[] = [];
  const say = (field: string, label: string, words: string | null | undefined): void => {
    if (words !== null && words !== undefined && words !== '') said.push({ field, label, words });
  };
  say('meeting', '', meeting?.name);
  say('date', '', date?.start == null ? null : [date.start, date.end].filter((day) => day != null).join(' — '));
  say('venue', '', venue?.text);
  say('venue', 'place', venue?.place);
  for (const { name, titles = [], roles = [] } of officials ?? []) {
    say('officials', name, [...roles].sort((a, b) => ROLES.indexOf(a) - ROLES.indexOf(b)).join(', '));
    for (const { text, organization, post } of titles) {
      say('officials', `${name} · ${text}`, organization === null ? post : `${organization} | ${post}`);
    }
  }
  // Persons among the attendees stand among the officials as well, and gold lists them there alone.
  for (const { kind, text, mode } of attendees ?? []) if (kind !== 'person') say('attendees', text, mode);
  const runs = new Map<string, number>();
  for (const { marker, text } of workPlan ?? []) {
    const run = (runs.get(marker) ?? 0) + 1;
    runs.set(marker, run);
    say('workPlan', run === 1 ? marker : `${marker} (${run})`, text);
  }
  say('outlet', '', typeof outlet === 'string' ? outlet : outlet?.name);
  return said;
}

/** How a record differs from an answer about the same article; quotation marks and the width of marks do not count. */
export function comparisonOf(here: Answer, there: Answer): Comparison {
  const keyOf = ({ field, label }: Said): string => `${field} ${levelled(label)}`;
  const others = new Map(saidBy(there).map((one) => [keyOf(one), one]));
  const contrasts: Contrast[] = [];
  let same = 0;
  for (const one of saidBy(here)) {
    const other = others.get(keyOf(one));
    others.delete(keyOf(one));
    if (other !== undefined && levelled(other.words) === levelled(one.words)) same++;
    else contrasts.push({ field: one.field, label: one.label, here: one.words, there: other?.words ?? null });
  }
  for (const { field, label, words } of others.values()) contrasts.push({ field, label, here: null, there: words });
  return { missing: false, same, contrasts };
}

const NONE: Comparison = { missing: true, same: 0, contrasts: [] };

/** Whether an answer is a record of this program, and no gold. */
const isRecord = (answer: Answer): answer is MeetingRecord => (answer as { schema?: unknown }).schema !== undefined;

/**
 * Finds for each record its counterpart among others and holds the two against each other. Records of another run belong
 * together by path and line, else by id; gold by the id that it names.
 */
export function comparer(others: readonly Answer[]): (record: MeetingRecord) => Comparison {
  const byPlace = new Map<string, Answer>();
  const byId = new Map<string, Answer>();
  for (const other of others) {
    if (!isRecord(other)) continue;
    byPlace.set(placeOf(other), other);
    byId.set(other.id, other);
  }
  const gold = new Map(others.filter((other) => !isRecord(other)).map((other) => [String(other.id), other]));
  return (record) => {
    const other = byPlace.get(placeOf(record)) ?? byId.get(record.id) ?? gold.get(String(idOf(record)));
    return other === undefined ? NONE : comparisonOf(record, other);
  };
}

const placeOf = ({ document: { path, line } }: MeetingRecord): string => `${path ?? ''}:${line ?? ''}`;
