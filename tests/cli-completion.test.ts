import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { manPage } from '../src/cli/man-page.ts';
import { COMMANDS } from '../src/cli/table.ts';
import { root, scratch } from './scratch.ts';

const { folder, given, huiyao } = scratch();
given('news.txt', 'x');

/** Whether a program is there; CI installs all of them, elsewhere a test without its program is left out loudly. */
const has = (program: string): boolean => {
  const found = spawnSync('sh', ['-c', `command -v ${program}`]).status === 0;
  if (!found) process.stderr.write(`\n${program} is not installed: what needs it is not tested\n`);
  return found;
};
const run = (program: string, args: readonly string[]) =>
  spawnSync(program, args, { cwd: folder, encoding: 'utf8', env: { ...process.env, TERM: 'dumb', HOME: folder } });

/** What a shell offers for the last word of a line. */
const CASES: readonly (readonly [line: readonly string[], some: readonly string[], none: readonly string[]])[] = [
  [[''], ['extract', 'explain', 'completion'], ['--lang', 'news.txt']],
  [['ex'], ['extract', 'explain'], ['check']],
  [['extract', '--for'], ['--format'], ['--lang']],
  [['extract', '--format', 'js'], ['json', 'jsonl'], ['csv']],
  [['extract', 'ne'], ['news.txt'], []],
  [['completion', ''], ['bash', 'zsh', 'fish'], ['news.txt']],
  [['explain', 'restore/byte'], ['restore/byte-shift'], []],
];

describe('huiyao completion', () => {
  test('an unknown shell is told', () => {
    const { stderr, status } = huiyao(['completion', 'bsh']);
    expect(stderr).toBe("error[usage]: there is no completion for 'bsh'\n  help: did you mean bash?\n");
    expect(status).toBe(2);
  });

  describe.runIf(has('bash'))('bash', () => {
    const script = given('huiyao.bash', huiyao(['completion', 'bash']).stdout);
    const offered = (line: readonly string[]): readonly string[] => {
      const words = ['huiyao', ...line].map((word) => `'${word}'`).join(' ');
      const { stdout, stderr } = run('bash', [
        '--norc',
        '-c',
        `source ./${script}; COMP_WORDS=(${words}); COMP_CWORD=${line.length}; _huiyao; printf '%s\\n' "\${COMPREPLY[@]}"`,
      ]);
      expect(stderr).toBe('');
      return stdout.split('\n');
    };
    test.each(CASES)('%j', (line, some, none) => {
      expect(offered(line)).toEqual(expect.arrayContaining([...some]));
      expect(offered(line).filter((word) => none.includes(word))).toEqual([]);
    });
    test('--format=js', () => {
      expect(offered(['extract', '--format', '=', 'js'])).toEqual(expect.arrayContaining(['json', 'jsonl']));
    });
  });

  describe.runIf(has('fish'))('fish', () => {
    const script = given('huiyao.fish', huiyao(['completion', 'fish']).stdout);
    test.each(CASES)('%j', (line, some, none) => {
      const { stdout, stderr } = run('fish', [
        '--no-config',
        '-c',
        `source ${script}; complete -C '${['huiyao', ...line].join(' ')}'`,
      ]);
      const offered = stdout.split('\n').map((row) => row.split('\t')[0] as string);
      expect(stderr).toBe('');
      expect(offered).toEqual(expect.arrayContaining([...some]));
      expect(offered.filter((word) => none.includes(word))).toEqual([]);
    });
  });

  describe.runIf(has('zsh'))('zsh', () => {
    const script = given('_huiyao', huiyao(['completion', 'zsh']).stdout);
    // A terminal of its own, in which the tab key is pressed.
    const PRESS = `zmodload zsh/zpty
zpty -b shell zsh -f -i
zpty -w shell "cd ${folder}; PROMPT='' RPROMPT=''; stty cols 400; autoload -Uz compinit; compinit -u -D; zstyle ':completion:*' list-max 0; LISTMAX=10000; setopt no_auto_menu; source ./${script}; echo re''ady"
out=''
for i in {1..100}; do zpty -rt shell piece 2>/dev/null && out+=$piece; [[ $out == *ready* ]] && break; sleep 0.05; done
zpty -w -n shell "$1"$'\\t\\t'
out=''
for i in {1..14}; do while zpty -rt shell piece 2>/dev/null; do out+=$piece; done; sleep 0.05; done
print -r -- "$out"`;
    test.each(CASES)('%j', (line, some, none) => {
      const { stdout, stderr } = run('zsh', ['-f', '-c', PRESS, 'press', ['huiyao', ...line].join(' ')]);
      // biome-ignore lint/suspicious/noControlCharactersInRegex: what a terminal is told about colours and places
      const offered = stdout.replace(/\u001b\[[\d;?]*[A-Za-z]/gu, ' ').split(/=?[\s\u0007\u0008]+/u);
      expect(stderr).toBe('');
      expect(offered).toEqual(expect.arrayContaining([...some]));
      expect(offered.filter((word) => none.includes(word))).toEqual([]);
    });
  });
});

describe('the manual page', () => {
  const page = readFileSync(join(root, 'man/huiyao.1'), 'utf8');

  test('is made of the table of commands', () => {
    const { version, man } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
      version: string;
      man: string;
    };
    expect(man).toBe('./man/huiyao.1');
    expect(page).toBe(manPage(version));
    for (const { name } of COMMANDS) expect(page).toContain(`.SS huiyao ${name}`);
  });

  test.runIf(has('mandoc'))('has nothing for mandoc to complain about', () => {
    const { stdout } = run('mandoc', ['-Tlint', '-W', 'warning', join(root, 'man/huiyao.1')]);
    // The page has the date of no day: the same sources give the same bytes.
    expect(stdout.split('\n').filter((line) => !line.endsWith('missing date, using "": TH'))).toEqual(['']);
    expect(run('mandoc', ['-Tutf8', join(root, 'man/huiyao.1')]).stdout).toContain(
      'huiyao extract news/ -o records.jsonl',
    );
  });
});
