import { expect, test } from 'vitest';
import { scratch } from './scratch.ts';

const { folder, given, huiyao } = scratch();

test('huiyao doctor tells what is installed and in force, and not where', () => {
  given('huiyao.config.json', '{ "lexicon": "words.tsv", "textField": "body" }');
  given('words.tsv', 'kind\tword\nname\t喵小白\npost\t社务官\nname\t丁一\n');
  const { stdout, stderr, status } = huiyao(['doctor'], { env: { LANG: 'zh_CN.UTF-8', NO_COLOR: '1' } });
  expect([status, stderr]).toEqual([0, '']);
  expect(stdout).toContain(` ${process.versions.node}\n`);
  expect(stdout).toMatch(/@node-rs\/jieba +\d+\.\d+\.\d+\n/u);
  expect(stdout).toMatch(/configuration +huiyao\.config\.json \(lexicon, textField\)\n/u);
  expect(stdout).toMatch(/lexicon +words\.tsv \(2 names, 0 organisations, 1 posts, 0 places\)\n/u);
  expect(stdout).toMatch(/language +zh \(by LANG\)\n/u);
  expect(stdout).toMatch(/colour on stderr +no \(NO_COLOR\)\n/u);
  expect(stdout).not.toContain(folder);
});

test('what is not as it must be ends with 1, in either form', () => {
  given('huiyao.config.json', '{ "lexicons": 1 }');
  const text = huiyao(['doctor']);
  expect(text.status).toBe(1);
  expect(text.stdout).toMatch(/✗ configuration +huiyao\.config\.json:1:3: unknown key 'lexicons'\n/u);
  given('huiyao.config.json', '{ "lexicon": "words.tsv" }');
  given('words.tsv', 'kind\tword\nnom\tx\n');
  const json = huiyao(['doctor', '--format', 'json']);
  expect(json.status).toBe(1);
  const found = JSON.parse(json.stdout) as { name: string; value: string; ok: boolean | null }[];
  expect(found.find(({ name }) => name === 'lexicon')).toEqual({
    name: 'lexicon',
    value: 'words.tsv:2: unknown kind nom; kinds: name, organisation, post, place',
    ok: false,
  });
});
