import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { ARTICLE, bin, scratch } from './scratch.ts';

const { folder, at, given } = scratch();
const huiyao = `'${process.execPath}' '${bin}'`;
const good = given('good.jsonl', `${JSON.stringify({ text: ARTICLE })}\n`);
const bad = given('bad.jsonl', '{"id":\n');

/** Lines that come slowly: the work takes longer than a second, however fast the machine. */
const SLOWLY = `(cat ${good}; sleep 3; cat ${bad}; sleep 0.4; cat ${good})`;

/** Runs a line of shell on a terminal of its own; gives all that was written to it. */
async function onTerminal(
  line: string,
  env: Readonly<Record<string, string>> = {},
  seen: (text: string) => void = () => {},
): Promise<string> {
  const inherited: NodeJS.ProcessEnv = { ...process.env, TERM: 'xterm', LC_ALL: 'C' };
  for (const name of ['CI', 'NO_COLOR', 'FORCE_COLOR']) delete inherited[name];
  const child = spawn('script', ['-qec', line, '/dev/null'], {
    cwd: folder,
    env: { ...inherited, ...env },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let written = '';
  child.stdout.setEncoding('utf8').on('data', (text) => {
    written += text;
    seen(written);
  });
  await once(child, 'close');
  return written;
}

const ESCAPE = '\u001b';
const PART = new RegExp(`${ESCAPE}\\[[\\d;]*[A-Za-z]|[\\s\\S]`, 'gu');

/** What a terminal shows in the end, for what a run may write to it. */
function screenAfter(written: string): string {
  const lines = [''];
  let column = 0;
  for (const [part] of written.matchAll(PART)) {
    const line = lines.pop() as string;
    if (part === '\r' || part === `${ESCAPE}[1G`) {
      column = 0;
      lines.push(line);
    } else if (part === '\n') lines.push(line, '');
    else if (part === `${ESCAPE}[2K`) lines.push('');
    else if (part === `${ESCAPE}[0K`) lines.push(line.slice(0, column));
    else if (part.startsWith(ESCAPE)) {
      if (!part.endsWith('m')) throw new Error(`not minded: ${JSON.stringify(part)}`);
      lines.push(line);
    } else {
      lines.push(`${line.slice(0, column).padEnd(column)}${part}${line.slice(column + 1)}`);
      column++;
    }
  }
  return lines.join('\n');
}

describe.concurrent('a terminal', () => {
  test('shows how far a long run is; messages stand whole, and nothing of the bar is left', async () => {
    // The bad line comes when the bar is there, the last one when the bar is there again.
    const lines = `(cat ${good}; until [ -e bar ]; do sleep 0.1; done; cat ${bad}; until [ -e again ]; do sleep 0.1; done; cat ${good})`;
    const written = await onTerminal(`${lines} | ${huiyao} extract - --input-format jsonl -o a.jsonl`, {}, (text) => {
      if (/1 done, 0 failed, \d+\.\d MB\/s/u.test(text)) given('bar', '');
      if (/2 done, 1 failed, \d+\.\d MB\/s/u.test(text)) given('again', '');
    });
    const screen = screenAfter(written);
    expect(screen).toMatch(
      /^error\[json-invalid\] <stdin>:2:7: [^\n]*\n {2}2 \| \{"id":\n {4}\| {7}\^\nhuiyao: 2 ok, 1 failed, 0 skipped\n$/u,
    );
    expect(screen).not.toContain('MB/s');
    expect(readFileSync(at('a.jsonl'), 'utf8').split('\n')).toHaveLength(3);
  }, 30_000);

  test('shows the share and the time left where the size is known', async () => {
    const named = given('named.jsonl', `${JSON.stringify({ text: ARTICLE.repeat(20) })}\n`.repeat(1500));
    const written = await onTerminal(`${huiyao} extract ${named} -j 1 -o b.jsonl --lang zh`);
    expect(written).toMatch(/\[=*-*\] \d+% 已读 \d+，失败 0，\d+\.\d MB\/s，还需 \d+:\d\d/u);
    expect(screenAfter(written)).toBe('huiyao: 成功 1500，失败 0，跳过 0\n');
  }, 60_000);

  test.each([
    ['--no-progress', '--no-progress -o c1.jsonl', {}],
    ['--quiet', '--quiet -o c2.jsonl', {}],
    ['records that go to the terminal', '', {}],
    ['a terminal that cannot', '-o c4.jsonl', { TERM: 'dumb' }],
    ['no terminal', '-o c5.jsonl 2>&1 | cat', {}],
  ])(
    'no bar: %s',
    async (_name, options, env) => {
      const told = await onTerminal(`${SLOWLY} | ${huiyao} extract - --input-format jsonl ${options}`, env);
      expect(told).toContain('error[');
      expect(told).not.toContain('MB/s');
      expect(told.includes('"schema":"huiyao/1"')).toBe(options === '');
    },
    30_000,
  );

  test('shows nothing of work that is soon done', async () => {
    expect(await onTerminal(`${huiyao} extract ${good} -o d.jsonl`)).toBe('huiyao: 1 ok, 0 failed, 0 skipped\r\n');
  });
});
