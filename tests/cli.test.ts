import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { chmodSync, existsSync, mkdirSync, readdirSync, readFileSync, symlinkSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { schema } from '../src/index.ts';
import { ARTICLE, bin, root, scratch } from './scratch.ts';

const { folder, given, huiyao } = scratch();

const recordsIn = (text: string) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => schema.parse(JSON.parse(line)));

describe('extract', () => {
  test('writes one valid record for a file', () => {
    const { stdout, stderr, status } = huiyao(['extract', given('one.txt', ARTICLE)]);
    const [record, ...more] = recordsIn(stdout);
    expect(more).toEqual([]);
    expect(record?.document).toMatchObject({ path: 'one.txt', line: null, encoding: 'utf-8' });
    expect(record?.document.title).toBe('江城市召开防汛工作会议');
    expect(stderr).toBe('huiyao: 1 ok, 0 failed, 0 skipped\n');
    expect(status).toBe(0);
  });

  test('reads stdin when it is asked to, and when no path is given', () => {
    const asked = huiyao(['extract', '-', '-q'], { input: ARTICLE });
    expect(recordsIn(asked.stdout)[0]?.document.path).toBe(null);
    expect(asked.stderr).toBe('');
    expect(huiyao(['extract', '-q'], { input: ARTICLE }).stdout).toBe(asked.stdout);
  });

  test('goes through a folder in the order of code points, the same on every machine', () => {
    const { stdout, stderr, status } = huiyao(['extract', 'input'], { cwd: join(root, 'fixtures/cli/folder-order') });
    expect(
      recordsIn(stdout).map(({ document }) => `${document.path}${document.line ? `:${document.line}` : ''}`),
    ).toEqual([
      'input/B.html',
      'input/a/10.txt',
      'input/a/9.txt',
      'input/b.txt',
      'input/b/1.txt',
      'input/c.jsonl:1',
      'input/c.jsonl:2',
      'input/会.md',
    ]);
    expect(stderr).toBe('huiyao: 8 ok, 0 failed, 1 skipped\n');
    expect(status).toBe(0);
  });

  test('gives the same bytes twice', () => {
    const cwd = join(root, 'fixtures/cli/folder-order');
    const first = huiyao(['extract', 'input'], { cwd });
    const second = huiyao(['extract', 'input'], { cwd, env: { TZ: 'Asia/Kathmandu', LC_ALL: 'C' } });
    expect(second).toEqual(first);
  });

  test('reads the fields of JSON Lines by other names', () => {
    const line = JSON.stringify({ nr: 7, head: '防汛工作会议召开', day: '2024年7月3日', body: ARTICLE, text: 5 });
    const names = ['--id-field', 'nr', '--title-field', 'head', '--date-field', 'day', '--text-field', 'body'];
    const { stdout } = huiyao(['extract', given('lines.ndjson', `${line}\r\n\n${line}`), ...names]);
    expect(recordsIn(stdout).map(({ document }) => document)).toMatchObject([
      { id: 7, line: 1, title: '防汛工作会议召开', published: '2024-07-03' },
      { id: 7, line: 3, title: '防汛工作会议召开', published: '2024-07-03' },
    ]);
  });

  test('takes the day of publication from the option, the line, or the name of the file', () => {
    const named = given('2024-07-04-a.txt', ARTICLE);
    expect(recordsIn(huiyao(['extract', named]).stdout)[0]?.document.published).toBe('2024-07-04');
    const option = ['--published', '2023-07-03'];
    expect(recordsIn(huiyao(['extract', named, ...option]).stdout)[0]?.document.published).toBe('2023-07-03');
    const lines = [{ text: ARTICLE }, { text: ARTICLE, published: '2022-07-03' }].map((line) => JSON.stringify(line));
    const { stdout } = huiyao(['extract', given('days.jsonl', lines.join('\n')), ...option]);
    expect(recordsIn(stdout).map(({ document }) => document.published)).toEqual(['2023-07-03', '2022-07-03']);
  });

  test('writes an array with --format json, also of nothing', () => {
    const one = given('one.txt', ARTICLE);
    expect(JSON.parse(huiyao(['extract', one, one, '--format', 'json']).stdout)).toHaveLength(2);
    expect(huiyao(['extract', given('blank.jsonl', '\n'), '--format', 'json']).stdout).toBe('[]\n');
  });

  test('writes a file that appears when it is complete, and does not read it back', () => {
    given('news/a.txt', ARTICLE);
    for (const _ of [1, 2]) {
      const { stdout, stderr } = huiyao(['extract', 'news', '-o', 'news/records.jsonl']);
      expect(stdout).toBe('');
      expect(stderr).toBe('huiyao: 1 ok, 0 failed, 0 skipped\n');
      expect(readdirSync(join(folder, 'news'))).toEqual(['a.txt', 'records.jsonl']);
      expect(recordsIn(readFileSync(join(folder, 'news/records.jsonl'), 'utf8'))).toHaveLength(1);
    }
  });

  test('leaves out what --exclude names', () => {
    given('drafts/a.txt', ARTICLE);
    given('drafts/old/b.txt', ARTICLE);
    const { stdout, stderr } = huiyao(['extract', 'drafts', '--exclude', 'old', '--exclude', '*.md']);
    expect(recordsIn(stdout).map(({ document }) => document.path)).toEqual(['drafts/a.txt']);
    expect(stderr).toBe('huiyao: 1 ok, 0 failed, 1 skipped\n');
  });

  test('gives an article the same id and the same answers in every encoding', () => {
    const gb = execFileSync(process.execPath, ['-e', GB18030], { input: ARTICLE, maxBuffer: 1e6 });
    const utf16 = Buffer.from(`\uFEFF${ARTICLE}`, 'utf16le');
    const paths = [
      given('enc/a.txt', ARTICLE),
      given('enc/b.txt', `\uFEFF${ARTICLE}`),
      given('enc/c.txt', gb),
      given('enc/d.txt', utf16),
      given('enc/e.txt.gz', gzipSync(ARTICLE)),
    ];
    const records = recordsIn(huiyao(['extract', ...paths]).stdout);
    expect(records).toHaveLength(5);
    expect(new Set(records.map(({ id }) => id)).size).toBe(1);
    expect(new Set(records.map(({ officials }) => officials.map(({ name }) => name).join())).size).toBe(1);
    expect(records.map(({ document }) => document.encoding)).toEqual([
      'utf-8',
      'utf-8',
      'gb18030',
      'utf-16le',
      'utf-8',
    ]);
  });
});

/** Node has no encoder for GB18030, but its decoder tells every pair of bytes. */
const GB18030 = `
  const decoder = new TextDecoder('gb18030');
  const bytes = new Map();
  for (let a = 0x81; a < 0xff; a++) for (let b = 0x40; b < 0xff; b++) {
    const pair = Uint8Array.of(a, b);
    const text = decoder.decode(pair);
    if (text.length === 1 && !bytes.has(text)) bytes.set(text, pair);
  }
  const text = require('node:fs').readFileSync(0, 'utf8');
  process.stdout.write(Buffer.concat([...text].map((c) => c < '\\x80' ? Buffer.from(c) : bytes.get(c))));
`;

describe('bad input is told, and the other inputs are still done', () => {
  const cases: readonly (readonly [what: string, name: string, content: string | Uint8Array, message: string])[] = [
    ['an empty file', 'empty.txt', '', 'error[empty] empty.txt: '],
    ['a file of white space', 'white.txt', ' \n　\n', 'error[empty] white.txt: '],
    [
      'a binary file',
      'binary.txt',
      Uint8Array.from({ length: 4096 }, (_, i) => (i * 7919) % 251),
      'error[not-text] binary.txt: ',
    ],
    ['an image', 'image.txt', Buffer.from('\x89PNG\r\n\x1a\n\0\0\0\rIHDR', 'latin1'), 'error[not-text] image.txt: '],
    [
      'undecodable bytes',
      'bytes.txt',
      Buffer.from('ffffff80fe80ff81ffff80ff', 'hex'),
      'error[undecodable] bytes.txt: ',
    ],
    ['a broken line of JSON', 'broken.jsonl', '{"text":\n', 'error[json-invalid] broken.jsonl:1:'],
    ['a line that is no object', 'list.jsonl', '[1]\n', 'error[json-not-object] list.jsonl:1: '],
    ['a line without text', 'bare.jsonl', '{"id":1}\n', 'error[text-missing] bare.jsonl:1: '],
    [
      'a line that is no UTF-8',
      'latin.jsonl',
      Buffer.from('{"text":"\xbb\xe1"}\n', 'latin1'),
      'error[undecodable] latin.jsonl:1: ',
    ],
    ['a file that is no gzip', 'no.txt.gz', 'text', 'error[bad-gzip] no.txt.gz: '],
  ];
  test.each(cases)('%s', (_what, name, content, message) => {
    const { stdout, stderr, status } = huiyao(['extract', given(name, content), given('good.txt', ARTICLE)]);
    expect(stderr).toContain(message);
    expect(stderr).toContain('huiyao: 1 ok, 1 failed, 0 skipped\n');
    expect(recordsIn(stdout).map(({ document }) => document.path)).toEqual(['good.txt']);
    expect(status).toBe(1);
  });

  test('a missing path', () => {
    const { stderr, status } = huiyao(['extract', 'missing.txt']);
    expect(stderr).toMatch(/^error\[not-found\] missing\.txt: .+\n {2}help: .+\nhuiyao: 0 ok, 1 failed, 0 skipped\n$/u);
    expect(status).toBe(1);
  });

  test('an unreadable file', () => {
    symlinkSync('loop.txt', join(folder, 'loop.txt'));
    const { stderr, status } = huiyao(['extract', 'loop.txt', given('good.txt', ARTICLE)]);
    expect(stderr).toContain('error[unreadable] loop.txt: ');
    expect(status).toBe(1);
    chmodSync(join(folder, given('locked.txt', ARTICLE)), 0);
    const locked = huiyao(['extract', 'locked.txt']);
    // Whoever may read everything reads this too.
    if (process.getuid?.() === 0) expect(locked.status).toBe(0);
    else expect(locked.stderr).toContain('error[unreadable] locked.txt: permission denied');
  });

  test('a file larger than the limit, and a line longer than it', () => {
    const big = huiyao(['extract', given('big.txt', ARTICLE.repeat(20)), '--max-file-size', '1kB']);
    expect(big.stderr).toContain('error[too-large] big.txt: larger than');
    const lines = given(
      'long.jsonl',
      `${JSON.stringify({ text: ARTICLE.repeat(20) })}\n${JSON.stringify({ text: ARTICLE })}\n`,
    );
    const long = huiyao(['extract', lines, '--max-line-size', '1KiB']);
    expect(long.stderr).toContain('error[line-too-long] long.jsonl:1: ');
    expect(recordsIn(long.stdout).map(({ document }) => document.line)).toEqual([2]);
  });

  test.runIf(process.platform !== 'win32')('a named pipe, which would keep the run waiting', () => {
    execFileSync('mkfifo', [join(folder, 'pipe.txt')]);
    const { stderr, status } = huiyao(['extract', 'pipe.txt']);
    expect(stderr).toContain('error[not-a-file] pipe.txt: a named pipe, not a file');
    expect(status).toBe(1);
  });

  test('a folder without articles', () => {
    mkdirSync(join(folder, 'bare'));
    const { stderr, status } = huiyao(['extract', 'bare']);
    expect(stderr).toContain('error[no-input]: ');
    expect(status).toBe(4);
  });

  test('control characters in a name never reach the terminal', () => {
    const { stderr } = huiyao(['extract', 'a\u001B[2J\u0007.txt']);
    expect(stderr).toContain('a\\u{1b}[2J\\u{7}.txt');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: that there are none is what is tested
    expect(stderr).not.toMatch(/[\u0000-\u0009\u000B-\u001F]/u);
  });
});

describe('streams', () => {
  test('a reader that closes early ends the run quietly', async () => {
    const lines = Array.from({ length: 3000 }, (_, id) => JSON.stringify({ id, text: ARTICLE })).join('\n');
    const child = spawn(process.execPath, [bin, 'extract', given('many.jsonl', lines)], { cwd: folder });
    let stderr = '';
    child.stderr.on('data', (text) => {
      stderr += text;
    });
    child.stdout.once('data', () => child.stdout.destroy());
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' });
  });

  test.runIf(existsSync('/dev/full'))('a full disk is an error', () => {
    const one = given('one.txt', ARTICLE);
    const full = spawnSync('sh', ['-c', `"${process.execPath}" "${bin}" extract ${one} > /dev/full`], {
      cwd: folder,
      encoding: 'utf8',
    });
    expect(full.stderr).toContain('error[output] <stdout>: cannot be written: no space left on the device');
    expect(full.status).toBe(74);
    expect(huiyao(['extract', one, '-o', '/dev/full']).status).toBe(74);
  });

  test('an output that cannot be created is an error, before anything is read', () => {
    const { stderr, status } = huiyao(['extract', given('one.txt', ARTICLE), '-o', 'no/such/folder/x.jsonl']);
    expect(stderr).toContain('error[output] no/such/folder/x.jsonl: cannot be created: ');
    expect(status).toBe(73);
  });

  test('an interrupted run leaves valid output', async () => {
    const lines = Array.from({ length: 20_000 }, (_, id) => JSON.stringify({ id, text: ARTICLE })).join('\n');
    const child = spawn(process.execPath, [bin, 'extract', given('long-run.jsonl', lines)], { cwd: folder });
    let stdout = '';
    child.stdout.on('data', (text) => {
      if (stdout === '') child.kill('SIGTERM');
      stdout += text;
    });
    const status = await new Promise((resolve) => child.on('close', resolve));
    expect(status).toBe(143);
    const { length } = recordsIn(stdout);
    expect(length).toBeGreaterThan(0);
    expect(length).toBeLessThan(20_000);
  });

  test('colour obeys --color, NO_COLOR and FORCE_COLOR', () => {
    const coloured = (args: readonly string[], env: Record<string, string>) =>
      huiyao(['extract', 'missing.txt', ...args], { env }).stderr.includes('\u001B[');
    expect(coloured([], {})).toBe(false);
    expect(coloured([], { FORCE_COLOR: '1' })).toBe(true);
    expect(coloured([], { FORCE_COLOR: '1', NO_COLOR: '1' })).toBe(false);
    expect(coloured(['--color', 'always'], { NO_COLOR: '1' })).toBe(true);
    expect(coloured(['--color', 'never'], { FORCE_COLOR: '1' })).toBe(false);
  });
});

describe('wrong usage does nothing and says what to do', () => {
  const cases: readonly (readonly [args: readonly string[], message: string])[] = [
    [[], 'error[usage]: no command was given'],
    [['./news'], 'help: did you mean huiyao extract ./news?'],
    [['one.txt'], 'help: did you mean huiyao extract one.txt?'],
    [['extrct'], 'help: did you mean huiyao extract?'],
    [['extr', 'x.txt'], "error[usage]: unknown command 'extr'"],
    [['extract', '--formt', 'json'], 'help: did you mean --format?'],
    [['extract', '--quie'], "error[usage]: unknown option '--quie'"],
    [['extract', '--format', 'xml'], "option '--format <format>' takes no 'xml'; it takes jsonl, json, csv, parquet"],
    [['extract', '--format', 'josn'], 'help: did you mean json?'],
    [['extract', '--lang', 'cn'], "option '--lang <language>' takes no 'cn'; it takes auto, en, zh"],
    [['extract', '--published', 'yesterday'], 'error[usage]: --published yesterday is no day'],
    [['extract', '--max-file-size', 'huge'], 'a size such as 20MB or 16MiB is wanted'],
    [['extract', '--output'], "option '-o, --output <path>' lacks its value"],
    [['score', 'x.jsonl'], 'error[usage]: --gold is missing'],
    [['score', 'x.jsonl', '--gold', 'y', '--min', 'date=1.5'], 'FIELD=F1 is wanted'],
    [
      ['score', 'x.jsonl', '--gold', 'y', '--misses', 'dates'],
      'error[usage]: there is no field dates\n  help: did you mean date?',
    ],
    [['score', 'x.jsonl', '--gold', 'y', '--min', 'oficials.name=0.5'], 'help: did you mean officials.name?'],
    [['check'], "missing argument 'folder'"],
    [['schema', 'x'], 'too many arguments'],
  ];
  test.each(cases)('%j', (args, message) => {
    const { stdout, stderr, status } = huiyao(args);
    expect(stderr).toContain(message);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  const nodejieba = (() => {
    try {
      return createRequire(import.meta.url).resolve('nodejieba');
    } catch {
      return null;
    }
  })();

  test('a segmenter is used when it is installed, and named when it is not', () => {
    const one = given('one.txt', ARTICLE);
    const { stdout, stderr, status } = huiyao(['extract', one, '--segmenter', 'nodejieba']);
    if (nodejieba !== null) {
      expect(stdout).toBe(huiyao(['extract', one]).stdout);
      return;
    }
    expect(stderr).toContain('error[segmenter-missing]: the segmenter nodejieba is not installed');
    expect(stderr).toContain('help: npm install nodejieba');
    expect(status).toBe(2);
  });
});

describe('help and version', () => {
  test('--version is the version of the package', () => {
    const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string };
    expect(huiyao(['--version'])).toEqual({ stdout: `${version}\n`, stderr: '', status: 0 });
  });

  test.each([[], ['extract'], ['check'], ['score'], ['validate'], ['restore'], ['segment'], ['schema']])(
    'help opens with examples: %s',
    (...command) => {
      const { stdout, status } = huiyao([...command, '--help']);
      const examples = stdout.indexOf('Examples:\n');
      expect(examples).toBeGreaterThanOrEqual(0);
      expect(examples).toBeLessThan(stdout.indexOf('Usage: huiyao'));
      expect(status).toBe(0);
    },
  );
});

describe('the other commands', () => {
  const DAMAGED = '江城市防汛工作會(huì)議在市水務局召開。\r\n';

  test('restore writes exactly the restored text', () => {
    const plain = given('plain.txt', ARTICLE);
    expect(huiyao(['restore', plain])).toEqual({ stdout: ARTICLE, stderr: '', status: 0 });
    expect(huiyao(['restore', '-'], { input: ARTICLE }).stdout).toBe(ARTICLE);
  });

  test('restore --explain lists every repair, --map the way back', () => {
    const path = given('damaged.txt', DAMAGED.repeat(3));
    const { stdout, stderr, status } = huiyao(['restore', path, '--explain', '--map', 'map.json']);
    expect(stdout).toContain('江城市防汛工作会议在市水务局召开。');
    expect(stderr).toMatch(/^1:8 restore\/\S+ \((?:certain|likely)\): “.*” → “.*”$/mu);
    // Ideographs take two cells of a terminal.
    expect(stderr).toMatch(/^ {2}1 \| 江城市防汛工作會\(huì\)議在市水務局召開。\n {4}\| {17}\^{5}$/mu);
    const { runs } = JSON.parse(readFileSync(join(folder, 'map.json'), 'utf8')) as {
      runs: [number, number, number, number][];
    };
    const [clean, source] = [[...stdout], [...DAMAGED.repeat(3)]];
    expect(runs.map(([start, end]) => clean.slice(start, end).join('')).join('')).toBe(stdout);
    const [start, end, sourceStart, sourceEnd] = runs[0] ?? [0, 0, 0, 0];
    expect(source.slice(sourceStart, sourceEnd)).toHaveLength(end - start);
    expect(status).toBe(0);
  });

  test('segment shows words, and mentions with the rule that made each', () => {
    const path = given('one.txt', ARTICLE);
    const { stdout } = huiyao(['segment', path]);
    expect(stdout).toMatch(/^ {4}person\s+江一帆 {2}\(name-han\/[\w-]+, \d+–\d+\)$/mu);
    expect(stdout).toContain(' 江一帆/nr ');
    expect(stdout).not.toContain('not a name');
    const rivals = given('rivals.txt', '6月5日，县长陆知远主持召开会议。');
    expect(huiyao(['segment', rivals, '--explain']).stdout).toMatch(/not a name\s+陆知 {2}\(.*lost to 陆知远: /u);
    const { text, sentences, mentions } = JSON.parse(huiyao(['segment', path, '--format', 'json']).stdout) as {
      text: string;
      sentences: { start: number; end: number; words: { start: number; end: number; word: string }[] }[];
      mentions: { rule: string }[];
    };
    for (const { words } of sentences) {
      for (const { start, end, word } of words) expect(text.slice(start, end)).toBe(word);
    }
    expect(mentions.every(({ rule }) => rule !== '')).toBe(true);
  });

  test('--lexicon adds words; a wrong line is told with its place, and nothing is done', () => {
    const path = given('odd.txt', '6月5日，市政府召开安全生产工作会议。市长喵小白出席会议并讲话。');
    const words = given('words.tsv', 'kind\tword\nname\t喵小白\n');
    const [record] = recordsIn(huiyao(['extract', path, '--lexicon', words]).stdout) as {
      officials: { name: string }[];
    }[];
    expect(record?.officials.map(({ name }) => name)).toEqual(['喵小白']);
    const wrong = given('wrong.tsv', 'kind\tword\nnom\t喵小白\n');
    const { stdout, stderr, status } = huiyao(['extract', path, '--lexicon', wrong]);
    expect(status).toBe(2);
    expect(stdout).toBe('');
    expect(stderr).toContain('error[lexicon-row]');
    expect(stderr).toContain('wrong.tsv:2:1: unknown kind nom');
    expect(stderr).toContain('  2 | nom    喵小白\n    | ^^^\n');
  });

  test('schema is JSON Schema that asks for every key', () => {
    const printed = JSON.parse(huiyao(['schema']).stdout) as {
      $schema: string;
      required: string[];
      properties: object;
    };
    expect(printed.$schema).toBe('https://json-schema.org/draft/2020-12/schema');
    expect(printed.required).toEqual(Object.keys(printed.properties));
    expect(printed.required).toEqual(
      Object.keys(recordsIn(huiyao(['extract', given('one.txt', ARTICLE)]).stdout)[0] ?? {}),
    );
  });

  test('validate accepts what extract wrote, and finds what was changed', () => {
    const one = given('one.txt', ARTICLE);
    const lines = given('v.jsonl', `${JSON.stringify({ text: 'x' })}\n${JSON.stringify({ text: ARTICLE })}\n`);
    huiyao(['extract', one, lines, '-o', 'good.jsonl']);
    expect(huiyao(['validate', 'good.jsonl'])).toEqual({
      stdout: '',
      stderr: 'huiyao: 3 valid, 0 invalid\n',
      status: 0,
    });
    const [record] = recordsIn(readFileSync(join(folder, 'good.jsonl'), 'utf8'));
    if (record === undefined || record.meeting === null) throw new Error('the example must have a meeting');
    const moved = { ...record, meeting: { ...record.meeting, name: '另一个会议' } };
    const stale = { ...record, document: { ...record.document, sha256: '0'.repeat(64) } };
    const bad = [moved, stale, { ...record, extra: 1 }].map((one) => JSON.stringify(one)).join('\n');
    const { stderr, status } = huiyao(['validate', given('bad.jsonl', `${bad}\n{\n`)]);
    expect(stderr).toContain('error[invalid-record] bad.jsonl:1: meeting.evidence.0: holds');
    expect(stderr).toContain(
      '”, not “另一个会议”\n  at one.txt:2:6\n  2 | 7月2日，江城市防汛工作会议在市水务局召开。市水务局局长江一帆主持会议并讲话，副局长欧阳静通报情况。\n    |         ^^^^^^^^^^^^^^^^^^\n',
    );
    expect(stderr).toContain('error[invalid-record] bad.jsonl:2: document.sha256: the source has changed since');
    expect(stderr).toContain('error[invalid-record] bad.jsonl:3: record: ');
    expect(stderr).toContain('error[bad-json] bad.jsonl:4: ');
    expect(stderr).toContain('huiyao: 0 valid, 4 invalid\n');
    expect(status).toBe(1);
  });

  test('check compares with the expected files, and --update writes them', () => {
    given('fix/a/article.txt', ARTICLE);
    given('fix/a/options.json', '{"published":"2024-07-03"}');
    given('fix/a/note.md', '难在复姓。\n');
    const env = { CI: 'false' };
    expect(huiyao(['check', 'fix']).status).toBe(1);
    expect(huiyao(['check', 'fix', '--update'], { env }).stderr).toBe('huiyao: 1 as expected (1 written), 0 not\n');
    expect(huiyao(['check', 'fix'])).toEqual({ stdout: '', stderr: 'huiyao: 1 as expected, 0 not\n', status: 0 });
    const record = schema.parse(JSON.parse(readFileSync(join(folder, 'fix/a/article.expected.json'), 'utf8')));
    expect(record.document).toMatchObject({ path: 'a/article.txt', published: '2024-07-03' });
  });

  test('score measures, and --min is a floor', () => {
    const one = given('s1.txt', ARTICLE);
    huiyao(['extract', one, '-o', 's.jsonl']);
    const [record] = recordsIn(readFileSync(join(folder, 's.jsonl'), 'utf8'));
    given('s-gold/s1.gold.json', JSON.stringify({ ...record, id: 's1' }));
    const table = huiyao(['score', '--gold', 's-gold', 's.jsonl', '--min', 'meeting=1']);
    expect(table.stdout).toContain('articles 1, without a record 0, every field right 1, macro F1 100.0\n');
    expect(table.status).toBe(0);
    given('s-gold/s2.gold.json', JSON.stringify({ id: 's2', meeting: { name: '会议' } }));
    const low = huiyao(['score', '--gold', 's-gold', 's.jsonl', '--min', 'meeting=0.9', '--json']);
    expect(low.stderr).toContain('error[below-min]: meeting: F1 0.6667 is below 0.9');
    expect(low.status).toBe(1);
    expect(JSON.parse(low.stdout)).toMatchObject({ articles: 2, absent: 1 });
    expect(huiyao(['score', '--gold', 's-gold', 's.jsonl', '--misses', 'meeting.name']).stdout).toBe('s2  - 会议\n');
  });
});
