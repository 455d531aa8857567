import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** The command, as its package has it. */
export const bin = fileURLToPath(new URL('../bin/huiyao.js', import.meta.url));

/** A short article with invented people. */
export const ARTICLE =
  '江城市召开防汛工作会议\n7月2日，江城市防汛工作会议在市水务局召开。市水务局局长江一帆主持会议并讲话，副局长欧阳静通报情况。\n';

interface Call {
  readonly input?: string | Uint8Array;
  readonly env?: Readonly<Record<string, string>>;
  readonly cwd?: string;
}

/** A folder for the tests of one file, gone when they are done. */
export class Scratch {
  readonly folder = mkdtempSync(join(tmpdir(), 'huiyao-'));

  constructor() {
    afterAll(() => rmSync(this.folder, { recursive: true, force: true }));
  }

  /** The path of a name in the folder. */
  at(name: string): string {
    return join(this.folder, name);
  }

  /** Writes a file of the folder and gives its name. */
  given(name: string, content: string | Uint8Array): string {
    mkdirSync(dirname(this.at(name)), { recursive: true });
    writeFileSync(this.at(name), content);
    return name;
  }

  /** Runs the command as a process in the folder, with nothing in its environment that steers colours. */
  huiyao(args: readonly string[], { input = '', env = {}, cwd = this.folder }: Call = {}) {
    const inherited = { ...process.env };
    for (const name of ['CI', 'NO_COLOR', 'FORCE_COLOR']) delete inherited[name];
    const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...args], {
      cwd,
      input,
      encoding: 'utf8',
      maxBuffer: 256e6,
      env: { ...inherited, ...env },
    });
    return { stdout, stderr, status };
  }
}
