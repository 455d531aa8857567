import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inCi } from '../../src/cli/in-ci.ts';

const bin = fileURLToPath(new URL('../../bin/huiyao.js', import.meta.url));
const ARTICLE =
  '江城市召开防汛工作会议\n7月2日，江城市防汛工作会议在市水务局召开。市水务局局长江一帆主持会议并讲话，副局长欧阳静通报情况。\n';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyao-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const at = (name: string): string => join(folder, name);

function given(name: string, content: string): void {
  mkdirSync(dirname(at(name)), { recursive: true });
  writeFileSync(at(name), content);
}

/** The environment of a desk, where no build server has left a sign. */
function atDesk(more: Readonly<Record<string, string>> = {}): NodeJS.ProcessEnv {
  const env = { ...process.env, CI: 'false' };
  for (const name of ['NO_COLOR', 'FORCE_COLOR', 'GITHUB_ACTIONS']) delete (env as NodeJS.ProcessEnv)[name];
  return { ...env, NO_COLOR: '1', ...more };
}

function huiyao(args: readonly string[], env: NodeJS.ProcessEnv = atDesk()) {
  const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...args], {
    cwd: folder,
    encoding: 'utf8',
    input: '',
    env,
  });
  return { stdout, stderr, status };
}

/** Changes the expected record of an article. */
// biome-ignore lint/suspicious/noExplicitAny: a record is bent out of shape
function bend(name: string, change: (record: any) => void): void {
  const record = JSON.parse(readFileSync(at(name), 'utf8'));
  change(record);
  writeFileSync(at(name), JSON.stringify(record));
}

/** A folder with an article that differs in two fields, one without an expected file, and one that is gone. */
function threeThings(): void {
  given('fix/a/article.txt', ARTICLE);
  huiyao(['check', 'fix', '--update']);
  bend('fix/a/article.expected.json', (record) => {
    record.meeting.name = '防汛工作会议';
    record.meeting.evidence[0].start += 3;
    record.officials[0].name = '江一凡';
  });
  given('fix/b/article.txt', ARTICLE);
  given('fix/gone.expected.json', '{}');
}

describe('what is told', () => {
  test('each difference with its words, what is missing, and what is obsolete', () => {
    threeThings();
    const { stdout, stderr, status } = huiyao(['check', 'fix']);
    expect(stdout).toBe(`fix/a/article.txt: differs in 3 places
  meeting.name
    - "防汛工作会议"
      2:9 7月2日，江城市⟦防汛工作会议⟧在市水务局召开。市水务局
    + "江城市防汛工作会议"
      2:6 7月2日，⟦江城市防汛工作会议⟧在市水务局召开。市水务局
  meeting.evidence
    - 20–26
      2:9 7月2日，江城市⟦防汛工作会议⟧在市水务局召开。市水务局
    + 17–26
      2:6 7月2日，⟦江城市防汛工作会议⟧在市水务局召开。市水务局
  officials.0.name
    - "江一凡"
    + "江一帆"
      2:29 水务局召开。市水务局局长⟦江一帆⟧主持会议并讲话，副局长欧
      2:32 召开。市水务局局长江一帆⟦主持⟧会议并讲话，副局长欧阳静
      2:37 务局局长江一帆主持会议并⟦讲话⟧，副局长欧阳静通报情况。
fix/b/article.txt: no expected file; huiyao check --update writes it
fix/gone.expected.json: its article is gone; huiyao check --update removes it
`);
    expect(stderr).toBe('huiyao: 0 as expected, 3 not\n');
    expect(status).toBe(1);
  });

  test('words of an article that has changed since are not shown for what was expected then', () => {
    given('fix/article.txt', ARTICLE);
    huiyao(['check', 'fix', '--update']);
    given('fix/article.txt', `${ARTICLE}会后，欧阳静讲话。\n`);
    const [{ differences }] = JSON.parse(huiyao(['check', 'fix', '--json']).stdout);
    const roles = differences.find(({ place }: { place: string }) => place.startsWith('officials.1'));
    expect(roles.expectedWords).toEqual([]);
    expect(roles.actualWords[0].words).toBe('欧阳静');
  });

  test('several reports at once, in files and on stdout', () => {
    threeThings();
    const { stdout, status } = huiyao(
      ['check', 'fix', '--report', 'github', '--report=pretty', '--report', 'junit=out.xml'].concat([
        '--report=sarif=out.sarif',
        '--report=json=out.json',
      ]),
    );
    expect(status).toBe(1);
    expect(stdout).toMatch(/^::error file=fix\/a\/article\.txt,line=2,endLine=2,col=6,endColumn=15,/u);
    expect(stdout).toContain('\nfix/b/article.txt: no expected file');
    expect(readFileSync(at('out.xml'), 'utf8')).toContain('<testsuite name="fix" tests="3" failures="3" errors="0"');
    expect(JSON.parse(readFileSync(at('out.sarif'), 'utf8')).runs[0].results).toHaveLength(5);
    expect(readFileSync(at('out.json'), 'utf8')).toBe(huiyao(['check', 'fix', '--json']).stdout);
    expect(huiyao(['check', 'fix', '--report', 'json']).stdout).toBe(huiyao(['check', 'fix', '--json']).stdout);
  });

  test('paths in reports start at the working directory, however the folder is named', () => {
    given('fix/a/article.txt', ARTICLE);
    expect(huiyao(['check', at('fix/')]).stdout).toMatch(/^fix\/a\/article\.txt: /u);
    expect(huiyao(['check', '.']).stdout).toMatch(/^fix\/a\/article\.txt: /u);
  });

  test('two articles that would share an expected file, and notes beside an article', () => {
    given('two/a.txt', ARTICLE);
    given('two/a.html', ARTICLE);
    given('one/article.txt', ARTICLE);
    given('one/note.md', '难在复姓。\n');
    given('one/note.expected.json', '{}');
    expect(huiyao(['check', 'two']).stdout).toBe(
      'two/a.html: failed: a.txt would have the same expected file; rename one\n' +
        'two/a.txt: failed: a.html would have the same expected file; rename one\n',
    );
    const { stdout } = huiyao(['check', 'one', '--update']);
    expect(stdout).toBe('one/article.txt: written\none/note.expected.json: removed\n');
    expect(existsSync(at('one/note.expected.json'))).toBe(false);
    expect(huiyao(['check', 'one']).status).toBe(0);
  });

  test('a folder that is not there fails under its own name', () => {
    const { stdout, status } = huiyao(['check', 'none']);
    expect(stdout).toMatch(/^none: failed: /u);
    expect(status).toBe(1);
  });

  test.each([
    [['check', 'fix', '--report', 'jnit'], "there is no report 'jnit'", 'did you mean junit?'],
    [['check', 'fix', '--report', 'yaml'], "there is no report 'yaml'", 'pretty github junit sarif json'],
    [['check', 'fix', '--report', 'junit='], '--report junit=: no file is named', '--report junit=FILE'],
    [['check', 'fix', '--report', 'junit', '--json'], 'cannot share stdout', '--report junit=FILE'],
    [['check', 'fix/article.txt'], 'fix/article.txt is no folder', 'name the folder'],
    [['check', 'fix', '--review'], '--review needs a terminal to ask at', 'huiyao check, then --update'],
    [['check', 'fix', '--review', '--update'], 'exclude each other', '--review asks first'],
  ])('wrong usage: %j', (args, text, help) => {
    given('fix/article.txt', ARTICLE);
    const { stdout, stderr, status } = huiyao(args);
    expect(stderr).toContain('error[usage]: ');
    expect(stderr).toContain(text);
    expect(stderr).toContain(help);
    expect(stdout).toBe('');
    expect(status).toBe(2);
  });

  test('a report that cannot be written ends the run before anything else is done', () => {
    given('fix/article.txt', ARTICLE);
    const { status } = huiyao(['check', 'fix', '--update', '--report', 'json=none/out.json']);
    expect(status).toBe(73);
    expect(existsSync(at('fix/article.expected.json'))).toBe(false);
  });
});

describe('in CI', () => {
  test.each([
    ['true', true],
    ['1', true],
    ['woodpecker', true],
    ['0', false],
    ['false', false],
    ['FALSE', false],
    ['no', false],
  ])('CI=%s says so: %s', async (CI, yes) => {
    expect(await inCi({ CI })).toBe(yes);
  });

  test.each([
    { GITHUB_ACTIONS: 'true' },
    { GITLAB_CI: 'true' },
    { TF_BUILD: 'True' },
    { JENKINS_URL: 'http://ci.example.org', BUILD_ID: '1' },
    { CONTINUOUS_INTEGRATION: 'true', CI: '' },
  ])('nothing is written where %j gives a build server away', (signs) => {
    given('fix/article.txt', ARTICLE);
    const env = atDesk();
    delete env.CI;
    const { stderr, status } = huiyao(['check', 'fix', '--update'], { ...env, ...signs });
    expect(stderr).toContain('error[usage]: --update is refused in CI');
    expect(status).toBe(2);
    expect(existsSync(at('fix/article.expected.json'))).toBe(false);
  });

  test('nothing is asked either', () => {
    given('fix/article.txt', ARTICLE);
    expect(huiyao(['check', 'fix', '--review'], atDesk({ CI: 'true' })).stderr).toContain('--review is refused in CI');
  });
});

/** Whether `script` (util-linux) gives a process a terminal of its own. */
const hasTerminal = spawnSync('script', ['-qec', 'true', '/dev/null'], { input: '' }).status === 0;

describe.runIf(hasTerminal)('a review at a terminal', () => {
  /** Runs a review, and presses the next key whenever a question stands at the end of what is shown. */
  function review(keys: readonly string[], ...more: string[]): Promise<{ shown: string; status: number | null }> {
    const command = [process.execPath, bin, 'check', 'fix', '--review', ...more].map((word) => `'${word}'`).join(' ');
    const child = spawn('script', ['-qec', command, '/dev/null'], { cwd: folder, env: atDesk() });
    const left = [...keys];
    let shown = '';
    let answered = 0;
    child.stdout.setEncoding('utf8').on('data', (text: string) => {
      shown += text;
      const asked = shown.split('[a/r/s/A/q/?] ').length - 1;
      if (asked > answered && left.length > 0) {
        answered++;
        child.stdin.write(left.shift() as string);
      }
    });
    return new Promise((resolve, reject) => {
      child.on('error', reject);
      child.on('close', (status) => resolve({ shown: shown.replaceAll('\r', ''), status }));
    });
  }

  test('accept, reject and skip, field by field', async () => {
    threeThings();
    const before = JSON.parse(readFileSync(at('fix/a/article.expected.json'), 'utf8'));
    const { shown, status } = await review(['a', 'x', 'r', 's', 'a']);
    expect(shown).toContain('    - "防汛工作会议"\n      2:9 7月2日，江城市⟦防汛工作会议⟧');
    expect(shown).toContain('meeting [a/r/s/A/q/?] a\n');
    expect(shown).toContain('  r  reject: the program is wrong; the expected file stays as it is\n');
    expect(shown).toContain('officials [a/r/s/A/q/?] r\n');
    expect(shown).toContain('write it? [a/r/s/A/q/?] s\n');
    expect(shown).toContain('remove it? [a/r/s/A/q/?] a\n');
    expect(shown).toContain('huiyao: 1 as expected (1 removed), 2 not\n');
    expect(shown).toContain('huiyao: 2 accepted, 1 rejected, 1 skipped\n');
    expect(status).toBe(1);
    const after = JSON.parse(readFileSync(at('fix/a/article.expected.json'), 'utf8'));
    expect(after.meeting.name).toBe('江城市防汛工作会议');
    expect(after.officials).toEqual(before.officials);
    expect(existsSync(at('fix/b/article.expected.json'))).toBe(false);
    expect(existsSync(at('fix/gone.expected.json'))).toBe(false);
  });

  test('accept all of an article, with a report of what is left', async () => {
    threeThings();
    const { status } = await review(['A', 'a', 'a'], '--report', 'json=left.json');
    expect(status).toBe(0);
    const left = JSON.parse(readFileSync(at('left.json'), 'utf8'));
    expect(left.map(({ outcome }: { outcome: string }) => outcome)).toEqual(['written', 'written', 'removed']);
    expect(huiyao(['check', 'fix']).status).toBe(0);
  });

  test('quitting keeps what was accepted, and what is pressed ahead is not lost', async () => {
    threeThings();
    const { shown, status } = await review(['aq']);
    expect(shown).toContain('huiyao: 1 accepted, 0 rejected, 1 skipped; the rest was not looked at\n');
    expect(status).toBe(1);
    expect(JSON.parse(readFileSync(at('fix/a/article.expected.json'), 'utf8')).meeting.name).toBe('江城市防汛工作会议');
  });

  test('ctrl-C ends it as an interruption', async () => {
    threeThings();
    const before = readFileSync(at('fix/a/article.expected.json'), 'utf8');
    expect((await review(['\u0003'])).status).toBe(130);
    expect(readFileSync(at('fix/a/article.expected.json'), 'utf8')).toBe(before);
  });

  test('with nothing to decide nothing is asked', async () => {
    given('fix/article.txt', ARTICLE);
    huiyao(['check', 'fix', '--update']);
    expect(await review([])).toEqual({
      shown: 'huiyao: 1 as expected, 0 not\nhuiyao: 0 accepted, 0 rejected, 0 skipped\n',
      status: 0,
    });
  });
});
