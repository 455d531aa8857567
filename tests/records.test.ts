import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import { extract } from '../src/index.ts';

const fixtures = new URL('../fixtures/articles/', import.meta.url);
const slugs = readdirSync(fixtures, { withFileTypes: true })
  .filter((entry) => entry.isDirectory())
  .map(({ name }) => name);

test.each(slugs)('the record of %s is the expected one', (slug) => {
  const folder = new URL(`${slug}/`, fixtures);
  const name = existsSync(new URL('article.html', folder)) ? 'article.html' : 'article.txt';
  const options = new URL('options.json', folder);
  const { published = null } = existsSync(options) ? JSON.parse(readFileSync(options, 'utf8')) : {};
  const record = extract(readFileSync(new URL(name, folder)), { path: `${slug}/${name}`, published });
  const expected = JSON.parse(readFileSync(new URL('article.expected.json', folder), 'utf8'));
  expect(JSON.parse(JSON.stringify(record))).toEqual(expected);
});
