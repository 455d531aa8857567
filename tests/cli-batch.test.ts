import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import { besides } from '../src/batch/resumable-file.ts';
import { ARTICLE, bin, scratch } from './scratch.ts';

const { folder, at, given, huiyao } = scratch();

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
    given('jobs/a.jsonl', LINES);
    given('jobs/b.txt', ARTICLE);
    given('jobs/c.jpg', 'no article');
    const one = huiyao(['extract', 'jobs', '-j', '1']);
    expect(one.stderr).toMatch(/huiyao: 2002 ok, 2 failed, 1 skipped\n$/u);
    expect(one.status).toBe(1);
    for (const jobs of ['2', '3']) expect(huiyao(['extract', 'jobs', '-j', jobs])).toEqual(one);
  });

  test.each(['0', 'many'])('--jobs %s is refused', (jobs) => {
    const { stderr, status } = huiyao(['extract', 'jobs', `--jobs=${jobs}`]);
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
    const { stdout, stderr, status } = huiyao(args, { input });
    expect(stderr).toBe(
      'error[timeout] <stdin>:2: not read within 3 s\n' +
        '  help: raise the limit with --timeout, or look at what is odd about it\n' +
        'huiyao: 2 ok, 1 failed, 0 skipped\n',
    );
    expect(stdout.split('\n')).toHaveLength(3);
    expect(status).toBe(1);
  });

  test.each(['0', '1h'])('--timeout %s is refused', (time) => {
    const { stderr, status } = huiyao(['extract', 'jobs', '--timeout', time]);
    expect(stderr).toContain('a time such as 10s or 500ms is wanted');
    expect(status).toBe(2);
  });
});

describe('--resume', () => {
  const call = ['extract', 'news', '-o', 'records.jsonl'];
  const lines = (count: number): string =>
    Array.from({ length: count }, (_, id) => `${JSON.stringify({ id, text: `${ARTICLE}第${id}期` })}\n`).join('');

  test('a run that was stopped says where it stands, goes on, and refuses to go on as another one', async () => {
    given('news/a.jsonl', lines(1500));
    const child = spawn(process.execPath, [bin, ...call], { cwd: folder });
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    const { partial, journal } = besides(at('records.jsonl'));
    while (!existsSync(journal) || readFileSync(journal).length < 3000) await new Promise((r) => setTimeout(r, 10));
    child.kill('SIGTERM');
    const [status] = await once(child, 'close');
    expect(status).toBe(143);
    expect(stderr).toContain('note[stopped] records.jsonl: what is done so far is in records.jsonl.partial\n');
    expect(stderr).toMatch(/huiyao: \d+ ok, 0 failed, 0 skipped; stopped before the end\n$/u);
    expect(existsSync(at('records.jsonl'))).toBe(false);
    for (const line of readFileSync(partial, 'utf8').trimEnd().split('\n')) JSON.parse(line);

    const other = huiyao([...call, '--resume', '--published', '2024-07-03']);
    expect(other.stderr).toBe(
      'error[resume]: the run that was stopped differs: published (— → "2024-07-03")\n' +
        '  help: leave --resume out to begin anew\n',
    );
    expect(other.status).toBe(2);

    given('news/a.jsonl', lines(1500).replace('第0期', '第1期'));
    const changed = huiyao([...call, '--resume']);
    expect(changed.stderr).toContain(
      'error[resume]: an input is not what it was when the run was stopped: news/a.jsonl:1\n',
    );
    expect(changed.status).toBe(2);

    given('news/a.jsonl', lines(1500));
    const rest = huiyao([...call, '--resume']);
    expect(rest).toEqual({ stdout: '', stderr: 'huiyao: 1500 ok, 0 failed, 0 skipped\n', status: 0 });
    expect(existsSync(partial) || existsSync(journal)).toBe(false);
    expect(readFileSync(at('records.jsonl'), 'utf8')).toBe(huiyao(['extract', 'news']).stdout);
  });

  test('needs a file of JSON Lines', () => {
    for (const args of [['news'], ['news', '-o', 'x.json', '--format', 'json']]) {
      const { stderr, status } = huiyao(['extract', ...args, '--resume']);
      expect(stderr).toContain('error[usage]: --resume needs a file of JSON Lines to go on with');
      expect(status).toBe(2);
    }
  });

  test('random kills lose and double nothing', () => {
    const script = fileURLToPath(new URL('../scripts/kills.mjs', import.meta.url));
    const { stdout } = spawnSync(process.execPath, [script, '3'], { encoding: 'utf8' });
    const { kills, runs, same, lost, doubled } = JSON.parse(stdout);
    expect({ kills, same, lost, doubled }).toEqual({ kills: 3, same: runs, lost: 0, doubled: 0 });
  });
});

describe('--files-from', () => {
  test('reads a list of paths, behind those of the call, from a file or from stdin', () => {
    for (const name of ['l/a.txt', 'l/b 会.txt', 'l/c.txt']) given(name, ARTICLE);
    const list = given('list', 'l/b 会.txt\r\n\nl/none.txt\nl/c.txt');
    const direct = huiyao(['extract', 'l/a.txt', 'l/b 会.txt', 'l/none.txt', 'l/c.txt']);
    expect(direct.stderr).toContain('huiyao: 3 ok, 1 failed, 0 skipped\n');
    expect(huiyao(['extract', 'l/a.txt', '--files-from', list])).toEqual(direct);
    const input = 'l/b 会.txt\0l/none.txt\0l/c.txt\0';
    expect(huiyao(['extract', 'l/a.txt', '--files-from', '-', '-0'], { input })).toEqual(direct);
  });

  test('a list that is not there is wrong usage', () => {
    const { stderr, status } = huiyao(['extract', '--files-from', 'no-list']);
    expect(stderr).toContain('error[usage] no-list: there is no such file or folder');
    expect(status).toBe(2);
  });
});

describe('shards', () => {
  /** Deals lines out in parts that follow one another, as a cluster does. */
  const shardsOf = (lines: readonly string[], count: number): readonly string[] => {
    const size = Math.ceil(lines.length / count);
    return Array.from({ length: count }, (_, i) => lines.slice(i * size, (i + 1) * size).join(''));
  };
  const lines = LINES.split('\n')
    .slice(1400, 1592)
    .map((line) => `${line}\n`);

  const answer = async (input: string, jobs: string): Promise<string> => {
    // On a machine with much else to do the large one may take longer than articles have.
    const patient = ['--timeout', '600'];
    const child = spawn(process.execPath, [bin, 'extract', '--stream', '-j', jobs, ...patient], { cwd: folder });
    child.stdin.end(input);
    let answered = '';
    child.stdout.setEncoding('utf8').on('data', (text) => {
      answered += text;
    });
    await once(child, 'close');
    return answered;
  };

  test.each([1, 2, 7, 64])(
    '%i shards, whatever their workers: the same bytes as in one piece',
    async (count) => {
      const whole = await answer(lines.join(''), '3');
      expect(whole.split('\n')).toHaveLength(lines.length + 1);
      const shards = shardsOf(lines, count);
      expect(shards).toHaveLength(count);
      const answers: string[] = [];
      // Two at a time; every tenth has workers, which take long to start.
      for (let at = 0; at < count; at += 2) {
        const pair = shards.slice(at, at + 2).map((shard, i) => answer(shard, (at + i) % 10 === 0 ? '2' : '1'));
        answers.push(...(await Promise.all(pair)));
      }
      expect(answers.join('')).toBe(whole);
    },
    240_000,
  );
});
