import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { damagesOf } from '../../scripts/damage.mjs';
import { restore } from '../../src/index.ts';
import { wordsOf } from '../../src/model/span.ts';

// Every kind of damage on some of the fixtures; the metamorphic law has them all, and what their records say.
const fixtures = new URL('../../fixtures/articles/', import.meta.url);
const articles = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => new URL(`${name}/article.txt`, fixtures))
  .filter((path) => existsSync(path) && statSync(path).size < 2700);

/** The lines of a text without the white space that sets them apart. */
const lines = (text: string): string => text.replace(/[ \u3000\n]+/gu, '\n').trim();

/** The name of a kind for a file: annotated-bytes-leaving-question-mark. */
const nameOf = (kind: string): string =>
  kind
    .replace('?', 'question mark')
    .replace('\\uFFFD(', 'unknown and bracket')
    .replace('\\uFFFD', 'unknown')
    .replaceAll(/[^A-Za-z\d]+/gu, '-')
    .toLowerCase();

const kinds = Object.entries(damagesOf([])).map(([kind, { damage, lossy }], place) => ({ kind, damage, lossy, place }));

describe.each(kinds)('$kind', ({ kind, damage, lossy, place }) => {
  const seeds = lossy ? [0, 1, 2, 3, 4, 5, 6, 7] : [0, 1, 2, 3, 4];
  it.each(seeds)('are undone (%s)', async (seed) => {
    const original = restore(readFileSync(articles[(place * 7 + seed * 5) % articles.length] as URL)).clean;
    const { clean, map } = restore(damage(original, seed));
    for (let start = 0; start < clean.length; start += 3) {
      const span = { start, end: start + 1 };
      expect(wordsOf(clean, map.toRewritten(map.toSource(span)))).toBe(wordsOf(clean, span));
    }
    // What no evidence brings back stands in the file as it was left; `--update` writes it.
    const file = fileURLToPath(new URL(`damaged/${nameOf(kind)}-${seed}.txt`, import.meta.url));
    if (lossy) await expect(clean).toMatchFileSnapshot(file);
    else expect(lines(clean)).toBe(lines(original));
  });
});
