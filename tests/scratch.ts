import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** The folder of the project, and the command as its package has it. */
export const root = fileURLToPath(new URL('..', import.meta.url));
export const bin = join(root, 'bin/huiyao.js');

/** A short article with invented people. */
export const ARTICLE =
  '江城市召开防汛工作会议\n7月2日，江城市防汛工作会议在市水务局召开。市水务局局长江一帆主持会议并讲话，副局长欧阳静通报情况。\n';

/** What the surroundings of whoever runs the tests say about colours and language. */
const STEERING = ['CI', 'NO_COLOR', 'FORCE_COLOR', 'LC_ALL', 'LC_MESSAGES', 'LANG'];

interface Call {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** A folder for the tests of one file, gone when they are done, and the command run in it as a process. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'huiyao-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  /** The path of a name in the folder. */
  const at = (name: string): string => join(folder, name);

  /** Writes a file of the folder and gives its name. */
  const given = (name: string, content: string | Uint8Array): string => {
    mkdirSync(dirname(at(name)), { recursive: true });
    writeFileSync(at(name), content);
    return name;
  };

  /** Runs the command in the folder, with nothing in its environment that steers colours and language. */
  const huiyao = (args: readonly string[], { input = '', env = {}, cwd = folder }: Call = {}) => {
    const inherited = { ...process.env };
    for (const name of STEERING) delete inherited[name];
    const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...args], {
      cwd,
      input,
      encoding: 'utf8',
      maxBuffer: 256e6,
      env: { ...inherited, ...env },
    });
    return { stdout, stderr, status };
  };
  return { folder, at, given, huiyao };
}
