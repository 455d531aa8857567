import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { decode } from '../../src/decode/index.ts';
import { wordsOf } from '../../src/model/span.ts';
import { restore } from '../../src/restore/index.ts';

const fixtures = new URL('../../fixtures/damage/', import.meta.url);
const origin = { path: null, line: null, id: null, title: null, published: null };

describe.each(readdirSync(fixtures))('the damaged article %s', (slug) => {
  const folder = new URL(`${slug}/`, fixtures);
  const name = existsSync(new URL('damaged.html', folder)) ? 'damaged.html' : 'damaged.txt';

  it('comes back as people wrote it', () => {
    const article = decode({ origin, content: readFileSync(new URL(name, folder)), format: null });
    const { clean, map, repairs } = restore(article);
    expect(clean).toBe(readFileSync(new URL('clean.txt', folder), 'utf8'));
    expect(Object.keys(repairs)).not.toEqual([]);
    expect(map.length).toBe(clean.length);
    expect(map.sourceLength).toBe(article.text.length);
  });

  it('leads every stretch back to one that leads to the same words', () => {
    const { clean, map } = restore(decode({ origin, content: readFileSync(new URL(name, folder)), format: null }));
    for (let start = 0; start < clean.length; start++) {
      for (const length of [1, 2, 3, 5, 9]) {
        const span = { start, end: Math.min(clean.length, start + length) };
        expect(wordsOf(clean, map.toRewritten(map.toSource(span)))).toBe(wordsOf(clean, span));
      }
    }
  });

  it('has a clean side that nothing changes', () => {
    const clean = readFileSync(new URL('clean.txt', folder), 'utf8');
    const again = restore(decode({ origin, content: clean, format: null }));
    expect(again.clean).toBe(clean);
    expect(again.repairs).toEqual({});
  });
});
