import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { damagesOf } from '../../scripts/damage.mjs';
import { rules } from '../../src/restore/index.ts';
import { mark, marksIn, type Signs } from '../../src/restore/signs.ts';
import { UNDETERMINED, undetermined } from '../../src/restore/undetermined.ts';

const ARTICLE = new URL('../../fixtures/articles/college-staff-meeting/article.txt', import.meta.url);
const article = readFileSync(ARTICLE, 'utf8');
const damaged = Object.values(damagesOf(['李明', '王芳']))
  .map(({ damage }) => damage(article, 1))
  .filter((text) => typeof text === 'string');
const units = Array.from({ length: 0x10000 }, (_, unit) => String.fromCharCode(unit));

function has(signs: Signs): (text: string) => boolean {
  const table = new Uint32Array(0x10000);
  mark(table, signs, 1);
  return (text) => marksIn(text, table) === 1;
}

describe.each(rules.filter(({ format }) => format === undefined).map((rule) => [rule.id, rule] as const))(
  '%s',
  (_id, rule) => {
    const called = has(rule.signs ?? []);

    test('has nothing to do where none of its signs is', () => {
      const texts = [...rule.examples.map((example) => example.damaged), ...damaged, ...units];
      for (const text of texts) if (rule.find(text).length > 0) expect(called(text), text.slice(0, 80)).toBe(true);
    });

    test('is called by its examples', () => {
      for (const example of rule.examples) {
        if (example.damaged !== example.clean) expect(called(example.damaged), example.damaged).toBe(true);
      }
    });
  },
);

test('what is left of damage has a sign, too', () => {
  const called = has(UNDETERMINED);
  const texts = ['锟斤拷', '烫烫烫烫', '会\uFFFD', '会???', '当?shù)', '倪(shù)', ...damaged];
  expect(texts.filter((text) => undetermined(text).length > 0).length).toBeGreaterThan(4);
  for (const text of texts) if (undetermined(text).length > 0) expect(called(text), text.slice(0, 80)).toBe(true);
});
