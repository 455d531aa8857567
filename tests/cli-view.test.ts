import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { scratch } from './scratch.ts';
import { reportIn } from './view/report-in.ts';

const ARTICLE =
  '江城市召开防汛工作会议\n7月2日，江城市防汛工作会议在市水务局召开。市水务局局长江一帆主持会议并讲话。\n';
const { folder, given, huiyao } = scratch();
const entriesOf = (file: string) => reportIn(readFileSync(join(folder, file), 'utf8')).entries;

given('a.txt', ARTICLE);
given('r.jsonl', huiyao(['extract', 'a.txt']).stdout);

describe('huiyao view', () => {
  test('makes a page of records and of articles, with the same in it', () => {
    const { status, stderr, stdout } = huiyao(['view', 'r.jsonl', '-o', 'r.html']);
    expect({ status, stdout }).toEqual({ status: 0, stdout: '' });
    expect(stderr).toBe('huiyao: 1 shown; open r.html\n');
    expect(huiyao(['view', 'a.txt', '-o', 'a.html', '-q']).stderr).toBe('');
    expect(entriesOf('a.html')).toEqual(entriesOf('r.html'));
    expect(entriesOf('r.html')[0]).toMatchObject({
      path: 'a.txt',
      trouble: null,
      faults: [],
      source: { text: ARTICLE },
    });
  });

  test('takes a JSON array and stdin, too, and speaks the language of the locale', () => {
    given('r.json', huiyao(['extract', 'a.txt', '--format', 'json']).stdout);
    huiyao(['view', 'r.json', '-o', 'array.html']);
    const input = readFileSync(join(folder, 'r.jsonl'), 'utf8');
    const { stderr } = huiyao(['view', '-', '-o', 'stdin.html'], { input, env: { LANG: 'zh_CN.UTF-8' } });
    expect(stderr).toContain('请打开 stdin.html');
    expect(entriesOf('stdin.html')).toEqual(entriesOf('array.html'));
    expect(reportIn(readFileSync(join(folder, 'stdin.html'), 'utf8')).lang).toBe('zh');
  });

  test('says on the page and on stderr when an article is not at hand, or not what it was', () => {
    mkdirSync(join(folder, 'elsewhere'), { recursive: true });
    const gone = huiyao(['view', 'r.jsonl', '-o', 'gone.html', '--sources', 'elsewhere']);
    expect(gone.status).toBe(0);
    expect(gone.stderr).toContain('warning[not-found]');
    expect(entriesOf('gone.html')[0]).toMatchObject({ source: null, trouble: { code: 'unreadable' } });
    given('elsewhere/a.txt', `${ARTICLE}又记。\n`);
    huiyao(['view', 'r.jsonl', '-o', 'changed.html', '--sources', 'elsewhere']);
    expect(entriesOf('changed.html')[0]).toMatchObject({ source: null, trouble: { code: 'changed', reason: 'a.txt' } });
    expect(readFileSync(join(folder, 'changed.html'), 'utf8')).toContain('The article has changed since it was read');
  });

  test('tells what is no record, and shows the others', () => {
    given('mixed.jsonl', `${readFileSync(join(folder, 'r.jsonl'), 'utf8')}{"schema":"huiyao/1"}\n{\n`);
    const { status, stderr } = huiyao(['view', 'mixed.jsonl', '-o', 'mixed.html']);
    expect(status).toBe(1);
    expect(stderr).toContain('error[invalid-record] mixed.jsonl:2');
    expect(stderr).toContain('error[bad-json] mixed.jsonl:3');
    expect(stderr).toContain('huiyao: 1 shown, 2 failed; open mixed.html');
    expect(entriesOf('mixed.html')).toHaveLength(1);
  });

  test('the same record twice has two links', () => {
    const line = readFileSync(join(folder, 'r.jsonl'), 'utf8');
    given('twice.jsonl', line + line + line);
    huiyao(['view', 'twice.jsonl', '-o', 'twice.html']);
    const [first = '', ...others] = entriesOf('twice.html').map(({ key }) => key);
    expect(others).toEqual(['a.txt', `${first}~2`]);
  });

  test('does nothing without a place to write to, or without records', () => {
    expect(huiyao(['view', 'r.jsonl'])).toMatchObject({ status: 2, stdout: '' });
    expect(huiyao(['view', 'none.jsonl', '-o', 'none.html']).status).toBe(4);
    expect(huiyao(['view', 'r.jsonl', '-o', 'x.html', '--compare', 'none']).status).toBe(2);
    for (const name of ['none.html', 'x.html']) expect(existsSync(join(folder, name))).toBe(false);
    expect(readdirSync(folder).filter((name) => name.endsWith('.part'))).toEqual([]);
  });

  test('writes the page into a folder that is there', () => {
    mkdirSync(join(folder, 'site'));
    expect(huiyao(['view', 'r.jsonl', '-o', 'site']).stderr).toContain(`open ${join('site', 'index.html')}`);
    expect(entriesOf('site/index.html')).toHaveLength(1);
  });
});
