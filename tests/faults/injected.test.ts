import { createHash } from 'node:crypto';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, relative } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { disk, type Files } from '../../src/batch/files.ts';
import { runCommandLine } from '../../src/cli/command-line.ts';
import type { Output } from '../../src/emit/output.ts';
import { failingFiles } from '../batch/failing-files.ts';
import { ARTICLE } from '../scratch.ts';

/** All errors at all calls, once and lastingly (`npm run faults`); else one error at every third call, in turn. */
const ALL = process.env.HUIYAO_FAULTS === 'all';
const ERRORS = ['EIO', 'ENOSPC', 'EMFILE', 'EACCES'];

/** How many faults were made, by how the run ended that met them. */
const outcomes: Record<string, number> = {};
let faults = 0;
let resumed = 0;
const summary: string[] = [];
afterAll(() => {
  const counts = Object.entries(outcomes)
    .sort()
    .map(([outcome, count]) => `${outcome} ${count}`);
  process.stdout.write(
    `${summary.join('\n')}\n${faults} faults injected: ${counts.join(', ')}; ${resumed} runs gone on with\n`,
  );
});

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyao-faults-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

/** A stream that keeps what it is given. */
function memory(): Output & { readonly text: string } {
  let text = '';
  return {
    get text() {
      return text;
    },
    closed: false,
    async write(content) {
      text += typeof content === 'string' ? content : Buffer.from(content).toString('latin1');
    },
    async finish() {},
    async abandon() {},
  };
}

/** The command, over a file system that may fail. */
async function huiyao(args: readonly string[], files: Files = disk) {
  const [out, err] = [memory(), memory()];
  const paths = args.map((arg) => arg.replaceAll('@', `${folder}/`));
  const status = await runCommandLine([...paths, '--lang', 'en', '--color', 'never'], out, err, files);
  return { status, stdout: out.text, stderr: err.text.replaceAll(`${folder}/`, '@') };
}

const put = (name: string, content: string | Uint8Array): void => {
  mkdirSync(dirname(join(folder, name)), { recursive: true });
  writeFileSync(join(folder, name), content);
};

/** Every file of a folder with what tells its bytes from others. */
const filesIn = (name: string): Record<string, string> =>
  Object.fromEntries(
    readdirSync(join(folder, name), { recursive: true, encoding: 'utf8' })
      .filter((path) => statSync(join(folder, name, path)).isFile())
      .sort()
      .map((path) => [
        path,
        createHash('sha256')
          .update(readFileSync(join(folder, name, path)))
          .digest('hex')
          .slice(0, 16),
      ]),
  );

const line = (id: number): string => `${JSON.stringify({ id, text: `${ARTICLE}第${id}期` })}\n`;

/** Articles of every kind: a file, a packed one, lines, packed lines, a folder, one that is left out. */
function putNews(): void {
  put('news/a.txt', ARTICLE);
  put('news/b.txt.gz', gzipSync(`${ARTICLE}又`));
  put('news/c.jsonl', line(1) + line(2));
  put('news/more/d.jsonl.gz', gzipSync(line(3)));
  put('news/more/photo.jpg', 'no article');
}

interface Scene {
  readonly name: string;
  /** `@` is the folder of the scene. Everything that is written lies in `@out`. */
  readonly args: readonly string[];
  /** Whether the run can be gone on with. */
  readonly resume?: boolean;
  /** Brings everything to where it was before the run. */
  prepare(): void | Promise<void>;
}

const extract = (...args: string[]): readonly string[] => ['extract', '@news', '-j', '1', ...args];

/** An output folder with something in it that must not get lost. */
function putOld(): void {
  rmSync(join(folder, 'out'), { recursive: true, force: true });
  putNews();
  put('out/other', 'other');
}

const scenes: readonly Scene[] = [
  { name: 'lines to stdout', args: extract(), prepare: putOld },
  { name: 'lines to a file', args: extract('-o', '@out/a.jsonl'), resume: true, prepare: putOld },
  {
    name: 'lines over a file that is there',
    args: extract('-o', '@out/a.jsonl'),
    resume: true,
    prepare() {
      putOld();
      put('out/a.jsonl', 'old\n');
    },
  },
  {
    name: 'lines that go on',
    args: extract('-o', '@out/a.jsonl', '--resume'),
    resume: true,
    async prepare() {
      putOld();
      // A run that a full disk ended at its last call but one.
      const counting = failingFiles(0, 'ENOSPC');
      await huiyao(extract('-o', '@out/b.jsonl'), counting);
      rmSync(join(folder, 'out/b.jsonl'));
      await huiyao(extract('-o', '@out/a.jsonl'), failingFiles(counting.calls - 8, 'ENOSPC'));
    },
  },
  { name: 'an array to a file', args: extract('--format', 'json', '-o', '@out/a.json'), prepare: putOld },
  { name: 'tables to a new folder', args: extract('--format', 'csv', '-o', '@out/tables'), prepare: putOld },
  {
    name: 'tables to a folder that is there',
    args: extract('--format', 'csv', '-o', '@out/tables'),
    prepare() {
      putOld();
      for (const name of ['articles.csv', 'own.csv']) put(`out/tables/${name}`, 'old\n');
    },
  },
  { name: 'Parquet', args: extract('--format', 'parquet', '-o', '@out/a.parquet'), prepare: putOld },
  {
    name: 'with words of a table',
    args: extract('--lexicon', '@words.tsv', '-o', '@out/a.jsonl'),
    resume: true,
    prepare() {
      putOld();
      put('words.tsv', 'kind\tword\npost\t值班长\n');
    },
  },
  {
    name: 'restored text and its map',
    args: ['restore', '@news/a.txt', '--map', '@out/map.json'],
    prepare: putOld,
  },
];

/** The records of an output, by their place; throws when it is not valid. */
const placesIn = (records: readonly string[]): string[] =>
  records.map((record) => {
    const { document } = JSON.parse(record) as { document: { path: string; line: number | null } };
    return `${relative(folder, document.path)}${document.line === null ? '' : `:${document.line}`}`;
  });

describe('whichever call to the file system fails', () => {
  test.each(scenes.map((scene) => [scene.name, scene] as const))('%s', async (_name, scene) => {
    await scene.prepare();
    const before = filesIn('out');
    const counting = failingFiles(0, 'EIO');
    const clean = await huiyao(scene.args, counting);
    const written = filesIn('out');
    expect(clean.status).toBe(0);
    expect(counting.calls).toBeGreaterThan(3);

    let turn = 0;
    for (let failing = 1; failing <= counting.calls; failing += ALL ? 1 : 3) {
      const errors = ALL ? ERRORS : [ERRORS[turn++ % ERRORS.length] as string];
      for (const code of errors) {
        for (const lasting of ALL ? [false, true] : [turn % 3 === 0]) {
          await scene.prepare();
          const files = failingFiles(failing, code, disk, lasting);
          const run = await huiyao(scene.args, files);
          const after = filesIn('out');
          const what = `${code} at call ${failing} (${files.failed})${lasting ? ' and after' : ''}: ${run.stderr}`;
          faults++;
          const outcome = `exit ${run.status}`;
          outcomes[outcome] = (outcomes[outcome] ?? 0) + 1;

          expect(run.stderr, what).not.toContain('[bug]');
          expect([0, 1, 2, 73, 74], what).toContain(run.status);
          expect(after.other, what).toBe(before.other);
          if (run.status === 0) {
            expect({ stdout: run.stdout, after }, what).toEqual({ stdout: clean.stdout, after: written });
            continue;
          }
          expect(run.stderr, what).toMatch(/^error\[[\w-]+\]/mu);
          if (run.status === 1) isAccountedFor(run, scene.name === 'lines to stdout' ? clean.stdout : null, what);
          else isOldOrNew(before, after, written, what);
          if (scene.resume !== true) continue;
          const again = await huiyao([...new Set([...scene.args, '--resume'])]);
          expect({ status: again.status, after: filesIn('out') }, `resumed: ${again.stderr}; ${what}`).toEqual({
            status: 0,
            after: written,
          });
          resumed++;
        }
      }
    }
    summary.push(`${scene.name}: ${counting.calls} calls`);
  });
});

/** Every input ended as ok, failed or skipped; those that failed are told; the records that are there are right. */
function isAccountedFor(run: { stdout: string; stderr: string }, clean: string | null, what: string): void {
  const told = [...run.stderr.matchAll(/^error\[[\w-]+\] @(?<path>.+?): /gmu)].map(({ groups }) => groups?.path ?? '');
  const counts = /^huiyao: (?<ok>\d+) ok, (?<failed>\d+) failed, (?<skipped>\d+) skipped$/mu.exec(run.stderr)?.groups;
  if (counts !== undefined) expect(Number(counts.failed), what).toBe(told.length);
  if (clean === null) return;
  const records = run.stdout.split('\n').slice(0, -1);
  const wanted = clean.split('\n').slice(0, -1);
  if (counts !== undefined) expect(Number(counts.ok), what).toBe(records.length);
  for (const record of records) expect(wanted, what).toContain(record);
  const lost = wanted.filter((record) => !records.includes(record));
  for (const place of placesIn(lost)) {
    expect(
      told.some((path) => place.startsWith(path)),
      `${place} is lost; ${what}`,
    ).toBe(true);
  }
}

/** Each file is as it was before, or as the whole run leaves it; nothing lies beside them. */
function isOldOrNew(
  before: Record<string, string>,
  after: Record<string, string>,
  written: Record<string, string>,
  what: string,
): void {
  for (const [path, bytes] of Object.entries(after)) {
    if (/\.(?:partial|journal)$/u.test(path)) continue;
    expect([before[path], written[path]], `${path}; ${what}`).toContain(bytes);
  }
  for (const path of Object.keys(before)) {
    if (!/\.(?:partial|journal)$/u.test(path)) expect(Object.keys(after), what).toContain(path);
  }
}
