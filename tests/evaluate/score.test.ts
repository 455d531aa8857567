import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { editDistance, similarity } from '../../src/evaluate/edit-distance.ts';
import { answersIn, goldIn, recordsById } from '../../src/evaluate/load-answers.ts';
import { type Answer, headingOf, levelled } from '../../src/evaluate/measures.ts';
import { mark, missesOf, scoreOf } from '../../src/evaluate/score.ts';
import { scoreTable } from '../../src/evaluate/score-table.ts';
import { readArticle, readLine } from '../../src/pipeline.ts';

const shared = fileURLToPath(new URL('../../../shared/', import.meta.url));
/** Scores as the command does. */
function score(gold: readonly Answer[], recordOf: (answer: Answer) => Answer | undefined) {
  const marks = mark(gold, recordOf);
  return { score: scoreOf(marks), misses: missesOf(marks) };
}

const NAMES = { id: 'id', title: 'title', date: 'published', text: 'text' };

const official = (name: string, titles: readonly [string, string | null, string][], ...roles: string[]) => ({
  name,
  titles: titles.map(([text, organization, post]) => ({ text, organization, post })),
  roles,
});

const gold: Answer = {
  id: 'a',
  meeting: { name: '“江城市防汛(扩大)会议”' },
  date: { start: '2024-07-02', end: null },
  venue: { text: '江城市会议中心', place: '江城市' },
  officials: [
    official('江一帆', [['市长', null, '市长']], 'host', 'speak'),
    official('艾力·买买提', [['副市长', null, '副市长']], 'report'),
  ],
  attendees: [{ text: '各县区水务局主要负责人和业务骨干', mode: 'attend' }],
  workPlan: [{ number: 1, marker: '一是', text: '一是落实责任，守住堤坝。' }],
  outlet: null,
};

describe('score', () => {
  test('a record that says the same is perfect, whatever the width and the quotation marks', () => {
    const record: Answer = {
      ...gold,
      meeting: { name: '江城市防汛（扩大）会议' },
      venue: { text: '江城市 会议中心', place: '江城' },
      officials: [
        gold.officials?.[0],
        official('艾力•买买提', [['副市长', null, '副市长']], 'report'),
      ] as Answer['officials'] & {},
      workPlan: [{ number: 1, marker: '一是', text: '一是落实责任,守住堤坝。', heading: '落实责任' }],
    };
    const { score: figures } = score([gold], () => record);
    expect(figures).toMatchObject({ articles: 1, absent: 0, perfect: 1, macroF1: 1 });
    expect(figures.fields.outlet).toMatchObject({ gold: 0, precision: null, recall: null, f1: null });
  });

  test('what is missed and what is wrong both count, and are listed', () => {
    const record: Answer = { ...gold, officials: [official('江一', [], 'host')], date: null };
    const { score: figures, misses } = score([gold], () => record);
    expect(figures.fields['officials.name']).toMatchObject({ gold: 2, precision: 0, recall: 0, f1: 0 });
    expect(misses['officials.name']).toEqual(['a  - 江一帆', 'a  - 艾力·买买提', 'a  + 江一']);
    expect(figures.fields.date).toMatchObject({ gold: 1, precision: null, recall: 0, f1: 0 });
  });

  test('an article without a record misses everything', () => {
    expect(score([gold], () => undefined).score).toMatchObject({ articles: 1, absent: 1, perfect: 0, macroF1: 0 });
  });

  test('phrases may differ a little, and each answers for one only', () => {
    const near = { text: '各县区水务局主要负责人、业务骨干', mode: 'attend' };
    const { misses } = score([gold], () => ({ ...gold, attendees: [near, near] }));
    expect(misses.attendees).toEqual([`a  + attend | ${near.text}`]);
    expect(score([gold], () => ({ ...gold, attendees: [{ ...near, mode: 'observe' }] })).misses.attendees).toHaveLength(
      2,
    );
  });
});

describe('the soft figures', () => {
  /** Strict and soft F1 of a field when the record says something else than the gold. */
  const f1s = (field: string, change: Partial<Answer>) => {
    const { f1, soft } = score([gold], () => ({ ...gold, ...change })).score.fields[field] ?? {};
    return [f1, soft?.f1];
  };

  test.each<[string, Partial<Answer>, number, number]>([
    ['meeting.name', { meeting: { name: '江城市防汛扩大会议' } }, 0, 1],
    ['meeting.name', { meeting: { name: '防汛会议' } }, 0, 0],
    ['date', { date: { start: 'XXXX-07-02', end: null } }, 0, 1],
    ['date', { date: { start: '2024-07-02', end: '2024-07-03' } }, 0, 1],
    ['date', { date: { start: '2024-07-03', end: null } }, 0, 0],
    ['attendees', { attendees: [{ text: '各县、区、水务局、主要负责人、业务骨干、', mode: 'attend' }] }, 0, 1],
    ['attendees', { attendees: [{ text: '各县区水务局主要负责人和业务骨干', mode: 'observe' }] }, 0, 0],
    ['workPlan.item', { workPlan: [{ number: 1, marker: '一是', text: '一是落实责任，守住堤。' }] }, 0, 1],
    ['workPlan.item', { workPlan: [{ number: 2, marker: '一是', text: '一是落实责任，守住堤坝。' }] }, 0, 0],
  ])('%s: %j', (field, change, strict, soft) => {
    expect(f1s(field, change)).toEqual([strict, soft]);
  });

  test('a role is another role, however like the names are', () => {
    expect(f1s('officials.role', { officials: [official('江一帆', [], 'observe', 'host')] })).toEqual([0.4, 0.4]);
    expect(f1s('officials.role', { officials: [official('艾力·买买堤', [], 'report')] })).toEqual([0, 0.5]);
  });

  test('a record without titles or roles is scored, not refused', () => {
    expect(f1s('officials.title', { officials: [{ name: '江一帆' }] })).toEqual([0, 0]);
  });
});

test('similarity is edit distance over the longer length', () => {
  expect(editDistance('会议', '大会')).toBe(2);
  expect(editDistance('', '会议')).toBe(2);
  expect(similarity('', '')).toBe(1);
  expect(similarity('防汛会议', '防汛工作会议')).toBeCloseTo(4 / 6);
});

test('values are compared without width, space and quotation marks', () => {
  expect(levelled(' “江城” （扩大）会议：')).toBe('江城(扩大)会议:');
  expect(levelled(null)).toBe('');
});

test.each([
  ['一是', '一是落实责任，守住堤坝。', '落实责任'],
  ['一是', '一是落实责任。要守住堤坝。', '落实责任'],
  ['第一，', '第一，落实责任，守住堤坝；加强巡查。', '落实责任,守住堤坝'],
])('the heading of an item: %s %s', (marker, text, heading) => {
  expect(headingOf({ marker, text })).toBe(heading);
});

describe.runIf(existsSync(join(shared, 'score/score.mjs')))('beside the reference scorer', () => {
  const articles = join(shared, 'corpus/dev/articles.jsonl');
  const goldFile = join(shared, 'corpus/dev/articles.gold.jsonl');

  const compare = (records: readonly unknown[]): void => {
    const folder = mkdtempSync(join(tmpdir(), 'huiyao-'));
    try {
      const file = join(folder, 'records.jsonl');
      writeFileSync(file, records.map((record) => `${JSON.stringify(record)}\n`).join(''));
      const reference = (...more: string[]): string =>
        execFileSync(
          process.execPath,
          [join(shared, 'score/score.mjs'), '--gold', goldFile, '--records', file, ...more],
          {
            encoding: 'utf8',
          },
        );
      const { score: figures, misses } = score(goldIn(goldFile), recordsById(answersIn(file)));
      const strict = JSON.parse(reference('--json'));
      expect(figures).toMatchObject(strict);
      expect(Object.keys(figures.fields)).toEqual(Object.keys(strict.fields));
      // The soft figures and the intervals stand to the right of those of the reference.
      const lines = scoreTable(figures).split('\n');
      for (const [i, line] of reference().split('\n').entries())
        expect(lines[i]?.startsWith(line), lines[i]).toBe(true);
      for (const { f1, interval, soft } of Object.values(figures.fields)) {
        expect(soft.f1 ?? 0).toBeGreaterThanOrEqual(f1 ?? 0);
        if (f1 === null || interval === null) continue;
        expect(interval.low).toBeLessThanOrEqual(f1);
        expect(interval.high).toBeGreaterThanOrEqual(f1);
      }
      for (const field of Object.keys(misses)) {
        expect(misses[field]?.map((line) => `${line}\n`).join('') || '\n').toBe(
          reference('--misses', field, '--limit', '100000'),
        );
      }
    } finally {
      rmSync(folder, { recursive: true });
    }
  };

  test('the figures are the same on the development set', () => {
    const lines = readFileSync(articles, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    compare(lines.map((line, i) => readArticle(readLine(line, NAMES, { path: 'articles.jsonl', line: i + 1 }))));
  });

  test('and on answers that are partly right', () => {
    const answers = readFileSync(goldFile, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
    compare(
      answers.flatMap((line, i) => {
        if (i % 7 === 0) return [];
        const answer = JSON.parse(line) as Answer;
        const next = JSON.parse(answers[(i + 1) % answers.length] as string) as Answer;
        return [
          {
            ...answer,
            document: { id: answer.id },
            date: i % 3 === 0 ? next.date : answer.date,
            officials: [...(answer.officials ?? []).slice(1), ...(next.officials ?? []).slice(0, 1)],
            attendees: (answer.attendees ?? []).map((one, k) => ({
              ...one,
              text: k % 2 === 0 ? `${one.text}等` : one.text,
            })),
            workPlan: (answer.workPlan ?? []).map((item) => ({ ...item, heading: headingOf(item) })),
          },
        ];
      }),
    );
  });
});
