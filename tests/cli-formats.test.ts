import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { inDuckDb, literal } from './emit/duckdb.ts';

const root = fileURLToPath(new URL('..', import.meta.url));
const articles = join(root, 'fixtures/articles');

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyao-formats-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

/** Runs the command as a process in the scratch folder. */
function huiyao(...args: readonly string[]) {
  const env: NodeJS.ProcessEnv = { ...process.env };
  delete env.FORCE_COLOR;
  return spawnSync(process.execPath, [join(root, 'bin/huiyao.js'), ...args], { cwd: folder, env, maxBuffer: 64e6 });
}

describe('the same records', () => {
  let lines: readonly string[];
  beforeAll(() => {
    lines = huiyao('extract', articles, '--exclude', 'note.md').stdout.toString().trimEnd().split('\n');
    expect(lines.length).toBeGreaterThan(50);
  });

  /** The lines without what typed tables hold as text. */
  const alike = (text: string): unknown => {
    const record = JSON.parse(text);
    for (const [key, value] of Object.entries(record.document.repairs)) record.document.repairs[key] = String(value);
    return record;
  };

  test.each([['-o', 'records.parquet'], []])('stand in a Parquet file: %s %s', async (...output) => {
    const { stdout, status } = huiyao('extract', articles, '--exclude', 'note.md', '--format', 'parquet', ...output);
    expect(status).toBe(0);
    const path = join(folder, 'records.parquet');
    if (output.length === 0) writeFileSync(path, stdout);
    const rows = await inDuckDb(`SELECT to_json(r) FROM ${literal(path)} r`);
    expect(rows.map((row) => JSON.parse(row as string))).toEqual(lines.map(alike));
  });

  test('stand in CSV files', async () => {
    const args = ['extract', articles, '--exclude', 'note.md', '--format', 'csv', '-o', 'tables/'];
    const { status, stderr, stdout } = huiyao(...args);
    expect([status, stdout.length]).toEqual([0, 0]);
    expect(stderr.toString()).toMatch(new RegExp(`^huiyao: ${lines.length} ok, 0 failed, `, 'u'));
    const table = (name: string): string => `read_csv(${literal(join(folder, 'tables', `${name}.csv`))})`;
    const joined = `
      SELECT o.name || ' ' || t.text FROM ${table('officials')} o JOIN ${table('titles')} t
      ON t.id = o.id AND t.path = o.path AND t.line IS NOT DISTINCT FROM o.line AND t.parent = o.pointer`;
    const expected = lines.flatMap((line) =>
      JSON.parse(line).officials.flatMap(({ name, titles }: { name: string; titles: { text: string }[] }) =>
        titles.map(({ text }) => `${name} ${text}`),
      ),
    );
    expect([...(await inDuckDb(joined))].sort()).toEqual(expected.sort());
  });
});

test('CSV without a folder is wrong usage, and says what to do', () => {
  for (const output of [[], ['-o', '-']]) {
    const { status, stderr, stdout } = huiyao('extract', articles, '--format', 'csv', ...output);
    expect([status, stdout.length]).toEqual([2, 0]);
    expect(stderr.toString()).toBe(
      'error[usage]: --format csv writes one file a table, which standard output cannot hold\n' +
        '  help: name a folder for them: -o tables\n',
    );
  }
});

test('a folder that cannot be made ends the run with 73, and nothing is left', () => {
  writeFileSync(join(folder, 'file'), '');
  const before = readdirSync(folder);
  const { status, stderr } = huiyao('extract', articles, '--format', 'csv', '-o', 'file/tables');
  expect(status).toBe(73);
  expect(stderr.toString()).toContain('error[output] file/tables: cannot be created: ');
  expect(readdirSync(folder)).toEqual(before);
});

test.each([
  ['json-schema', /^\{\n {2}"title": "huiyao\/1"/u],
  ['typescript', /^export interface MeetingRecord \{/u],
  ['duckdb', /^CREATE TABLE IF NOT EXISTS records \(/u],
  ['spark', /^\{\n {2}"type": "struct"/u],
])('schema --format %s', (format, start) => {
  const { status, stdout } = huiyao('schema', '--format', format);
  expect([status, stdout.toString().endsWith('\n')]).toEqual([0, true]);
  expect(stdout.toString()).toMatch(start);
  if (format === 'json-schema') expect(huiyao('schema').stdout).toEqual(stdout);
});
