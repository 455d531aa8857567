import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync, renameSync, rmSync, statSync, utimesSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { CHINESE } from '../src/emit/chinese.ts';
import { ARTICLE, bin, scratch } from './scratch.ts';

const { folder, at, given, huiyao } = scratch();

/** A call with --watch as a process, and what it has said so far. */
class Watching {
  readonly child: ChildProcess;
  said = '';

  constructor(args: readonly string[], env: Readonly<Record<string, string>> = {}) {
    this.child = spawn(process.execPath, [bin, 'extract', ...args, '--watch'], {
      cwd: folder,
      stdio: ['ignore', 'pipe', 'pipe'],
      env: { ...process.env, NO_COLOR: '1', LC_ALL: 'C', ...env },
    });
    for (const stream of [this.child.stdout, this.child.stderr]) {
      stream?.on('data', (text) => {
        this.said += text;
      });
    }
  }

  /** Waits until it has said something that it had not said before, and gives all that is new. */
  async hear(words: string): Promise<string> {
    const until = performance.now() + 30_000;
    while (!this.said.includes(words)) {
      if (performance.now() > until || this.child.exitCode !== null) {
        throw new Error(`not said: ${words}\nsaid: ${this.said}`);
      }
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
    const end = this.said.indexOf(words) + words.length;
    const heard = this.said.slice(0, end);
    this.said = this.said.slice(end);
    return heard;
  }

  async end(signal: NodeJS.Signals): Promise<number | null> {
    const closed = once(this.child, 'close');
    this.child.kill(signal);
    const [status] = await closed;
    return status;
  }
}

let watching: Watching | null = null;
afterEach(() => {
  if (watching?.child.exitCode === null) watching.child.kill('SIGKILL');
});

const textOf = (name: string): string => readFileSync(at(name), 'utf8');

/** What an undisturbed run gives for the folder as it is. */
const afresh = (...args: readonly string[]): string => huiyao(['extract', ...args]).stdout;

describe('extract --watch', () => {
  test('follows what is added, changed and removed, with the bytes of one run, and ends quietly', async () => {
    given('news/a.txt', ARTICLE);
    given('news/b.txt', ARTICLE.replace('7月2日', '7月3日'));
    watching = new Watching(['news', '-o', 'news/out.jsonl']);
    expect(await watching.hear('ctrl-C ends it\n')).toBe(
      'huiyao: 2 ok, 0 failed, 0 skipped\nhuiyao: watching for changes; ctrl-C ends it\n',
    );
    expect(textOf('news/out.jsonl')).toBe(afresh('news', '--exclude', '**/out.jsonl'));

    given('news/deep/c.txt', ARTICLE.replace('7月2日', '7月4日'));
    given('news/a.txt', ARTICLE.replace('7月2日', '7月5日'));
    rmSync(at('news/b.txt'));
    expect(await watching.hear('skipped\n')).toBe(
      'huiyao: changed: news/a.txt\nhuiyao: added: news/deep/c.txt\nhuiyao: removed: news/b.txt\n' +
        'huiyao: 2 ok, 0 failed, 0 skipped\n',
    );
    expect(textOf('news/out.jsonl')).toBe(afresh('news', '--exclude', '**/out.jsonl'));

    // As an editor saves: the new text takes the old one's name.
    given('next', ARTICLE.replace('7月2日', '7月6日'));
    renameSync(at('next'), at('news/a.txt'));
    expect(await watching.hear('skipped\n')).toContain('changed: news/a.txt\n');
    expect(textOf('news/out.jsonl')).toContain('7月6日');

    expect(await watching.end('SIGINT')).toBe(130);
    expect(watching.said).toBe('');
    expect(textOf('news/out.jsonl')).toBe(afresh('news', '--exclude', '**/out.jsonl'));
  });

  test('a bad file is told once, and again when it is another one; the others are written', async () => {
    given('bad/a.txt', ARTICLE);
    given('bad/b.txt', 'GIF89a\0\0');
    watching = new Watching(['bad', '-o', 'bad.csv', '--format', 'json']);
    expect(await watching.hear('ctrl-C ends it\n')).toContain('error[not-text] bad/b.txt: ');
    given('bad/c.txt', ARTICLE);
    expect(await watching.hear('skipped\n')).toBe('huiyao: added: bad/c.txt\nhuiyao: 2 ok, 1 failed, 0 skipped\n');
    given('bad/b.txt', 'GIF89a\0\0\0');
    expect(await watching.hear('skipped\n')).toContain('error[not-text] bad/b.txt: ');
    expect(JSON.parse(textOf('bad.csv'))).toHaveLength(2);
    expect(await watching.end('SIGTERM')).toBe(143);
  });

  test('a folder that is put away and made anew is followed', async () => {
    given('moved/a.txt', ARTICLE);
    watching = new Watching(['moved', '-o', 'moved.jsonl']);
    await watching.hear('ctrl-C ends it\n');
    rmSync(at('moved'), { recursive: true });
    expect(await watching.hear('skipped\n')).toContain('removed: moved/a.txt\n');
    given('moved/b.txt', ARTICLE);
    await watching.hear('added: moved/b.txt\n');
    await watching.hear('skipped\n');
    // Only a folder that is watched again tells of this.
    await new Promise((resolve) => setTimeout(resolve, 1500));
    given('moved/c.txt', ARTICLE);
    await watching.hear('added: moved/c.txt\n');
    await watching.hear('skipped\n');
    expect(textOf('moved.jsonl')).toBe(afresh('moved'));
    expect(await watching.end('SIGTERM')).toBe(143);
  });

  test('a file that is saved as it was does nothing; words that are new are known', async () => {
    given('words/a.txt', '6月5日，市政府召开安全生产工作会议。市长喵小白出席会议并讲话。\n');
    given('words.tsv', 'kind\tword\n');
    watching = new Watching(['words', '-o', 'words.jsonl', '--lexicon', 'words.tsv', '--lang', 'zh']);
    await watching.hear(CHINESE['watching for changes; ctrl-C ends it'] as string);
    await watching.hear('\n');
    const before = statSync(at('words.jsonl')).ino;
    utimesSync(at('words/a.txt'), new Date(), new Date());
    await new Promise((resolve) => setTimeout(resolve, 1000));
    expect([watching.said, statSync(at('words.jsonl')).ino]).toEqual(['', before]);

    given('words.tsv', 'kind\tword\nbeast\t喵\n');
    expect(await watching.hear('error[lexicon-row] words.tsv:2:1')).toBe('error[lexicon-row] words.tsv:2:1');
    await new Promise((resolve) => setTimeout(resolve, 200));
    watching.said = '';
    expect(statSync(at('words.jsonl')).ino).toBe(before);
    given('words.tsv', 'kind\tword\nname\t喵小白\n');
    expect(await watching.hear('跳过 0\n')).toBe('huiyao: 修改：词表\nhuiyao: 成功 1，失败 0，跳过 0\n');
    expect(textOf('words.jsonl')).toBe(afresh('words', '--lexicon', 'words.tsv'));
    expect(await watching.end('SIGTERM')).toBe(143);
  });

  test.each([
    [['news', '--watch'], '--watch needs a file that it can write anew'],
    [['news', '-o', '-', '--watch'], '--watch needs a file that it can write anew'],
    [['news', '-o', '/dev/null', '--watch'], '--watch needs a file that it can write anew'],
    [['-', '-o', 'x.jsonl', '--watch'], 'stdin cannot be watched'],
    [['-o', 'x.jsonl', '--watch'], 'stdin cannot be watched'],
    [['--files-from', 'list', '-o', 'x.jsonl', '--watch'], '--watch and --files-from do not go together'],
    [['--stream', '--watch'], '--watch and --stream do not go together'],
    [['news', '-o', 'x.jsonl', '--resume', '--watch'], '--watch and --resume do not go together'],
  ])('%j is wrong usage', (args, words) => {
    const { stdout, stderr, status } = huiyao(['extract', ...args]);
    expect([status, stdout]).toEqual([2, '']);
    expect(stderr).toMatch(new RegExp(`^error\\[usage\\]: ${words}\n  help: .+\n$`, 'u'));
  });
});
