import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';
import { extract } from '../src/index.ts';

const textOf = (name: string): string => readFileSync(fileURLToPath(new URL(`../${name}`, import.meta.url)), 'utf8');
const readme = textOf('README.md');

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

test('the Chinese README has the same commands, tables and links', () => {
  const bones = (text: string): readonly string[] =>
    text
      .split('\n')
      .map(
        (line) =>
          /^(?:huiyao|npm|node bin|curl|jq) [^#]*|^#{1,3} |^\| \[[^|]*\||^\| [\d、, ]+ \||^```.*|^!\[/u.exec(
            line,
          )?.[0] ?? '',
      )
      .filter((bone) => bone !== '' && !bone.startsWith('| ['))
      .map((bone) => bone.replace(/[、, ]+/gu, ' ').trim());
  const linksOf = (text: string): readonly string[] =>
    [...text.matchAll(/\]\((?<to>[^)]+)\)/gu)]
      .map(({ groups }) => groups?.to as string)
      .filter((to) => !to.startsWith('README'));
  const chinese = textOf('README.zh.md');
  expect(bones(chinese)).toEqual(bones(readme));
  expect(linksOf(chinese)).toEqual(linksOf(readme));
});
