import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { emitOf, MALFORMED } from '../../src/emit/emitted.ts';
import { schema } from '../../src/emit/schema.ts';
import { evidence, z } from '../../src/fields/field.ts';
import type { Span } from '../../src/model/span.ts';
import { anyRecords } from './any-record.ts';

const emit = emitOf(schema);
const stay = ({ start, end }: Span): Span => ({ start, end });
const wellFormed = (text: string): unknown => JSON.parse(text.toWellFormed());

test('whatever the schema allows leaves as the schema parses it', () => {
  for (const record of anyRecords(200)) {
    const found = emit(record, stay);
    // Keys in the same order, too.
    expect(JSON.stringify(found)).toBe(
      JSON.stringify(schema.parse(JSON.parse(JSON.stringify(record), (_, one) => wellFormed(JSON.stringify(one))))),
    );
  }
});

/** What may stand in place of a part of a record. */
const odd = [undefined, null, '', 'x', 0, -1, 0.5, Number.NaN, 2 ** 60, true, {}, [], [null], { start: 1, end: 2 }];

/** Every place in a value: the keys that lead to it. */
function* placesIn(value: unknown, path: readonly string[] = []): Generator<readonly string[]> {
  yield path;
  if (typeof value !== 'object' || value === null) return;
  for (const [key, inner] of Object.entries(value)) yield* placesIn(inner, [...path, key]);
}

/** A copy of a value with something else in one place; without that place when it is undefined. */
function changed(value: unknown, [key, ...rest]: readonly string[], other: unknown): unknown {
  if (key === undefined) return other;
  const copy = (Array.isArray(value) ? [...value] : { ...(value as object) }) as Record<string, unknown>;
  if (rest.length === 0 && other === undefined) delete copy[key];
  else copy[key] = changed(copy[key], rest, other);
  return copy;
}

test('a record with one odd part leaves if and only if the schema allows it', () => {
  let refused = 0;
  for (const record of anyRecords(40)) {
    const places = [...placesIn(record)];
    for (const path of fc.sample(fc.constantFrom(...places), { numRuns: 40, seed: 3 })) {
      for (const other of odd) {
        const value = changed(record, path, other);
        const isAllowed = schema.safeParse(value).success;
        // Of a span nothing but its ends is looked at: mentions have more than that.
        expect(emit(value, stay) !== MALFORMED, `${path.join('.')} = ${JSON.stringify(other)}`).toBe(isAllowed);
        if (!isAllowed) refused++;
      }
    }
  }
  expect(refused).toBeGreaterThan(1000);
});

test('a key that the schema does not know is refused', () => {
  for (const record of anyRecords(5)) {
    for (const path of placesIn(record)) {
      const place = path.reduce((value, key) => (value as Record<string, unknown>)[key], record as unknown);
      if (typeof place !== 'object' || place === null || Array.isArray(place)) continue;
      if ('start' in place || path.at(-1) === 'repairs') continue;
      expect(emit(changed(record, [...path, 'more'], 1), stay)).toBe(MALFORMED);
    }
  }
});

test('spans are moved, and leave with their ends alone', () => {
  const moved = emitOf(evidence)([{ start: 1, end: 2, kind: 'time' }], ({ start, end }) => ({
    start: start + 10,
    end: end + 10,
  }));
  expect(moved).toEqual([{ start: 11, end: 12 }]);
});

describe('a kind of schema that no record has is left to the schema', () => {
  test.each([
    [z.string().max(2), 'ab', 'abc'],
    [z.array(z.string()).max(1), ['a'], ['a', 'b']],
    [z.object({ a: z.string() }), { a: 'x' }, { a: 1 }],
    [z.strictObject({ a: z.string() }).refine(({ a }) => a !== 'no'), { a: 'x' }, { a: 'no' }],
    [z.strictObject({ a: z.string().optional() }), {}, { a: 1 }],
    [z.email(), 'a@b.cn', 'a'],
    [z.string().regex(/a/u).regex(/b/u), 'ab', 'a'],
    [z.tuple([z.string()]), ['a'], [1]],
  ])('%#', (form, good, bad) => {
    expect(emitOf(form)(good, stay)).toEqual(good);
    expect(emitOf(form)(bad, stay)).toBe(MALFORMED);
  });

  test('with its strings made whole', () => {
    expect(emitOf(z.record(z.string(), z.string()))({ a: 'x\uD83D' }, stay)).toEqual({ a: 'x\uFFFD' });
  });
});
