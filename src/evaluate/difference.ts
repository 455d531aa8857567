import { isDeepStrictEqual } from 'node:util';

/** A stretch of evidence as a record has it: half-open, in code points of the decoded source. */
export interface Stretch {
  readonly start: number;
  readonly end: number;
}

/** A place where two records differ; undefined stands for what is not there. */
export interface Difference {
  /** Path in the record as it is now (officials.0.titles.1.post); in the expected one for what is gone. */
  readonly place: string;
  readonly expected: unknown;
  readonly actual: unknown;
  /** The evidence of the nearest value around it that has some, on either side. */
  readonly expectedEvidence: readonly Stretch[];
  readonly actualEvidence: readonly Stretch[];
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;
const isStretch = (value: unknown): value is Stretch =>
  isObject(value) && Number.isInteger(value.start) && Number.isInteger(value.end);

/** The evidence that a value has of its own; null when it has none. */
function evidenceOf(value: unknown): readonly Stretch[] | null {
  const evidence = isObject(value) ? value.evidence : undefined;
  return Array.isArray(evidence) && evidence.length > 0 && evidence.every(isStretch) ? evidence : null;
}

/** What makes an entry of a list the same entry in two records: its name, its words or its code; else all of it. */
function identityOf(entry: unknown): string {
  if (isObject(entry)) {
    for (const key of ['name', 'text', 'code']) if (typeof entry[key] === 'string') return `${key}=${entry[key]}`;
  }
  return JSON.stringify(entry);
}

/** Longer lists than such as make a table of this size are compared entry by entry, as they stand. */
const MOST_CELLS = 4e6;

/**
 * Which entries of two lists belong together, as pairs of indices in order; -1 stands for no partner. The longest run of
 * entries with the same identity keeps together, so that one that came in or went out does not disturb those behind it;
 * between those, as many against as many are taken for changed ones.
 */
function paired(before: readonly unknown[], after: readonly unknown[]): readonly (readonly [number, number])[] {
  if (before.length * after.length > MOST_CELLS) {
    const longer = before.length > after.length ? before : after;
    return longer.map((_, i) => [i < before.length ? i : -1, i < after.length ? i : -1] as const);
  }
  const [old, now] = [before.map(identityOf), after.map(identityOf)];
  // lengths[i][j]: how many entries from i and j on can keep together.
  const lengths = Array.from({ length: old.length + 1 }, () => new Uint32Array(now.length + 1));
  const at = (i: number, j: number): number => (lengths[i] as Uint32Array)[j] as number;
  for (let i = old.length - 1; i >= 0; i--) {
    for (let j = now.length - 1; j >= 0; j--) {
      (lengths[i] as Uint32Array)[j] = old[i] === now[j] ? at(i + 1, j + 1) + 1 : Math.max(at(i + 1, j), at(i, j + 1));
    }
  }
  const pairs: (readonly [number, number])[] = [];
  let gone: number[] = [];
  let come: number[] = [];
  const close = (): void => {
    const isChange = gone.length === come.length;
    gone.forEach((i, k) => {
      pairs.push([i, isChange ? (come[k] as number) : -1]);
    });
    if (!isChange) for (const j of come) pairs.push([-1, j]);
    [gone, come] = [[], []];
  };
  let [i, j] = [0, 0];
  while (i < old.length || j < now.length) {
    if (i < old.length && j < now.length && old[i] === now[j]) {
      close();
      pairs.push([i++, j++]);
    } else if (j >= now.length || (i < old.length && at(i + 1, j) >= at(i, j + 1))) gone.push(i++);
    else come.push(j++);
  }
  close();
  return pairs;
}

/** Two sides of a comparison, each with the evidence of what is around it. */
interface Around {
  readonly place: string;
  readonly expectedEvidence: readonly Stretch[];
  readonly actualEvidence: readonly Stretch[];
}

const NOWHERE: Around = { place: '', expectedEvidence: [], actualEvidence: [] };

/**
 * Where two records differ, field by field, in the order in which the expected one names them. Entries of lists are told
 * apart by what they are, not by where they stand; evidence counts as one value.
 */
export function differencesBetween(
  expected: unknown,
  actual: unknown,
  around: Around = NOWHERE,
): readonly Difference[] {
  if (Object.is(expected, actual)) return [];
  const { place } = around;
  const expectedEvidence = evidenceOf(expected) ?? around.expectedEvidence;
  const actualEvidence = evidenceOf(actual) ?? around.actualEvidence;
  const within = (key: string | number): Around => ({
    place: place === '' ? String(key) : `${place}.${key}`,
    expectedEvidence,
    actualEvidence,
  });
  const whole = {
    place,
    expected,
    actual,
    expectedEvidence: expected === undefined ? [] : expectedEvidence,
    actualEvidence: actual === undefined ? [] : actualEvidence,
  };
  if (!isObject(expected) || !isObject(actual) || Array.isArray(expected) !== Array.isArray(actual)) return [whole];
  if (Array.isArray(expected) && Array.isArray(actual)) {
    if (/(?:^|\.)evidence$/u.test(place)) return isDeepStrictEqual(expected, actual) ? [] : [whole];
    return paired(expected, actual).flatMap(([i, j]) =>
      differencesBetween(expected[i], actual[j], within(j < 0 ? i : j)),
    );
  }
  return [...new Set([...Object.keys(expected), ...Object.keys(actual)])].flatMap((key) =>
    differencesBetween(expected[key], actual[key], within(key)),
  );
}
