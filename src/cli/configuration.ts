import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { UsageError } from './command.ts';
import { didYouMean } from './did-you-mean.ts';

const NAME = 'huiyao.config.json';

/** What a project sets for every command. It is data: nothing in it is run. */
export interface Configuration {
  /** Path of a TSV file of words to know; in the file it starts from the folder of the configuration. */
  readonly lexicon?: string;
}

const KEYS: readonly string[] = ['lexicon'] satisfies (keyof Configuration)[];

/**
 * Reads `huiyao.config.json` from the working directory or, where none lies there, from the nearest folder above it, up to
 * the root of the repository. Paths in it come back from the working directory on. `{}` when there is none.
 * @throws UsageError when it cannot be read, is not JSON, or has a key or value that no configuration has.
 */
export async function configuration(from = process.cwd()): Promise<Configuration> {
  const path = nearest(from);
  if (path === null) return {};
  let value: unknown;
  try {
    value = JSON.parse(await readFile(path, 'utf8'));
  } catch (error) {
    throw new UsageError(`${path}: ${(error as Error).message}`, 'it must be a JSON object', 'config-file');
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`${path}: no JSON object`, `the keys are: ${KEYS.join(', ')}`, 'config-value');
  }
  const unknown = Object.keys(value).find((key) => !KEYS.includes(key));
  if (unknown !== undefined) {
    const meant = didYouMean(unknown, KEYS);
    const help = meant === null ? `the keys are: ${KEYS.join(', ')}` : `did you mean '${meant}'?`;
    throw new UsageError(`${path}: unknown key '${unknown}'`, help, 'config-key');
  }
  const { lexicon } = value as { readonly lexicon?: unknown };
  if (lexicon === undefined) return {};
  if (typeof lexicon !== 'string' || lexicon === '') {
    throw new UsageError(`${path}: lexicon: no path`, 'name a TSV file', 'config-value');
  }
  return { lexicon: resolve(dirname(path), lexicon) };
}

function nearest(from: string): string | null {
  for (let folder = resolve(from); ; folder = dirname(folder)) {
    const path = join(folder, NAME);
    if (existsSync(path)) return path;
    if (existsSync(join(folder, '.git')) || dirname(folder) === folder) return null;
  }
}
