import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll } from 'vitest';

/** The folder of the project, and the program in it. */
export const root = fileURLToPath(new URL('..', import.meta.url));
export const bin = join(root, 'bin/huiyao.js');

/** A folder of its own for the tests of one file, and the command run in it as a process. */
export function scratch() {
  const folder = mkdtempSync(join(tmpdir(), 'huiyao-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  return {
    folder,
    /** Writes a file and gives its path from the folder. */
    given(name: string, content: string | Uint8Array): string {
      mkdirSync(dirname(join(folder, name)), { recursive: true });
      writeFileSync(join(folder, name), content);
      return name;
    },
    /** Runs the command with nothing of the caller's locale and colours. */
    huiyao(
      args: readonly string[],
      { cwd = folder, env = {}, input = '' }: { cwd?: string; env?: Record<string, string>; input?: string } = {},
    ) {
      const inherited = { ...process.env };
      for (const name of ['CI', 'NO_COLOR', 'FORCE_COLOR', 'LC_ALL', 'LC_MESSAGES', 'LANG']) delete inherited[name];
      const { stdout, stderr, status } = spawnSync(process.execPath, [bin, ...args], {
        cwd,
        input,
        encoding: 'utf8',
        env: { ...inherited, ...env },
      });
      return { stdout, stderr, status };
    },
  };
}
