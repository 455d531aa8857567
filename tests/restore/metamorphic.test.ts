import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { damagesOf, valuesOf } from '../../scripts/damage.mjs';
import { extract, restore } from '../../src/index.ts';

// The metamorphic law on the fixtures: an article says the same whatever was done to it.
const fixtures = new URL('../../fixtures/articles/', import.meta.url);
const SEEDS = [1, 2, 4, 5];

const slugs = readdirSync(fixtures, { withFileTypes: true }).filter((entry) => entry.isDirectory());
const articles = slugs.map(({ name: slug }) => {
  const folder = new URL(`${slug}/`, fixtures);
  const name = existsSync(new URL('article.html', folder)) ? 'article.html' : 'article.txt';
  const bytes = readFileSync(new URL(name, folder));
  const record = extract(bytes);
  const people = record.attendees.filter(({ kind }) => kind === 'person').map(({ text }) => text);
  const names = [...record.officials.map((one) => one.name), ...people];
  return { slug, clean: restore(bytes).clean, published: record.document.published, names, wanted: valuesOf(record) };
});

describe.each(Object.keys(damagesOf([])))('%s', (kind) => {
  it.each(articles)('do not change what $slug says', ({ clean, published, names, wanted }) => {
    const { damage, lossy } = damagesOf(names)[kind] as ReturnType<typeof damagesOf>[string];
    for (const seed of SEEDS) {
      const record = extract(damage(clean, seed), { published });
      // What no evidence brings back is told.
      if (lossy && record.findings.some(({ code }) => code === 'restore-undetermined')) continue;
      expect(valuesOf(record)).toEqual(wanted);
    }
  });
});
