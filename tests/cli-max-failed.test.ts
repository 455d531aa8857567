import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ARTICLE, scratch } from './scratch.ts';

const { at, given, huiyao } = scratch();

/** Every fifth of 40 lines is bad. Together they are more than is read before workers start. */
const lines = Array.from({ length: 40 }, (_, id) =>
  id % 5 === 4 ? '{"id":' : JSON.stringify({ id, text: `${ARTICLE.repeat(60)}第${id}期` }),
);
given('crawl.jsonl', lines.join('\n'));

const extract = (...options: readonly string[]) => huiyao(['extract', 'crawl.jsonl', ...options]);
const idsIn = (records: string): readonly number[] =>
  records
    .trimEnd()
    .split('\n')
    .map((record) => JSON.parse(record).document.id);
const GOOD = lines.flatMap((_, id) => (id % 5 === 4 ? [] : [id]));

describe('--max-failed', () => {
  test('stops a run behind the failure that is one too many, for any number of workers', () => {
    const one = extract('--max-failed', '2', '-j', '1');
    expect(one.status).toBe(3);
    expect(idsIn(one.stdout)).toEqual(GOOD.filter((id) => id < 14));
    expect(one.stderr.match(/^error\[json-invalid\]/gmu)).toHaveLength(3);
    expect(one.stderr).toMatch(
      /\nerror\[max-failed\]: more than 2 inputs have failed\n {2}help: [^\n]*\nhuiyao: 12 ok, 3 failed, 0 skipped; stopped before the end\n$/u,
    );
    expect(extract('--max-failed', '2', '-j', '2')).toEqual(one);
    expect(idsIn(extract('--max-failed=0').stdout)).toEqual([0, 1, 2, 3]);
  });

  test('--resume goes on from there, and the end is that of an undisturbed run', () => {
    const call = ['-o', 'records.jsonl', '--max-failed', '2'];
    const first = extract(...call);
    expect(first.status).toBe(3);
    expect(first.stderr).toContain('note[stopped] records.jsonl: what is done so far is in records.jsonl.partial\n');
    expect(idsIn(readFileSync(at('records.jsonl.partial'), 'utf8'))).toHaveLength(12);
    const second = extract(...call, '--resume');
    expect(second.status).toBe(3);
    expect(second.stderr).toContain('huiyao: 24 ok, 6 failed, 0 skipped; stopped before the end\n');
    const third = extract(...call, '--resume');
    expect(third.status).toBe(1);
    expect(third.stderr).toContain('huiyao: 32 ok, 8 failed, 0 skipped\n');
    expect(readFileSync(at('records.jsonl'), 'utf8')).toBe(extract().stdout);
  });

  test('a run that comes to its end is not stopped, and an array of JSON is whole', () => {
    expect(extract('--max-failed', '8').status).toBe(1);
    // The last line is the eighth that fails: there is nothing to stop before.
    expect(extract('--max-failed', '7').status).toBe(1);
    const { stdout, status } = extract('--max-failed', '6', '--format', 'json');
    expect(status).toBe(3);
    expect(JSON.parse(stdout)).toHaveLength(28);
  });

  test.each([
    [['--max-failed=-1'], 'a whole number is wanted'],
    [['--max-failed=few'], 'a whole number is wanted'],
    [['--watch', '-o', 'records.jsonl', '--max-failed=1'], '--watch and --max-failed do not go together'],
  ])('%j is refused', (options, said) => {
    const { stderr, status } = extract(...options);
    expect(stderr).toContain(said);
    expect(status).toBe(2);
  });

  test('--stream answers every line, and has no use for it', () => {
    const { stderr, status } = huiyao(['extract', '--stream', '--max-failed=1']);
    expect(stderr).toContain('--stream and --max-failed do not go together');
    expect(status).toBe(2);
  });
});
