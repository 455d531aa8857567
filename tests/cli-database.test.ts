import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { beforeAll, describe, expect, test } from 'vitest';
import { scratch } from './scratch.ts';

const { folder, at, given, huiyao } = scratch();

const meeting = (name: string, title: string, year: number): string =>
  `江城市召开防汛工作会议\n${year}年7月2日，江城市防汛工作会议在市水务局召开。${title}${name}主持会议并讲话。\n`;

beforeAll(() => {
  given('news/1.txt', meeting('江一帆', '江城市水务局局长', 2023));
  given('news/2.txt', meeting('江一帆', '江城市水务局局长', 2024));
  given('news/3.txt', meeting('江一帆', '云岭县委书记', 2024));
  given('news/4.txt', meeting('欧阳知秋', '江城市水务局局长', 2024));
  huiyao(['extract', 'news', '-o', 'records.jsonl']);
});

describe('load, who and titles', () => {
  test('load says what it did; the same records again change nothing', () => {
    const loaded = huiyao(['load', 'records.jsonl', '--db', 'm.duckdb']);
    expect(loaded).toEqual({ stdout: '', stderr: 'huiyao: 4 added, 0 replaced, 0 unchanged, 0 refused\n', status: 0 });
    const again = huiyao(['load', 'records.jsonl', '--db', 'm.duckdb']);
    expect(again).toEqual({ stdout: '', stderr: 'huiyao: 0 added, 0 replaced, 4 unchanged, 0 refused\n', status: 0 });
  });

  test('who shows titles and appearances over time, and namesakes apart', () => {
    const { stdout, stderr, status } = huiyao(['who', '江一帆', '--db', 'm.duckdb']);
    expect([status, stderr]).toEqual([0, '']);
    expect(stdout).toBe(
      [
        '江一帆 (1 of 2: no title in common with the others, so perhaps a namesake)',
        '  titles',
        '    first seen  last seen   articles  title',
        '    2023-07-02  2024-07-02  ×2        江城市水务局局长',
        '  appearances',
        '    day         roles        as                at                  in',
        '    2023-07-02  host, speak  江城市水务局局长  江城市防汛工作会议  news/1.txt',
        '    2024-07-02  host, speak  江城市水务局局长  江城市防汛工作会议  news/2.txt',
        '',
        '江一帆 (2 of 2: no title in common with the others, so perhaps a namesake)',
        '  titles',
        '    first seen  last seen   articles  title',
        '    2024-07-02  2024-07-02  ×1        云岭县委书记',
        '  appearances',
        '    day         roles        as            at                  in',
        '    2024-07-02  host, speak  云岭县委书记  江城市防汛工作会议  news/3.txt',
        '',
      ].join('\n'),
    );
  });

  test('titles shows who held a post when, and two who did at one time', () => {
    const { stdout, status } = huiyao(['titles', '江城市水务局局长', '--db', 'm.duckdb']);
    expect(status).toBe(0);
    expect(stdout).toBe(
      [
        '江城市水务局局长',
        '  first seen  last seen   articles  name      post',
        '  2023-07-02  2024-07-02  ×2        江一帆    江城市水务局局长',
        '  2024-07-02  2024-07-02  ×1        欧阳知秋  江城市水务局局长',
        '  conflicts: two in the post at one time',
        '    2024-07-02  江一帆 and 欧阳知秋',
        '',
      ].join('\n'),
    );
  });

  test('both answer programs as JSON', () => {
    const who = JSON.parse(huiyao(['who', '江一帆', '--db', 'm.duckdb', '--format', 'json']).stdout);
    expect(who.people.map(({ number }: { number: number }) => number)).toEqual([1, 2]);
    expect(who.people[0].titles[0]).toEqual({
      title: '江城市水务局局长',
      organization: '江城市水务局',
      post: '局长',
      firstSeen: '2023-07-02',
      lastSeen: '2024-07-02',
      articles: 2,
    });
    const post = JSON.parse(huiyao(['titles', '江城市水务局局长', '--db', 'm.duckdb', '--format', 'json']).stdout);
    expect(post.conflicts).toMatchObject([{ from: '2024-07-02', to: '2024-07-02' }]);
  });

  test('a name that nobody bears is told, with exit code 1', () => {
    const { stdout, stderr, status } = huiyao(['who', "江'一帆", '--db', 'm.duckdb']);
    expect([stdout, status]).toEqual(['', 1]);
    expect(stderr).toBe("note[nobody]: no article tells of 江'一帆\n");
  });
});

test('what a terminal would obey is shown', () => {
  const [line = ''] = readFileSync(at('records.jsonl'), 'utf8').split('\n');
  const record = JSON.parse(line);
  record.meeting.name = '\u001b[31m红\u001b]0;title\u0007';
  record.document.path = 'a\u001b[2J.txt';
  given('hostile.jsonl', JSON.stringify(record));
  huiyao(['load', 'hostile.jsonl', '--db', 'hostile.duckdb']);
  const { stdout } = huiyao(['who', '江一帆', '--db', 'hostile.duckdb']);
  expect(stdout).toContain('\\u{1b}[31m红\\u{1b}]0;title\\u{7}');
  expect(stdout).toContain('a\\u{1b}[2J.txt');
  expect([...stdout].filter((character) => character < ' ' && character !== '\n')).toEqual([]);
});

test('lines that are no records are told; the others are loaded', () => {
  const [line = ''] = readFileSync(at('records.jsonl'), 'utf8').split('\n');
  given('mixed.jsonl', `{"schema":"huiyao-error/1"}\n${line}\n{oops\n`);
  const { stderr, status } = huiyao(['load', 'mixed.jsonl', '--db', 'mixed.duckdb']);
  expect(status).toBe(1);
  expect(stderr).toMatch(
    /^error\[invalid-record\] mixed\.jsonl:1: schema: .+\nerror\[invalid-record\] mixed\.jsonl:3: /u,
  );
  expect(stderr).toMatch(/huiyao: 1 added, 0 replaced, 0 unchanged, 2 refused\n$/u);
});

describe('what cannot be done is told', () => {
  test('a database that does not exist', () => {
    const { stderr, status } = huiyao(['who', '江一帆', '--db', 'none.duckdb']);
    expect(status).toBe(2);
    expect(stderr).toContain('there is no database none.duckdb');
    expect(existsSync(at('none.duckdb'))).toBe(false);
  });

  test('a file that is no database, which stays as it is', () => {
    given('text.duckdb', 'not a database');
    const { stderr, status } = huiyao(['load', 'records.jsonl', '--db', 'text.duckdb']);
    expect(status).toBe(1);
    expect(stderr).toMatch(/^error\[database\] text\.duckdb: /u);
    expect(readFileSync(at('text.duckdb'), 'utf8')).toBe('not a database');
  });

  test('records that cannot be read, without leaving a database behind', () => {
    const { stderr, status } = huiyao(['load', 'absent.jsonl', '--db', 'fresh.duckdb']);
    expect(status).toBe(1);
    expect(stderr).toContain('absent.jsonl');
    expect(readdirSync(folder).filter((name) => name.startsWith('fresh'))).toEqual([]);
  });

  test('DuckDB that is not installed', () => {
    const hooks = `export const resolve = (name, context, next) => {
      if (name.startsWith('@duckdb/')) throw Object.assign(new Error(name), { code: 'ERR_MODULE_NOT_FOUND' });
      return next(name, context);
    };`;
    given('hooks.mjs', hooks);
    const register = `import { register } from 'node:module'; register(${JSON.stringify(pathToFileURL(at('hooks.mjs')))});`;
    given('register.mjs', register);
    const env = { NODE_OPTIONS: `--import ${pathToFileURL(at('register.mjs'))}` };
    const { stderr, status } = huiyao(['load', 'records.jsonl', '--db', 'missing.duckdb'], { env });
    expect(status).toBe(2);
    expect(stderr).toBe(
      'error[database-missing]: the database needs @duckdb/node-api, which is not installed\n' +
        '  help: npm install @duckdb/node-api (with -g when huiyao is installed with -g)\n',
    );
  });
});
