import { beforeAll, describe, expect, test } from 'vitest';
import { scratch } from '../scratch.ts';

const { given, huiyao } = scratch();

const gold = [
  { id: 'a', kind: 'city', meeting: { name: '江城市防汛工作会议' }, date: { start: '2024-07-02', end: null } },
  { id: 'b', kind: 'school', meeting: { name: '教师大会' }, date: { start: '2023-09-01', end: null } },
  { id: 'c', kind: 'city', meeting: { name: '经济\u001B[31m工作会议' }, date: null },
];
const lines = (answers: readonly object[]): string => answers.map((one) => `${JSON.stringify(one)}\n`).join('');
const record = (answer: (typeof gold)[number], change: object = {}) => ({
  ...answer,
  document: { id: answer.id },
  ...change,
});
const score = (...args: string[]) => huiyao(['score', '--gold', 'gold.jsonl', ...args]);

beforeAll(() => {
  given('gold.jsonl', lines(gold));
  given('good.jsonl', lines(gold.map((answer) => record(answer))));
  given(
    'bad.jsonl',
    lines([
      record(gold[0] as (typeof gold)[number], { meeting: { name: '江城市防汛工作会' }, outlet: '江城日报' }),
      record(gold[1] as (typeof gold)[number]),
    ]),
  );
});

test('the table has strict and soft figures and intervals', () => {
  const { stdout, status } = score('bad.jsonl');
  expect(stdout.split('\n')[0]).toBe('field               gold  precision  recall     F1    95% interval  soft F1');
  expect(stdout).toContain('meeting.name           3       50.0    33.3   40.0     0.0 – 100.0     80.0\n');
  expect(stdout).toMatch(/^articles 3, without a record 1, every field right 1, macro F1 {2}\d\d\.\d \(/mu);
  expect(status).toBe(0);
  expect(score('bad.jsonl').stdout).toBe(stdout);
});

test('slices, and the worst articles first', () => {
  const { stdout } = score('bad.jsonl', '--by', 'kind', '--worst', '2');
  expect(stdout).toMatch(/^articles {2}right {2}macro F1 {2}95% interval {3}kind$/mu);
  expect(stdout).toMatch(/^ {7}2 {6}0 {4}.* {2}city \(weakest: meeting\.name 0\.0, outlet 0\.0, meeting 66\.7\)$/mu);
  expect(stdout).toMatch(/^ {7}1 {6}1 {5}100\.0 {8}- {8}school$/mu);
  expect(stdout).toContain('missed  wrong  article\n     1      2  a: meeting.name 2, outlet 1\n');
  expect(stdout).toContain('     2      0  c: no record\n');
});

test('the worst articles lead into the page that shows them', () => {
  const { stdout } = score('bad.jsonl', '--worst', '2', '--view', 'my report.html');
  expect(stdout).toContain(
    '  a: meeting.name 2, outlet 1\n               my%20report.html#r=a&f=meeting\n     2      0  c: no record\n',
  );
  const report = JSON.parse(score('bad.jsonl', '--worst', '2', '--view', 'r.html', '--json').stdout);
  expect(report.worst).toEqual([
    { id: 'a', errors: 3, view: 'r.html#r=a&f=meeting' },
    { id: 'c', errors: 2 },
  ]);
  const alone = score('bad.jsonl', '--view', 'r.html');
  expect([alone.status, alone.stderr]).toEqual([
    2,
    'error[usage]: --view needs --worst\n  help: say for how many articles: --worst 5\n',
  ]);
});

test('the same for programs', () => {
  const report = JSON.parse(score('bad.jsonl', '--by', 'kind', '--worst', '1', '--json').stdout);
  expect(report).toMatchObject({ articles: 3, by: 'kind', worst: [{ id: 'a', errors: 3 }] });
  expect(report.slices.map(({ value }: { value: string }) => value)).toEqual(['city', 'school']);
  expect(report.fields['meeting.name']).toMatchObject({ f1: 0.4, soft: { f1: 0.8 }, interval: { low: 0, high: 1 } });
});

describe('against a baseline', () => {
  beforeAll(() => {
    given('good.json', score('good.jsonl', '--json').stdout);
    given('bad.json', score('bad.jsonl', '--json').stdout);
  });

  test('a fall is told with its articles, and ends with 1', () => {
    const { stdout, stderr, status } = score('bad.jsonl', '--baseline', 'good.json');
    expect(stdout).toContain('against the baseline, over 3 articles\n');
    expect(stdout).toMatch(
      /^meeting\.name {7}100\.0 → {2}40\.0 {2}−60\.0 \(95%: −100\.0 to \+0\.0\)\n {4}worse: a, c$/mu,
    );
    expect(stderr).toContain(
      'error[below-baseline]: meeting.name: F1 fell from 1.0000 to 0.4000\n  help: worse in a, c\n',
    );
    expect(status).toBe(1);
  });

  test('what may be noise passes when that is allowed', () => {
    const { stderr, status } = score('bad.jsonl', '--baseline', 'good.json', '--allow-noise');
    expect(stderr).toContain('warning[below-baseline]: meeting.name: ');
    expect(stderr).not.toContain('error[');
    expect(status).toBe(0);
  });

  test('a rise ends with 0, and so does no change', () => {
    const { stdout, status } = score('good.jsonl', '--baseline', 'bad.json');
    expect(stdout).toMatch(/^meeting\.name .* \+60\.0 .*\n {4}better: a, c$/mu);
    expect(status).toBe(0);
    expect(score('bad.jsonl', '--baseline', 'bad.json').stdout).toMatch(/nothing has changed\n$/u);
  });
});

test('values from articles do not steer the terminal', () => {
  expect(score('bad.jsonl', '--misses', 'meeting.name').stdout).toContain('c  - 经济\\u{1b}[31m工作会议\n');
});

test.each([
  [['--by', 'knd'], 'error[usage]: neither gold nor records have a field knd', 'did you mean kind?'],
  [['--misses', 'dte'], 'error[usage]: there is no field dte', 'did you mean date?'],
  [['--allow-noise'], 'error[usage]: --allow-noise needs a --baseline', 'help'],
  [['--worst', '0'], 'a positive whole number is wanted', ''],
  [['--baseline', 'none.json'], 'error[bad-answers] none.json: ', ''],
  [['--baseline', 'gold.jsonl'], 'error[bad-answers] gold.jsonl', ''],
  [['--baseline', 'old.json'], 'error[bad-answers] old.json: no counts of meeting for article x', ''],
  [['--baseline', 'other.json'], 'error[usage]: other.json: none of its articles is among these', 'same gold'],
])('wrong usage: %j', (args, text, help) => {
  given('old.json', JSON.stringify({ marks: [{ id: 'x', fields: {} }] }));
  const saved = JSON.parse(score('bad.jsonl', '--json').stdout);
  given('other.json', JSON.stringify({ marks: [{ ...saved.marks[0], id: 'x' }] }));
  const { stdout, stderr, status } = score('bad.jsonl', ...args);
  expect(stderr).toContain(text);
  expect(stderr).toContain(help);
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
});

test('records that are no objects are told by their place', () => {
  given('list.json', '[{}, null]');
  expect(score('list.json').stderr).toContain('error[bad-answers] list.json: entry 2: a JSON object is wanted');
});
