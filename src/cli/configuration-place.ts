import { existsSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';

/** What the file of a project's own settings is called. */
export const CONFIGURATION = 'huiyao.config.json';

/**
 * The configuration that is in force in a folder: in it or, where none lies there, in the nearest folder above it, up to the
 * root of the repository. Null when there is none.
 */
export function configurationAbove(from: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const path = join(folder, CONFIGURATION);
    if (isThere(path)) return path;
    if (isThere(join(folder, '.git')) || dirname(folder) === folder) return null;
  }
}

/** Whether a file is there, as far as this process may look: under Node's permission model the question itself can throw. */
function isThere(path: string): boolean {
  try {
    return existsSync(path);
  } catch {
    return false;
  }
}
