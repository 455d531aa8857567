import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { relative } from 'node:path';
import { disk } from '../batch/files.ts';
import { readWhole } from '../batch/read-file.ts';
import { languageOf } from '../emit/language.ts';
import { inColour } from '../emit/messages.ts';
import { additionsOf, BadAddition } from '../pipeline.ts';
import { type Run, type Table, UsageError } from './command.ts';
import { configurationAbove } from './configuration-place.ts';
import { EXIT } from './exit-codes.ts';
import { version } from './version.ts';

/** One thing that was looked at, and whether it is as it must be; `ok` is null for what may be either way. */
interface Finding {
  readonly name: string;
  readonly value: string;
  readonly ok: boolean | null;
}

const require = createRequire(import.meta.url);

/** The version of a package that may be installed, from its package.json; null when it is not there. */
function installed(name: string): string | null {
  for (const folder of require.resolve.paths(name) ?? []) {
    try {
      return (JSON.parse(readFileSync(`${folder}/${name}/package.json`, 'utf8')) as { version: string }).version;
    } catch {
      // Not in this folder; the next one may have it.
    }
  }
  return null;
}

/** Packages by what they are for; the first group must be there, without one of the second a command says so. */
const NEEDED = ['@node-rs/jieba'];
const OPTIONAL = ['nodejieba', '@duckdb/node-api'];

/** The oldest Node that the package is for. */
const OLDEST = [20, 19] as const;

/**
 * `huiyao doctor`: what is installed and in force, for a report of a bug. Exit code 1 when something is not as it must be.
 * Paths start from the working directory, so that nothing tells whose machine it is.
 */
export const run: Run<{ readonly format: 'text' | 'json' }> = async (_paths, { format }, around) => {
  const [major = 0, minor = 0] = process.versions.node.split('.').map(Number);
  const isNew = major > OLDEST[0] || (major === OLDEST[0] && minor >= OLDEST[1]);
  const { language, because } = languageOf('auto', around.env);
  const found: Finding[] = [
    { name: 'huiyao', value: version(), ok: null },
    { name: 'node', value: process.versions.node, ok: isNew },
    { name: 'platform', value: `${process.platform} ${process.arch}`, ok: null },
    ...NEEDED.map((name) => packageNamed(name, true)),
    ...OPTIONAL.map((name) => packageNamed(name, false)),
    ...(await configured(around.table)),
    { name: 'language', value: `${language} (${because === null ? 'nothing is set' : `by ${because}`})`, ok: null },
    { name: 'colour on stderr', value: colourIn(around.env), ok: null },
    ...(['stdin', 'stdout', 'stderr'] as const).map((name) => ({
      name,
      value: process[name].isTTY === true ? 'a terminal' : 'no terminal',
      ok: null,
    })),
  ];
  await around.out.write(format === 'json' ? `${JSON.stringify(found, null, 2)}\n` : asText(found));
  await around.out.finish();
  return found.some(({ ok }) => ok === false) ? EXIT.failed : EXIT.done;
};

function packageNamed(name: string, isNeeded: boolean): Finding {
  const found = installed(name);
  return { name, value: found ?? 'not installed', ok: isNeeded ? found !== null : null };
}

/** The configuration in force and the lexicon that it names. */
async function configured(table: Table): Promise<readonly Finding[]> {
  const path = configurationAbove(process.cwd());
  if (path === null) return [{ name: 'configuration', value: 'none', ok: null }];
  const shown = relative(process.cwd(), path);
  try {
    const { configurationIn } = await import('./configuration.ts');
    const values = await configurationIn(path, table);
    const keys = Object.keys(values);
    const file = { name: 'configuration', value: `${shown} (${keys.join(', ') || 'no keys'})`, ok: true };
    return typeof values.lexicon === 'string' ? [file, await lexicon(values.lexicon)] : [file];
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    const at = error.at?.line === undefined || error.at.line === null ? '' : `:${error.at.line}:${error.at.column}`;
    return [{ name: 'configuration', value: `${shown}${at}: ${error.message}`, ok: false }];
  }
}

const MOST_BYTES = 16e6;

async function lexicon(path: string): Promise<Finding> {
  try {
    const { names, organisations, posts, places } = additionsOf(
      new TextDecoder('utf-8', { fatal: true }).decode(await readWhole(path, MOST_BYTES, disk)),
    );
    const counts = `${names.size} names, ${organisations.size} organisations, ${posts.size} posts, ${places.size} places`;
    return { name: 'lexicon', value: `${path} (${counts})`, ok: true };
  } catch (error) {
    const at = error instanceof BadAddition ? `:${error.line}` : '';
    return { name: 'lexicon', value: `${path}${at}: ${(error as Error).message}`, ok: false };
  }
}

function colourIn(env: Readonly<Record<string, string | undefined>>): string {
  const isTerminal = process.stderr.isTTY === true;
  const said = ['NO_COLOR', 'FORCE_COLOR'].find((name) => (env[name] ?? '') !== '');
  const why = said ?? (isTerminal ? (env.TERM === 'dumb' ? 'TERM=dumb' : 'a terminal') : 'no terminal');
  return `${inColour('auto', env, isTerminal) ? 'yes' : 'no'} (${why})`;
}

function asText(found: readonly Finding[]): string {
  const width = Math.max(...found.map(({ name }) => name.length));
  return found.map(({ name, value, ok }) => `${ok === false ? '✗' : ' '} ${name.padEnd(width)}  ${value}\n`).join('');
}
