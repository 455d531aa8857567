import { spawnSync } from 'node:child_process';
import { chmodSync, readdirSync, readFileSync, unlinkSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { inDuckDb, literal } from './emit/duckdb.ts';
import { bin, root, scratch } from './scratch.ts';

const { folder, given, huiyao } = scratch();

/** Runs an example in the scratch folder, with huiyao on the path. */
function example(name: string, ...args: readonly string[]) {
  const env = { ...process.env, PATH: `${join(folder, 'bin')}:${process.env.PATH}` };
  return spawnSync('bash', [join(root, 'examples', name), ...args], { cwd: folder, env, encoding: 'utf8' });
}

/** Makes sure that a program is there; on a machine that is ours to change, by installing its package. */
function needs(program: string): boolean {
  const isThere = (): boolean => spawnSync('which', [program]).status === 0;
  if (isThere()) return true;
  if (process.getuid?.() === 0) {
    spawnSync('apt-get', ['update', '-q']);
    spawnSync('apt-get', ['install', '-y', '-q', program]);
  }
  return isThere();
}

const lines = (text: string): readonly string[] => text.split('\n').filter((line) => line !== '');

beforeAll(() => {
  given('bin/huiyao', `#!/bin/sh\nexec '${process.execPath}' '${bin}' "$@"\n`);
  chmodSync(join(folder, 'bin/huiyao'), 0o755);
  huiyao(['extract', join(root, 'fixtures/articles'), '--exclude', 'note.md', '-o', 'records.jsonl']);
}, 60_000);

describe.skipIf(!needs('jq'))('questions.sh', () => {
  test('answers from the records', () => {
    const { status, stdout, stderr } = example('questions.sh', 'records.jsonl');
    expect([status, stderr]).toEqual([0, '']);
    const records = lines(readFileSync(join(folder, 'records.jsonl'), 'utf8')).map((line) => JSON.parse(line));
    const speakers = records.flatMap(({ officials }) =>
      officials.filter(({ roles }: { roles: string[] }) => roles.includes('speak')),
    );
    const [spoke = '', places = '', asked = '', none = ''] = stdout.split(/^# .*\n/mu).slice(1);
    expect(lines(spoke).map((line) => line.split('\t')[1])).toEqual(speakers.map(({ name }) => name));
    expect(lines(places).length).toBeGreaterThan(1);
    const items = (of: readonly { children: [] }[]): number =>
      of.reduce((sum, one) => sum + 1 + items(one.children), 0);
    expect(lines(asked)).toHaveLength(records.reduce((sum, { workPlan }) => sum + items(workPlan), 0));
    expect(lines(none)).toHaveLength(records.filter(({ meeting }) => meeting === null).length);
  });
});

test('questions.sql answers from the table that the schema makes', async () => {
  const questions = readFileSync(join(root, 'examples/questions.sql'), 'utf8')
    .split(';')
    .map((text) => text.trim())
    .filter((text) => text !== '');
  expect(questions).toHaveLength(3);
  const schema = huiyao(['schema', '--format', 'duckdb']).stdout;
  const copy = `COPY records FROM ${literal(join(folder, 'records.jsonl'))} (FORMAT json, ARRAY false)`;
  for (const question of questions) {
    expect((await inDuckDb(schema, copy, question)).length).toBeGreaterThan(10);
  }
});

describe.skipIf(!needs('parallel'))('parallel.sh', () => {
  test('answers every line, in order, in one go and in shards; a lost shard alone is done again', () => {
    const texts = readdirSync(join(root, 'fixtures/articles'))
      .map((name) => join(root, 'fixtures/articles', name, 'article.txt'))
      .flatMap((path) => {
        try {
          return [readFileSync(path, 'utf8')];
        } catch {
          return [];
        }
      });
    const articles = Array.from({ length: 60 }, (_, id) =>
      id === 7 ? '{oops' : JSON.stringify({ id, text: texts[id % texts.length] }),
    );
    given('crawl.jsonl', `${articles.join('\n')}\n`);
    spawnSync('bash', ['-c', 'bin/huiyao extract --stream < crawl.jsonl > plain.jsonl'], { cwd: folder });
    const plain = readFileSync(join(folder, 'plain.jsonl'), 'utf8');
    expect(lines(plain)).toHaveLength(articles.length);

    const first = example('parallel.sh', 'crawl.jsonl', 'out put', '40');
    expect(first.status, first.stderr).toBe(0);
    expect(readFileSync(join(folder, 'out put/answers.jsonl'), 'utf8')).toBe(plain);
    const shards = (): string =>
      readdirSync(join(folder, 'out put/records'))
        .sort()
        .map((name) => readFileSync(join(folder, 'out put/records', name), 'utf8'))
        .join('');
    expect(shards()).toBe(plain);

    // The second shard failed, says the journal: it alone is done again.
    const journal = join(folder, 'out put/journal');
    const rows = lines(readFileSync(journal, 'utf8')).map((row) => row.split('\t'));
    (rows[2] as string[])[6] = '1';
    writeFileSync(journal, `${rows.map((row) => row.join('\t')).join('\n')}\n`);
    for (const name of readdirSync(join(folder, 'out put/records'))) unlinkSync(join(folder, 'out put/records', name));
    expect(example('parallel.sh', 'crawl.jsonl', 'out put', '40').status).toBe(0);
    expect(readdirSync(join(folder, 'out put/records'))).toHaveLength(1);
    expect(plain).toContain(shards());
  }, 300_000);
});
