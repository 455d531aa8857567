import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Files } from '../../src/batch/files.ts';
import type { Input } from '../../src/batch/inputs.ts';
import type { RunDescription } from '../../src/batch/journal.ts';
import { CannotResume, inputsAfter, ResumableFile } from '../../src/batch/resumable-file.ts';
import { inEnglish, say } from '../../src/model/phrase.ts';
import { failingFiles } from './failing-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyao-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const DESCRIPTION: RunDescription = { version: '1', paths: ['a'] };

/** Inputs of which every third gives no record. */
const inputs = (count: number): Input[] =>
  Array.from({ length: count }, (_, i) =>
    i % 3 === 2
      ? { kind: 'skipped', path: `${i}.jpg` }
      : { kind: 'line', path: 'a.jsonl', line: i + 1, bytes: Buffer.from(`会${i}`) },
  );

async function* from<T>(values: Iterable<T>): AsyncGenerator<T> {
  for (const value of values) yield value;
}

interface Work {
  readonly all: readonly Input[];
  readonly until?: number;
  readonly resume?: boolean;
  readonly description?: RunDescription;
  readonly files?: Files;
}

/** A run as a command does it, over `all` or the first `until`; gives how many inputs it took itself. */
async function run({ all, until, resume = true, description = DESCRIPTION, files }: Work): Promise<number> {
  const { file, done } = await ResumableFile.open(join(folder, 'out.jsonl'), description, resume, files);
  if (file === null) return 0;
  let taken = 0;
  try {
    for await (const input of inputsAfter(done, from(all), (count) => file.goBack(count))) {
      if (done.length + taken === until) break;
      taken++;
      if (input.kind === 'line') await file.record(Buffer.from(JSON.stringify({ line: input.line, 会: '议' })), input);
      else await file.noRecord(input.kind === 'failed' ? 'failed' : 'skipped', input);
    }
    if (until === undefined) await file.finish();
    else await file.leave();
  } catch (error) {
    await file.leave().catch(() => {});
    throw error;
  }
  return taken;
}

const at = (name: string): string => join(folder, name);
const wholeOf = (all: readonly Input[]): string =>
  all
    .flatMap((input) => (input.kind === 'line' ? [`${JSON.stringify({ line: input.line, 会: '议' })}\n`] : []))
    .join('');

test('an undisturbed run leaves its output and nothing beside it', async () => {
  await run({ all: inputs(10) });
  expect(readdirSync(folder)).toEqual(['out.jsonl']);
  expect(readFileSync(at('out.jsonl'), 'utf8')).toBe(wholeOf(inputs(10)));
});

test('wherever both files are cut off, the end result is the same', async () => {
  const all = inputs(20);
  await fc.assert(
    fc.asyncProperty(
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      async (a, b) => {
        await run({ all, until: 15, resume: false });
        // What was written, as a power cut may leave it.
        for (const [name, part] of [
          ['out.jsonl.partial', a],
          ['out.jsonl.journal', b],
        ] as const) {
          const { length } = readFileSync(at(name));
          truncateSync(at(name), Math.floor(length * part));
        }
        await run({ all });
        expect(readFileSync(at('out.jsonl'), 'utf8')).toBe(wholeOf(all));
        expect(readdirSync(folder)).toEqual(['out.jsonl']);
        rmSync(at('out.jsonl'));
      },
    ),
    { numRuns: 60 },
  );
});

test('what is done is not done again, and bytes that were changed are', async () => {
  const all = inputs(20);
  await run({ all, until: 15, resume: false });
  const partial = readFileSync(at('out.jsonl.partial'));
  expect(await run({ all, until: 15 })).toBe(0);
  partial[partial.length - 5] = 0x21;
  writeFileSync(at('out.jsonl.partial'), partial);
  expect(await run({ all })).toBeGreaterThan(5);
  expect(readFileSync(at('out.jsonl'), 'utf8')).toBe(wholeOf(all));
});

test('whichever call to the file system fails: an error, and the next run gives the same result', async () => {
  const all = inputs(8);
  const counting = failingFiles(0, 'EIO');
  await run({ all, files: counting });
  rmSync(at('out.jsonl'));
  expect(counting.calls).toBeGreaterThan(10);
  for (let failing = 1; failing <= counting.calls; failing++) {
    await expect(run({ all, files: failingFiles(failing, 'EIO') })).rejects.toMatchObject({ name: 'OutputFailed' });
    await run({ all });
    expect(readFileSync(at('out.jsonl'), 'utf8')).toBe(wholeOf(all));
    expect(readdirSync(folder)).toEqual(['out.jsonl']);
    rmSync(at('out.jsonl'));
  }
});

describe('a run that is another one is refused, and nothing is touched', () => {
  const refused = async (work: Work): Promise<string> => {
    const before = readdirSync(folder).map((name) => [name, readFileSync(at(name), 'utf8')]);
    const error = await run(work).catch((error: unknown) => error);
    if (!(error instanceof CannotResume)) throw error;
    expect(readdirSync(folder).map((name) => [name, readFileSync(at(name), 'utf8')])).toEqual(before);
    return inEnglish(error.said);
  };
  const all = inputs(20);
  beforeEach(() => run({ all, until: 15, resume: false }));

  test('another description', async () => {
    expect(await refused({ all, description: { ...DESCRIPTION, version: '2' } })).toBe(
      'the run that was stopped differs: version ("1" → "2")',
    );
  });

  test('an input that was changed, put in between, or taken away', async () => {
    const changed = all.with(3, { kind: 'line', path: 'a.jsonl', line: 4, bytes: Buffer.from('other') });
    const what = 'an input is not what it was when the run was stopped: ';
    expect(await refused({ all: changed })).toBe(`${what}a.jsonl:4`);
    expect(await refused({ all: all.toSpliced(2, 0, { kind: 'skipped', path: 'new.jpg' }) })).toBe(`${what}new.jpg`);
    expect(await refused({ all: all.slice(0, 10) })).toBe('5 inputs that were done are not there any more');
  });

  test('but inputs that are new behind those that are done are read', async () => {
    const more = inputs(30);
    await run({ all: more });
    expect(readFileSync(at('out.jsonl'), 'utf8')).toBe(wholeOf(more));
  });
});

test('an input that failed and can be read by now is read, with those behind it', async () => {
  const all = inputs(20);
  const trouble = { severity: 'error', code: 'unreadable', path: 'a.jsonl', text: say`gone` } as const;
  const failed: Input = { kind: 'failed', failure: { message: trouble, id: null, bug: false } };
  await run({ all: all.with(4, failed), until: 15, resume: false });
  expect(await run({ all })).toBe(16);
  expect(readFileSync(at('out.jsonl'), 'utf8')).toBe(wholeOf(all));
});

test('without being asked to go on, a run begins anew', async () => {
  await run({ all: inputs(20), until: 15, resume: false });
  expect(await run({ all: inputs(3), resume: false })).toBe(3);
  expect(readFileSync(at('out.jsonl'), 'utf8')).toBe(wholeOf(inputs(3)));
});

test('a second run over the same output is found out, and the first one harms nothing', async () => {
  const open = async () => (await ResumableFile.open(at('out.jsonl'), DESCRIPTION, false)).file as ResumableFile;
  const first = await open();
  const second = await open();
  const [input] = inputs(1) as [Input];
  await first.record(Buffer.from('1'), input);
  await second.record(Buffer.from('2'), input);
  await expect(first.finish()).rejects.toMatchObject({ exitCode: 74 });
  await first.leave();
  await second.finish();
  expect(readFileSync(at('out.jsonl'), 'utf8')).toBe('2\n');
  expect(existsSync(at('out.jsonl.partial'))).toBe(false);
});
