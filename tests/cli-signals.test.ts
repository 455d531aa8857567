import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { closeSync, constants, existsSync, openSync, readSync, writeSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ARTICLE, bin, scratch } from './scratch.ts';

const { folder, at, given, huiyao } = scratch();
const canMakePipes = spawnSync('mkfifo', ['--version']).status === 0;

/** Milliseconds in which a process that can end has ended. */
const SOON = 5_000;

const start = (args: readonly string[], stdio: readonly ('pipe' | 'ignore' | number)[]): ChildProcess =>
  spawn(process.execPath, [bin, ...args], { cwd: folder, stdio: [...stdio] });

const pause = (milliseconds: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, milliseconds));

/** How a process ended: its exit code, or the name of the signal; null when it has not, after a while. */
async function endOf(child: ChildProcess, within = SOON): Promise<number | string | null> {
  for (let left = within; left > 0 && child.exitCode === null && child.signalCode === null; left -= 20) await pause(20);
  return child.exitCode ?? child.signalCode;
}

/** Sends a signal, and then more: the system makes one of two that a process has had no time to hear. */
async function endAfter(child: ChildProcess, signal: NodeJS.Signals): Promise<number | string | null> {
  for (let left = SOON; left > 0 && child.exitCode === null && child.signalCode === null; left -= 200) {
    child.kill(signal);
    await pause(200);
  }
  return child.exitCode ?? child.signalCode;
}

/** A pipe of the system whose `end` can be given to a child; full from the start, and read when `drain` is called. */
function fullPipe(name: string) {
  spawnSync('mkfifo', [at(name)]);
  // Open both ways: there is a reader, who does not read.
  const pipe = openSync(at(name), constants.O_RDWR | constants.O_NONBLOCK);
  // A child waits for its streams, and whoever has them from the same opening with it.
  const end = openSync(at(name), constants.O_WRONLY);
  const call = (work: () => number): number => {
    try {
      return work();
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code === 'EAGAIN') return 0;
      throw error;
    }
  };
  let junk = 0;
  for (const size of [4096, 1]) {
    for (let took = size; took > 0; junk += took) took = call(() => writeSync(pipe, Buffer.alloc(size, '\n')));
  }
  const chunk = Buffer.alloc(1 << 16);
  let text = '';
  return {
    end,
    /** Reads what is there; gives all that was ever read, without what filled the pipe. */
    drain(): string {
      for (let got = 1; got > 0; text += chunk.toString('latin1', 0, got)) got = call(() => readSync(pipe, chunk));
      return text.slice(junk);
    },
    close() {
      closeSync(pipe);
      closeSync(end);
    },
  };
}

const LINES = 2_000;
const lines = (): string =>
  `no article\n${Array.from({ length: LINES }, (_, id) => `${JSON.stringify({ id, text: ARTICLE })}\n`).join('')}`;

describe.runIf(canMakePipes)('while the reader of stdout does not read', () => {
  const calls = [
    ['extract', ['extract', 'lines.jsonl', '-j', '1']],
    ['extract with workers', ['extract', 'lines.jsonl', '-j', '2']],
  ] as const;

  /** Starts a run that has told of its first line and waits for room in the pipe. */
  async function waiting(args: readonly string[], name: string) {
    given('lines.jsonl', lines());
    const full = fullPipe(name);
    const child = start(args, ['ignore', full.end, 'pipe']);
    let stderr = '';
    child.stderr?.on('data', (text) => {
      stderr += text;
    });
    while (!stderr.includes('error[json-invalid]')) await pause(20);
    await pause(300);
    expect(child.exitCode).toBeNull();
    return { full, child, stderr: () => stderr };
  }

  test.each(calls)('one signal lets what is under way get out, and no more: %s', async (_name, args) => {
    const { full, child, stderr } = await waiting(args, `one-${args.length}-${args.at(-1)}`);
    child.kill('SIGTERM');
    expect(await endOf(child, 500)).toBeNull();
    for (let left = SOON; left > 0 && child.exitCode === null; left -= 20) {
      full.drain();
      await pause(20);
    }
    const records = full.drain().split('\n').slice(0, -1);
    full.close();
    expect(child.exitCode).toBe(143);
    for (const record of records) expect(JSON.parse(record)).toMatchObject({ schema: 'huiyao/1' });
    expect(records.length).toBeLessThan(LINES);
    expect(stderr()).toContain(`huiyao: ${records.length} ok, 1 failed, 0 skipped; stopped before the end\n`);
  });

  test.each(calls)('a second signal ends the run at once: %s', async (_name, args) => {
    const { full, child } = await waiting(args, `two-${args.length}-${args.at(-1)}`);
    // A shell gives 130 for a process that a signal has ended.
    expect(await endAfter(child, 'SIGINT')).toBe('SIGINT');
    full.drain();
    full.close();
  });

  test('a second signal leaves what a further run goes on from', async () => {
    const call = ['extract', 'lines.jsonl', '-o', 'records.jsonl', '-j', '1'];
    given('lines.jsonl', lines());
    const full = fullPipe('stderr');
    const child = start(call, ['ignore', 'ignore', full.end]);
    while (!existsSync(at('records.jsonl.partial'))) await pause(20);
    await pause(300);
    expect(await endAfter(child, 'SIGTERM')).toBe('SIGTERM');
    full.close();
    expect(existsSync(at('records.jsonl'))).toBe(false);
    const again = huiyao([...call, '--resume']);
    expect(again.stderr).toContain(`huiyao: ${LINES} ok, 1 failed, 0 skipped\n`);
    expect(again.status).toBe(1);
  });
});

describe('while stdin gives nothing', () => {
  const calls: readonly (readonly [call: string, leaves: readonly string[]])[] = [
    ['extract -', []],
    ['extract --stream', []],
    ['extract - -o stopped.jsonl', ['stopped.jsonl.partial']],
    ['extract --files-from - -o listed.jsonl', ['listed.jsonl.partial']],
    ['validate -', []],
    ['restore -', []],
    ['segment -', []],
    ['view - -o report.html', []],
    ['load - --db records.duckdb', []],
  ];

  test.each(calls)('one signal ends %s', async (call, leaves) => {
    const child = start(call.split(' '), ['pipe', 'ignore', 'pipe']);
    let stderr = '';
    child.stderr?.on('data', (text) => {
      stderr += text;
    });
    // More than the system keeps: when it is taken, the process reads.
    const { stdin } = child;
    await new Promise<void>((resolve, reject) => {
      stdin?.on('error', reject);
      stdin?.write(' '.repeat(1 << 20), () => resolve());
    });
    child.kill('SIGINT');
    const end = await endOf(child);
    child.kill('SIGKILL');
    expect({ end, stderr }).toEqual({ end: 130, stderr: expect.not.stringContaining('error[') });
    const named = call.split(' ').at(-1) as string;
    for (const path of [named, `${named}.partial`, `${named}.wal`].filter((one) => one !== '-')) {
      expect([path, existsSync(at(path))]).toEqual([path, leaves.includes(path)]);
    }
  });

  test('a signal that comes when all is done changes nothing', async () => {
    const child = start(['restore', '-'], ['pipe', 'pipe', 'ignore']);
    child.stdin?.end(ARTICLE);
    await once(child, 'exit');
    expect(child.exitCode).toBe(0);
  });
});
