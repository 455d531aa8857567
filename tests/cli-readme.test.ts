import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { extract } from '../src/index.ts';

const readme = readFileSync(fileURLToPath(new URL('../README.md', import.meta.url)), 'utf8');

/** The text of the first block of code of a language. */
function blockOf(language: string): string {
  const start = readme.indexOf(`\n\`\`\`${language}\n`) + language.length + 5;
  return readme.slice(start, readme.indexOf('\n```', start));
}

test('the article of the README gives the record of the README', () => {
  const record = extract(`${blockOf('text')}\n`, { path: 'article.txt', published: '2024-11-10' });
  expect(record).toMatchObject(JSON.parse(blockOf('json')));
});

test('every command of the README is one', async () => {
  const { COMMANDS } = await import('../src/cli/table.ts');
  const named = [...readme.matchAll(/^(?:.*\| )?huiyao (?<name>[a-z]+) /gmu)].map(({ groups }) => groups?.name);
  expect(new Set(named)).toEqual(new Set(COMMANDS.map(({ name }) => name)));
});
