import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/decode/index.ts';
import { extract } from '../../src/index.ts';
import { wordsOf } from '../../src/model/span.ts';
import { restore } from '../../src/restore/index.ts';

const fixtures = new URL('../../fixtures/pages/', import.meta.url);
const origin = { path: null, line: null, id: null, title: null, published: null };
const slugs = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

describe.each(slugs)('the page %s', (slug) => {
  const at = (name: string): URL => new URL(`${slug}/${name}`, fixtures);
  const bytes = readFileSync(at('page.html'));
  const article = decode({ origin, content: bytes, format: null });
  const { clean, map, page } = restore(article);

  it('is read as its article, and nothing besides', () => {
    expect(article.format).toBe('html');
    expect(clean).toBe(readFileSync(at('clean.txt'), 'utf8'));
  });

  it('says who published it, when and under which headline', () => {
    expect(page).toEqual(JSON.parse(readFileSync(at('facts.json'), 'utf8')));
  });

  it('has every stretch of its article in the file', () => {
    expect(map.sourceLength).toBe(article.text.length);
    for (let start = 0; start < clean.length; start++) {
      for (const length of [1, 2, 5, 9]) {
        const span = { start, end: Math.min(clean.length, start + length) };
        expect(wordsOf(clean, map.toRewritten(map.toSource(span)))).toBe(wordsOf(clean, span));
      }
      // What was neither written as an entity nor in traditional characters stands there as it is.
      const source = map.toSource({ start, end: start + 1 });
      const written = article.text.slice(source.start, source.end);
      if (written.length === 1 && slug !== 'mirror-with-ruby' && !/\s/u.test(clean[start] as string)) {
        expect(written).toBe(clean[start]);
      }
    }
  });

  it('tells of its meeting', () => {
    expect(extract(bytes).meeting).not.toBeNull();
  });
});
