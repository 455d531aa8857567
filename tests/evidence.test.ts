import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { faultsOf } from '../src/evaluate/evidence.ts';
import type { Raw } from '../src/model/document.ts';
import { articleOf, readArticle, readLine, restoreArticle } from '../src/pipeline.ts';

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

const FIXTURES = at('../fixtures/articles');
const DEV = at('../../shared/corpus/dev');
const NAMES = { id: 'id', title: 'title', date: 'published', text: 'text' };

/** Every article with what is known about it: the fixtures, and the development set where it lies beside the project. */
function* articles(): Generator<readonly [name: string, raw: Raw]> {
  for (const { name: slug } of readdirSync(FIXTURES, { withFileTypes: true }).filter((entry) => entry.isDirectory())) {
    const name = readdirSync(join(FIXTURES, slug)).find((file) => /^article\.[a-z]+$/u.test(file));
    if (name !== undefined) yield [slug, articleOf(readFileSync(join(FIXTURES, slug, name)), { path: name })];
  }
  if (!existsSync(DEV)) return;
  yield ['seed', articleOf(readFileSync(join(DEV, 'seed.txt')), { path: 'seed.txt' })];
  const lines = readFileSync(join(DEV, 'articles.jsonl'), 'utf8').split('\n');
  for (const [index, line] of lines.entries()) {
    if (line === '') continue;
    const raw = readLine(line, NAMES, { path: 'articles.jsonl', line: index + 1 });
    yield [String(raw.origin.id), raw];
  }
}

describe('evidence leads back to the very words', () => {
  test.each([...articles()])('%s', (_name, raw) => {
    expect(faultsOf(readArticle(raw), restoreArticle(raw))).toEqual([]);
  });

  test('with characters beyond the basic plane before, within and behind', () => {
    const text = '𠮷野市委会议😀纪要\n3月5日，𠮷野市委召开防汛工作会议。市委书记江一帆主持会议。来源：𠮷野发布😀';
    const raw = articleOf(text);
    const record = readArticle(raw);
    expect(faultsOf(record, restoreArticle(raw))).toEqual([]);
    const points = [...text];
    for (const { evidence, name } of record.officials) {
      expect(points.slice(evidence[0]?.start, evidence[0]?.end).join('')).toBe(name);
    }
  });

  test('a record whose evidence is moved by one is found out', () => {
    const raw = articleOf('防汛工作会议召开\n3月5日，江城市召开防汛工作会议。市长江一帆主持会议并讲话。');
    const moved = structuredClone(readArticle(raw)) as {
      meeting: { evidence: { start: number; end: number }[] } | null;
    };
    const [first] = moved.meeting?.evidence ?? [];
    if (first === undefined) throw new Error('the example must have a meeting');
    first.start++;
    expect(faultsOf(moved, restoreArticle(raw)).map(({ place }) => place)).toEqual(['meeting.evidence.0']);
  });
});
