import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { readWhole } from '../batch/read-file.ts';
import { kindOf, walk } from '../batch/walk.ts';
import { articleOf, type ReadingOptions, readArticle } from '../pipeline.ts';
import { type Difference, differencesBetween } from './difference.ts';

/** How one article of a folder of fixtures came out. */
export type Outcome =
  | { readonly outcome: 'same' | 'written' | 'missing'; readonly path: string }
  | { readonly outcome: 'differs'; readonly path: string; readonly differences: readonly Difference[] }
  | { readonly outcome: 'failed'; readonly path: string; readonly message: string }
  /** An expected file whose article is gone. */
  | { readonly outcome: 'obsolete'; readonly path: string };

const MOST_BYTES = 20e6;
const EXPECTED = '.expected.json';

/** a/article.txt → a/article.expected.json */
const expectedPath = (path: string): string => path.replace(/\.[^./]+$/u, EXPECTED);

/** Whether a file is an article: in a folder that has a file named article, that one alone is (the others are notes). */
function isArticle(path: string): boolean {
  const kind = kindOf(path);
  if (kind === null || kind === 'jsonl') return false;
  if (/^article\.[^.]+$/u.test(basename(path))) return true;
  const folder = dirname(path);
  return !['txt', 'md', 'html', 'htm'].some((extension) => existsSync(join(folder, `article.${extension}`)));
}

/** What `options.json` beside an article says of it. */
function optionsBeside(path: string): { published?: string } {
  const file = join(dirname(path), 'options.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { published?: string }) : {};
}

/**
 * Reads every article of a folder and compares its record with the expected one beside it; with `update`, writes what
 * differs. Paths in the records start at the folder, so that it may lie anywhere.
 */
export async function* check(
  folder: string,
  options: ReadingOptions & { readonly update: boolean },
): AsyncGenerator<Outcome> {
  for await (const step of walk(folder)) {
    if (step.step === 'problem') {
      yield { outcome: 'failed', path: step.problem.path ?? folder, message: step.problem.message };
      continue;
    }
    const within = relative(folder, step.path).split(sep).join('/');
    if (step.step === 'skipped') {
      if (step.path.endsWith(EXPECTED) && !hasArticle(step.path)) yield { outcome: 'obsolete', path: within };
      continue;
    }
    if (!isArticle(step.path)) continue;
    yield await checkOne(step.path, within, options);
  }
}

const hasArticle = (expected: string): boolean =>
  ['txt', 'md', 'html', 'htm'].some((extension) => existsSync(`${expected.slice(0, -EXPECTED.length)}.${extension}`));

async function checkOne(
  path: string,
  within: string,
  options: ReadingOptions & { readonly update: boolean },
): Promise<Outcome> {
  const target = expectedPath(path);
  let actual: unknown;
  try {
    const { published } = optionsBeside(path);
    const raw = articleOf(await readWhole(path, MOST_BYTES), { path: within, published });
    actual = JSON.parse(JSON.stringify(readArticle(raw, options)));
  } catch (error) {
    return { outcome: 'failed', path: within, message: (error as Error).message };
  }
  const known = existsSync(target);
  let differences: readonly Difference[] = [];
  if (known) {
    try {
      differences = differencesBetween(JSON.parse(readFileSync(target, 'utf8')), actual);
    } catch (error) {
      if (!options.update)
        return { outcome: 'failed', path: within, message: `${target}: ${(error as Error).message}` };
      differences = [{ place: '', expected: undefined, actual }];
    }
    if (differences.length === 0) return { outcome: 'same', path: within };
  }
  if (options.update) {
    writeFileSync(target, `${JSON.stringify(actual, null, 2)}\n`);
    return { outcome: 'written', path: within };
  }
  return known ? { outcome: 'differs', path: within, differences } : { outcome: 'missing', path: within };
}
