import { spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, symlinkSync, truncateSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { schema } from '../../src/index.ts';
import { ARTICLE, bin, root, scratch } from '../scratch.ts';

const { folder, at, given } = scratch();

/** Runs a line of a shell in which `huiyao` is the command; SIGKILL after a time in which it must have ended. */
const shell = (line: string, env: Record<string, string> = {}) => {
  const run = spawnSync('sh', ['-c', `huiyao() { "${process.execPath}" "${bin}" "$@"; }; ${line}`], {
    cwd: folder,
    encoding: 'utf8',
    env: { PATH: process.env.PATH ?? '', ...env },
    timeout: 50_000,
    killSignal: 'SIGKILL',
  });
  return { stdout: run.stdout, stderr: run.stderr, status: run.status };
};

/** Whether the machine can do what a test needs; says so when it cannot. */
const can = (line: string): boolean => {
  const able = shell(line).status === 0;
  if (!able) process.stderr.write(`skipped, this machine cannot: ${line}\n`);
  return able;
};

given('one.txt', ARTICLE);

describe('one folder of odd files', () => {
  const JSON_ARTICLE = JSON.stringify(ARTICLE);
  let run: ReturnType<typeof shell>;
  const server = createServer();

  beforeAll(async () => {
    given('odd/good.txt', ARTICLE);
    given('odd/sparse.txt', '');
    truncateSync(at('odd/sparse.txt'), 10e9);
    given('odd/bomb.txt.gz', gzipSync(Buffer.alloc(60e6)));
    given('odd/bomb.jsonl.gz', gzipSync(Buffer.alloc(60e6, 'x')));
    given('odd/cut.txt.gz', gzipSync(ARTICLE).subarray(0, 60));
    given('odd/two\nlines.txt', ARTICLE);
    given('odd/::error::x\n::warning::y.txt', '');
    writeFileSync(Buffer.concat([Buffer.from(at('odd/')), Buffer.from([0xff, 0xfe]), Buffer.from('.txt')]), ARTICLE);
    given('odd/nul.txt', `${ARTICLE}\0`);
    given('odd/bidi.txt', `${ARTICLE}\u202E议会\u2066\u001B[2J\n`);
    given('odd/deep.html', `<html><body>${'<div>'.repeat(50_000)}${ARTICLE}`);
    const entities = Array.from({ length: 9 }, (_, i) => `<!ENTITY e${i + 1} "${`&e${i};`.repeat(10)}">`).join('');
    given('odd/entities.html', `<!DOCTYPE html [<!ENTITY e0 "会议">${entities}]><p>${ARTICLE}&e9;</p>`);
    const mixed = Buffer.concat([
      Buffer.from(ARTICLE.repeat(20)),
      Buffer.from('bbe1d2e9', 'hex'),
      Buffer.from(ARTICLE),
    ]);
    given('odd/mixed.txt', mixed);
    given('odd/truncated.txt', Buffer.from(ARTICLE.repeat(20)).subarray(0, -2));
    const lines = [
      `{"id":1e999,"text":${JSON_ARTICLE}}`,
      `{"id":123456789012345678901234567890,"text":${JSON_ARTICLE}}`,
      `{"id":"twice","text":${JSON_ARTICLE}}`,
      `{"id":"twice","text":${JSON_ARTICLE}}`,
      `{"x":${'['.repeat(300_000)}${']'.repeat(300_000)},"text":${JSON_ARTICLE}}`,
      `{"id":"../../../etc/passwd","title":"=cmd|' /C calc'!A0","text":${JSON_ARTICLE}}`,
    ];
    given('odd/lines.jsonl', `${lines.join('\n')}\n`);
    symlinkSync('/dev/zero', at('odd/zero.txt'));
    symlinkSync('/proc/version', at('odd/version.txt'));
    symlinkSync('.', at('odd/again'));
    server.listen(at('odd/socket.txt'));
    await once(server, 'listening');
    run = shell('huiyao extract odd');
  });
  afterAll(() => server.close());

  const records = () =>
    run.stdout
      .split('\n')
      .slice(0, -1)
      .map((line) => schema.parse(JSON.parse(line)));
  const recordsOf = (path: string) => records().filter(({ document }) => document.path === `odd/${path}`);

  test.each([
    ['a sparse file of 10 GB', 'too-large', 'sparse.txt'],
    ['a packed file that unpacks to more than the limit', 'too-large', 'bomb.txt.gz'],
    ['a packed line that unpacks to more than the limit', 'line-too-long', 'bomb.jsonl.gz:1'],
    ['a packed file that is cut off', 'bad-gzip', 'cut.txt.gz'],
    ['an endless device behind a link', 'not-a-file', 'zero.txt'],
    ['a socket', 'not-a-file', 'socket.txt'],
    ['a name that is no UTF-8', 'not-found', '\uFFFD\uFFFD.txt'],
    ['a name with commands for a build server', 'empty', '::error::x\\u{a}::warning::y.txt'],
  ])('has failed alone, and is told: %s', (_what, code, place) => {
    expect(run.stderr).toContain(`error[${code}] odd/${place}: `);
    for (const line of run.stderr.split('\n')) expect(line).not.toMatch(/^::/u);
  });

  test.each([
    ['a name with a line break', 'two\nlines.txt'],
    ['a NUL in a text', 'nul.txt'],
    ['controls that turn text around and steer terminals', 'bidi.txt'],
    ['elements 50,000 deep', 'deep.html'],
    ['entities that stand for a billion words', 'entities.html'],
    ['another encoding in the middle', 'mixed.txt'],
    ['a text that ends within a character', 'truncated.txt'],
    ['a file whose size is said to be 0', 'version.txt'],
  ])('is read, and its record is valid: %s', (_what, path) => {
    expect(recordsOf(path)).toHaveLength(1);
  });

  test('numbers without end, equal ids, JSON 300,000 deep, paths and formulas as ids are lines like any other', () => {
    expect(recordsOf('lines.jsonl').map(({ document }) => document.id)).toEqual([
      null,
      1.2345678901234568e29,
      'twice',
      'twice',
      null,
      '../../../etc/passwd',
    ]);
  });

  test('all of them add up, nothing raw reaches stderr, nothing is written', () => {
    const counts = /huiyao: (?<ok>\d+) ok, (?<failed>\d+) failed, (?<skipped>\d+) skipped\n$/u.exec(run.stderr)?.groups;
    expect(Number(counts?.ok)).toBe(records().length);
    expect(Number(counts?.failed)).toBe(run.stderr.match(/^error\[/gmu)?.length);
    expect(run.stderr).not.toMatch(/[^\P{Cc}\n]/u);
    expect(run.status).toBe(1);
    expect(readdirSync(folder).sort()).toEqual(['odd', 'one.txt']);
  });
});

describe('settings', () => {
  test.each([
    [
      'a named pipe',
      () => shell('mkdir -p set && rm -rf set/* && mkfifo set/huiyao.config.json'),
      'a named pipe, not a file',
    ],
    ['a folder', () => shell('rm -rf set && mkdir -p set/huiyao.config.json'), 'a folder, not a file'],
    [
      '__proto__',
      () => shell('rm -rf set') && given('set/huiyao.config.json', '{"__proto__":{"lang":"zh"}}'),
      "unknown key '__proto__'",
    ],
    ['brackets 200,000 deep', () => given('set/huiyao.config.json', '['.repeat(200_000)), 'no JSON: '],
    ['2 MB of one string', () => given('set/huiyao.config.json', `{"a":"${'x'.repeat(2e6)}"}`), 'larger than 1 MB'],
  ])('a configuration that is %s ends the run with 2', (_what, put, words) => {
    put();
    const { stdout, stderr, status } = shell('cd set && huiyao extract ../one.txt');
    expect(stderr).toContain(words);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  });

  test.each([
    ['a named pipe', 'mkfifo words.tsv'],
    ['an endless device', 'ln -s /dev/zero words.tsv'],
    ['an image', 'printf "\\211PNG\\r\\n\\032\\n" > words.tsv'],
  ])('a table of words that is %s ends the run with 2', (_what, put) => {
    const { stdout, stderr, status } = shell(`rm -f words.tsv; ${put}; huiyao extract one.txt --lexicon words.tsv`);
    expect(stderr).toMatch(/^error\[lexicon-(?:file|row)\]/u);
    expect({ stdout, status }).toEqual({ stdout: '', status: 2 });
  });

  test('an output that is one of the inputs is refused, and the input is as it was', () => {
    given('same.jsonl', `${JSON.stringify({ text: ARTICLE })}\n`);
    const { status } = shell('ln -f same.jsonl other.jsonl; huiyao extract same.jsonl -o other.jsonl');
    expect(status).toBe(2);
    expect(readFileSync(at('same.jsonl'), 'utf8')).toContain('欧阳静');
  });
});

describe('the machine', () => {
  const clean = shell('huiyao extract one.txt');
  const CLOCK = (time: string) => `--import=data:text/javascript,const%20now=${time};Date.now=()=>now`;

  test.each([
    ['an empty environment', `env -i "${process.execPath}" "${bin}" extract one.txt`],
    ['no network', `unshare -n "${process.execPath}" "${bin}" extract one.txt`],
    ['2 GB of address space', `prlimit --as=2000000000 "${process.execPath}" "${bin}" extract one.txt`],
    ['64 open files', 'ulimit -n 64; huiyao extract one.txt'],
    ['a home that is not there', 'HOME=/nowhere huiyao extract one.txt'],
    ['a home that nobody can write to', 'HOME=/proc XDG_CACHE_HOME=/proc TMPDIR=/proc huiyao extract one.txt'],
    ['a clock at the beginning of time', `NODE_OPTIONS='${CLOCK('0')}' huiyao extract one.txt`],
    ['a clock far ahead', `NODE_OPTIONS='${CLOCK('4e12')}' huiyao extract one.txt`],
    ['a locale that there is not', 'LC_ALL=xx_YY.KOI8-X TZ=No/Where huiyao extract one.txt'],
    [
      'no leave to write, nor to start processes',
      `"${process.execPath}" --no-warnings --experimental-permission --allow-fs-read=* --allow-addons --allow-worker "${bin}" extract one.txt`,
    ],
  ])('gives the same bytes with %s', (_what, line) => {
    const needs = /^(?:unshare -n|prlimit \S+)/u.exec(line)?.[0];
    if (needs !== undefined && !can(`${needs} true`)) return;
    expect(shell(line)).toEqual(clean);
  });

  test('an article that the permission model hides has failed alone', () => {
    given('hidden.txt', ARTICLE);
    const allowed = [root, at('one.txt')].map((path) => `--allow-fs-read=${path}`).join(' ');
    const { stderr, status } = shell(
      `"${process.execPath}" --no-warnings --experimental-permission ${allowed} --allow-addons --allow-worker "${bin}" extract hidden.txt "$PWD/one.txt"`,
    );
    expect(stderr).toBe('error[unreadable] hidden.txt: permission denied\nhuiyao: 1 ok, 1 failed, 0 skipped\n');
    expect(status).toBe(1);
  });

  test('a disk of 1 MB that fills up ends the run with 74, and keeps what was there', () => {
    mkdirSync(at('small'));
    if (!can('mount -t tmpfs -o size=1m tmpfs small')) return;
    try {
      given('small/a.json', 'old');
      given('many.jsonl', `${JSON.stringify({ text: ARTICLE })}\n`.repeat(1200));
      const { stderr, status } = shell('huiyao extract many.jsonl --format json -o small/a.json');
      expect(stderr).toContain('error[output] small/a.json: cannot be written: no space left on the device');
      expect(status).toBe(74);
      expect(readdirSync(at('small'))).toEqual(['a.json']);
      expect(readFileSync(at('small/a.json'), 'utf8')).toBe('old');
    } finally {
      shell('umount small');
    }
  });
});
