import { afterAll, describe, expect, test } from 'vitest';
import { extract } from '../src/index.ts';
import { HARD_TEXTS, type HardText } from './hard-texts.ts';

/** Characters of the shorter text; the longer one has four times as many: a million under `npm run linear`. */
const LENGTH = Number(process.env.HUIYAO_LENGTH ?? 25_000);
/** What each family took, for `npm run linear` to show. */
const taken: string[] = [];
/** Four times the text takes four times as long; sixteen times as long is quadratic. Long texts leave less to chance. */
const MOST = LENGTH < 100_000 ? 9 : 7;
/** Milliseconds below which a figure is noise. */
const NOISE = 250;

const milliseconds = (text: string): number => {
  const start = performance.now();
  extract(text);
  return performance.now() - start;
};

/** How many times as long the long text takes; the best of three, for other work on the machine only ever adds. */
function growth({ name, of }: HardText): number {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && best >= MOST; attempt++) {
    const long = milliseconds(of(LENGTH * 4));
    const short = long < NOISE ? long : milliseconds(of(LENGTH));
    best = Math.min(best, long / short);
    if (best === long / short)
      taken.push(`| ${name} | ${short.toFixed(0)} | ${long.toFixed(0)} | ${best.toFixed(1)} |`);
  }
  return best;
}

afterAll(() => {
  if (process.env.HUIYAO_LENGTH === undefined) return;
  const head = `| family | ${LENGTH} characters, ms | ${LENGTH * 4}, ms | times |\n|---|---:|---:|---:|`;
  process.stdout.write(`${head}\n${taken.map((row) => row.replaceAll('\n', '⏎')).join('\n')}\n`);
});

test('more people than a call may have arguments are read', () => {
  expect(extract('王明、'.repeat(150_000)).schema).toBe('huiyao/1');
});

describe('time grows linearly with the length of an article', () => {
  test.each(HARD_TEXTS.map((text) => [text.name, text] as const))('%s', (_name, text) => {
    expect(growth(text)).toBeLessThan(MOST);
  });
});
