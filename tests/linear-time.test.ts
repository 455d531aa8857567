import { describe, expect, test } from 'vitest';
import { extract } from '../src/index.ts';
import { HARD_TEXTS, type HardText } from './hard-texts.ts';

/** Characters of the shorter text; the longer one has four times as many. */
const LENGTH = Number(process.env.HUIYAO_LENGTH ?? 25_000);
/** Four times the text takes four times as long; sixteen times as long is quadratic. */
const MOST = 9;
/** Milliseconds below which a figure is noise. */
const NOISE = 250;

const milliseconds = (text: string): number => {
  const start = performance.now();
  extract(text);
  return performance.now() - start;
};

/** How many times as long the long text takes; the best of three, for other work on the machine only ever adds. */
function growth({ of }: HardText): number {
  let best = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < 3 && best >= MOST; attempt++) {
    const long = milliseconds(of(LENGTH * 4));
    best = Math.min(best, long < NOISE ? 1 : long / milliseconds(of(LENGTH)));
  }
  return best;
}

describe('time grows linearly with the length of an article', () => {
  test.each(HARD_TEXTS.map((text) => [text.name, text] as const))('%s', (_name, text) => {
    expect(growth(text)).toBeLessThan(MOST);
  });
});
