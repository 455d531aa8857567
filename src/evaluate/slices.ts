import type { Marks } from './marks.ts';
import type { Answer } from './measures.ts';
import { type Score, scoreOf } from './score.ts';

/** The articles that have the same value in a field, and how well they were read. */
export interface Slice {
  /** The value; – where there is none. */
  readonly value: string;
  readonly score: Score;
}

const NONE = '–';

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** The value at a path of an answer (meeting.type); undefined when the path leads nowhere. */
const valueAt = (answer: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((value, key) => (isObject(value) ? value[key] : undefined), answer);

/** A value as the name of a slice: of a list its length, of an object its name or words. */
function labelOf(value: unknown): string {
  if (value === null || value === undefined || value === '') return NONE;
  if (Array.isArray(value)) return String(value.length);
  if (isObject(value)) return labelOf(value.name ?? value.text ?? value.start);
  return String(value);
}

/** The year of an article: of its meeting's day, else of its publication. */
function yearOf({ date, published, document }: Answer): string | undefined {
  const days = [date?.start, published, document?.published];
  return days.map((day) => /^\d{4}/u.exec(day ?? '')?.[0]).find((year) => year !== undefined);
}

/** The value by which an article is sorted: what the gold says, else what the record says. `year` is worked out. */
function sortedBy(field: string, answer: Answer, record: Answer | undefined): unknown {
  const ofGold = valueAt(answer, field);
  if (ofGold !== undefined) return ofGold;
  const ofRecord = valueAt(record, field);
  if (ofRecord !== undefined || field !== 'year') return ofRecord;
  return yearOf(answer) ?? (record === undefined ? undefined : yearOf(record));
}

/**
 * The score of articles slice by slice, the largest slice first; null when neither gold nor records have the field. `marks`
 * are those of `gold`, in its order.
 */
export function slicesBy(
  field: string,
  gold: readonly Answer[],
  recordOf: (answer: Answer) => Answer | undefined,
  marks: readonly Marks[],
): readonly Slice[] | null {
  const slices = new Map<string, Marks[]>();
  let known = false;
  for (const [i, answer] of gold.entries()) {
    const value = sortedBy(field, answer, recordOf(answer));
    if (value !== undefined) known = true;
    const label = labelOf(value);
    slices.set(label, [...(slices.get(label) ?? []), marks[i] as Marks]);
  }
  if (!known) return null;
  return [...slices]
    .map(([value, ofSlice]) => ({ value, score: scoreOf(ofSlice) }))
    .sort((a, b) => b.score.articles - a.score.articles || (a.value < b.value ? -1 : 1));
}
