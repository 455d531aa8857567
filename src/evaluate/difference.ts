/** A place where two JSON values differ; undefined stands for what is not there. */
export interface Difference {
  /** Path in the value: officials.0.titles.1.post */
  readonly place: string;
  readonly expected: unknown;
  readonly actual: unknown;
}

const isObject = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null;

/** Where two JSON values differ, field by field, in the order in which the expected one names them. */
export function differencesBetween(expected: unknown, actual: unknown, place = ''): readonly Difference[] {
  if (Object.is(expected, actual)) return [];
  if (!isObject(expected) || !isObject(actual) || Array.isArray(expected) !== Array.isArray(actual)) {
    return [{ place, expected, actual }];
  }
  return [...new Set([...Object.keys(expected), ...Object.keys(actual)])].flatMap((key) =>
    differencesBetween(expected[key], actual[key], place === '' ? key : `${place}.${key}`),
  );
}
