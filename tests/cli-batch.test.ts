import { describe, expect, test } from 'vitest';
import { ARTICLE, Scratch } from './scratch.ts';

const scratch = new Scratch();

/** Lines of every kind: more of them than are read before workers start; some are bad, one is so large that it goes to a worker. */
const LINES = [
  ...Array.from({ length: 1500 }, (_, id) => JSON.stringify({ id, text: `${ARTICLE}第${id}期` })),
  JSON.stringify({ id: 'large', text: ARTICLE.repeat(2000) }),
  '{"id":',
  '{"id":"bare"}',
  ...Array.from({ length: 500 }, (_, id) => JSON.stringify({ id: -id, text: ARTICLE })),
].join('\n');

describe('--jobs', () => {
  test('any number of workers gives the same bytes', () => {
    scratch.given('jobs/a.jsonl', LINES);
    scratch.given('jobs/b.txt', ARTICLE);
    scratch.given('jobs/c.jpg', 'no article');
    const one = scratch.huiyao(['extract', 'jobs', '-j', '1']);
    expect(one.stderr).toMatch(/huiyao: 2002 ok, 2 failed, 1 skipped\n$/u);
    expect(one.status).toBe(1);
    for (const jobs of ['2', '3']) expect(scratch.huiyao(['extract', 'jobs', '-j', jobs])).toEqual(one);
  });

  test.each(['0', 'many'])('--jobs %s is refused', (jobs) => {
    const { stderr, status } = scratch.huiyao(['extract', 'jobs', `--jobs=${jobs}`]);
    expect(stderr).toContain('a number of workers, or auto, is wanted');
    expect(status).toBe(2);
  });
});

describe('--timeout', () => {
  test.each(['1', '2'])('a document over its time has failed, the others have not: -j %s', (jobs) => {
    const large = JSON.stringify({ id: 'large', text: ARTICLE.repeat(80_000) });
    const input = [JSON.stringify({ id: 1, text: ARTICLE }), large, JSON.stringify({ id: 3, text: ARTICLE })].join(
      '\n',
    );
    const args = ['extract', '-', '--input-format', 'jsonl', '-j', jobs, '--timeout', '3s'];
    const { stdout, stderr, status } = scratch.huiyao(args, { input });
    expect(stderr).toBe(
      'error[timeout] <stdin>:2: not read within 3 s\n' +
        '  help: raise the limit with --timeout, or look at what is odd about it\n' +
        'huiyao: 2 ok, 1 failed, 0 skipped\n',
    );
    expect(stdout.split('\n')).toHaveLength(3);
    expect(status).toBe(1);
  });

  test.each(['0', '1h'])('--timeout %s is refused', (time) => {
    const { stderr, status } = scratch.huiyao(['extract', 'jobs', '--timeout', time]);
    expect(stderr).toContain('a time such as 10s or 500ms is wanted');
    expect(status).toBe(2);
  });
});
