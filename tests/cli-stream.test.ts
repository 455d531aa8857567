import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { schema } from '../src/index.ts';
import { ARTICLE, bin, scratch } from './scratch.ts';

const { folder, at, given, huiyao } = scratch();
const stream = (input: string | Uint8Array, ...args: string[]) => huiyao(['extract', '--stream', ...args], { input });

const answersIn = (stdout: string): { schema: string; id: unknown; error?: { code: string } }[] =>
  stdout
    .split('\n')
    .slice(0, -1)
    .map((line) => JSON.parse(line));

const GOOD = JSON.stringify({ id: 'good', text: ARTICLE });

describe('one line out for every line in', () => {
  /** Lines, and what each is answered with: a record (null) or the code of an error. */
  const LINES: readonly (readonly [line: string | Uint8Array, code: string | null, id: unknown])[] = [
    [GOOD, null, 'good'],
    ['', 'empty', null],
    [' \t', 'empty', null],
    [`${GOOD}\r`, null, 'good'],
    ['{"id":1,', 'json-invalid', null],
    ['[1]', 'json-not-object', null],
    ['null', 'json-not-object', null],
    ['{"id":7}', 'text-missing', 7],
    ['{"id":"gone","text":null}', 'text-missing', 'gone'],
    ['{"id":"half \\ud83d","text":5}', 'text-missing', 'half \uFFFD'],
    ['{"id":"bare","text":" \\n"}', 'empty', 'bare'],
    [Buffer.from('{"text":"\xbb\xe1"}', 'latin1'), 'undecodable', null],
    [`{"text":"${'会'.repeat(2000)}"}`, 'line-too-long', null],
    ['{"text":"\\u0000\\ud800"}', null, null],
    [GOOD, null, 'good'],
  ];
  const input = Buffer.concat(LINES.flatMap(([line]) => [Buffer.from(line), Buffer.from('\n')]));

  test('a record or an error, in order; nothing on stderr; exit code 0', () => {
    const { stdout, stderr, status } = stream(input, '--max-line-size', '2kB');
    const answers = answersIn(stdout);
    expect(answers.map(({ error }) => error?.code ?? null)).toEqual(LINES.map(([, code]) => code));
    for (const [i, answer] of answers.entries()) {
      if (answer.error === undefined) {
        expect(schema.parse(answer).document).toMatchObject({ path: null, line: null, id: LINES[i]?.[2] });
        continue;
      }
      expect(Object.keys(answer)).toEqual(['schema', 'id', 'error']);
      expect(Object.keys(answer.error)).toEqual(['code', 'message', 'column', 'help']);
      expect(answer).toMatchObject({
        schema: 'huiyao-error/1',
        id: LINES[i]?.[2],
        error: { message: expect.any(String), column: answer.error.code === 'json-invalid' ? 9 : null },
      });
    }
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });

  test('the same bytes however the lines are dealt out', () => {
    const whole = stream(input, '--max-line-size', '2kB').stdout;
    const lines = LINES.map(([line]) => Buffer.concat([Buffer.from(line), Buffer.from('\n')]));
    const size = Math.ceil(lines.length / 3);
    const parts = [0, 1, 2].map((i) => Buffer.concat(lines.slice(i * size, (i + 1) * size)));
    expect(parts.map((part) => stream(part, '--max-line-size', '2kB').stdout).join('')).toBe(whole);
  });

  test('whatever the bytes: as many lines out as in', () => {
    const piece = fc.constantFrom('{', '}', '"text":', '"会议"', '\0', '\xff', '\r', '\n', '[', '1', ' ', '\u2028');
    fc.assert(
      fc.property(fc.array(piece, { minLength: 1, maxLength: 60 }), (pieces) => {
        const bytes = Buffer.from(pieces.join(''), 'latin1');
        const { stdout, stderr, status } = stream(bytes);
        const ends = bytes.filter((byte) => byte === 10).length;
        expect(answersIn(stdout)).toHaveLength(ends + (bytes.at(-1) === 10 ? 0 : 1));
        expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
      }),
      { numRuns: 4 },
    );
  });

  test('nothing in, nothing out', () => {
    expect(stream('')).toEqual({ stdout: '', stderr: '', status: 0 });
  });

  test('a line is answered before the next one comes', async () => {
    const child = spawn(process.execPath, [bin, 'extract', '--stream'], { cwd: folder });
    for (const _ of [1, 2, 3]) {
      child.stdin.write(`${GOOD}\n`);
      const [answer] = await once(child.stdout, 'data');
      expect(answersIn(String(answer))).toHaveLength(1);
    }
    child.stdin.end();
    expect(await once(child, 'close')).toEqual([0, null]);
  });

  test('a reader that closes early ends it quietly', async () => {
    const child = spawn(process.execPath, [bin, 'extract', '--stream']);
    child.stdin.on('error', () => {});
    child.stdin.end(`${GOOD}\n`.repeat(3000));
    child.stdout.once('data', () => child.stdout.destroy());
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    const [status] = await once(child, 'close');
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });
});

describe('nothing but stdin and stdout is touched', () => {
  test('an empty environment is enough', () => {
    const { stdout, stderr, status } = spawnSync(process.execPath, [bin, 'extract', '--stream'], {
      input: `${GOOD}\n`,
      env: {},
      encoding: 'utf8',
    });
    expect(stdout).toBe(stream(`${GOOD}\n`).stdout);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });

  test('no configuration is looked for', () => {
    given('configured/huiyao.config.json', '{"lexicon":"no/such.tsv"}');
    const cwd = at('configured');
    expect(huiyao(['extract', '--stream'], { input: GOOD, cwd }).status).toBe(0);
    expect(huiyao(['extract'], { input: ARTICLE, cwd }).status).toBe(2);
  });

  test.runIf(existsSync('/bin/sh'))('not even a working directory is needed', () => {
    mkdirSync(at('gone'));
    const call = `rmdir ../gone && exec "${process.execPath}" "${bin}" extract --stream`;
    const { stdout, stderr, status } = spawnSync('/bin/sh', ['-c', call], {
      cwd: at('gone'),
      input: GOOD,
      encoding: 'utf8',
    });
    expect(answersIn(stdout)).toHaveLength(1);
    expect({ stderr, status }).toEqual({ stderr: '', status: 0 });
  });
});

describe('--ascii', () => {
  const line = JSON.stringify({ id: '𠮷\u007F\u0080', text: ARTICLE });

  test('escapes everything above U+007F and changes no value', () => {
    const plain = stream(`${line}\n{"id":"会"}\n`);
    const ascii = stream(`${line}\n{"id":"会"}\n`, '--ascii');
    expect(ascii.stdout).toMatch(/^[\n -~\u007F]+$/u);
    expect(ascii.stdout).toContain('"id":"\\ud842\\udfb7\u007F\\u0080"');
    expect(answersIn(ascii.stdout)).toEqual(answersIn(plain.stdout));
  });

  test('is there for every way of writing records', () => {
    const one = given('one.txt', ARTICLE);
    for (const format of ['jsonl', 'json']) {
      const plain = huiyao(['extract', one, '--format', format]);
      const ascii = huiyao(['extract', one, '--format', format, '--ascii']);
      expect(ascii.stdout).toMatch(/^[\n -~]+$/u);
      expect(JSON.parse(ascii.stdout)).toEqual(JSON.parse(plain.stdout));
    }
  });
});

test.each([
  [['one.txt'], 'a path'],
  [['-o', 'records.jsonl'], '--output'],
  [['--format', 'json'], '--format json'],
  [['--input-format', 'html'], '--input-format html'],
  [['--exclude', '*.jpg'], '--exclude'],
])('--stream is refused beside %j', (args, what) => {
  const { stdout, stderr, status } = stream(GOOD, ...args);
  expect(stderr).toContain(`error[usage]: --stream and ${what} do not go together\n  help: `);
  expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
});

test('names of fields and the day of publication are heard', () => {
  const input = JSON.stringify({ nr: 1, body: ARTICLE });
  const { stdout } = stream(input, '--id-field', 'nr', '--text-field', 'body', '--published', '2024-07-03');
  expect(schema.parse(JSON.parse(stdout)).document).toMatchObject({ id: 1, published: '2024-07-03' });
});
