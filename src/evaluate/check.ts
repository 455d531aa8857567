import { existsSync, readFileSync, unlinkSync } from 'node:fs';
import { basename, dirname, join, relative, sep } from 'node:path';
import { readWhole } from '../batch/read-file.ts';
import { walk } from '../batch/walk.ts';
import { OutputFailed } from '../emit/output.ts';
import { articleOf, type ReadingOptions, readArticle, restoreArticle } from '../pipeline.ts';
import { type Difference, differencesBetween } from './difference.ts';
import { type Articles, articlesBeside, expectedPath, isExpected, writeExpected } from './expected.ts';
import { type Quote, quotesOf } from './quote.ts';

/** A difference with the words of the article that each side points to. */
export interface Discrepancy extends Difference {
  /** Empty when the expected record was made from another text: its evidence then counts in that one. */
  readonly expectedWords: readonly Quote[];
  readonly actualWords: readonly Quote[];
}

/** How one article of a folder of fixtures came out. */
export type Outcome =
  | { readonly outcome: 'same' | 'written' | 'removed'; readonly path: string }
  /** An article without an expected file; `record` is what would be written. */
  | { readonly outcome: 'missing'; readonly path: string; readonly record: unknown }
  | {
      readonly outcome: 'differs';
      readonly path: string;
      readonly expected: unknown;
      readonly record: unknown;
      readonly discrepancies: readonly Discrepancy[];
    }
  | { readonly outcome: 'failed'; readonly path: string; readonly message: string }
  /** An expected file whose article is gone. */
  | { readonly outcome: 'obsolete'; readonly path: string };

/** Whether nothing needs to be done about an article. */
export const isGood = ({ outcome }: Outcome): boolean => ['same', 'written', 'removed'].includes(outcome);

const MOST_BYTES = 20e6;

/** What `options.json` beside an article says of it. */
function optionsBeside(path: string): { published?: string } {
  const file = join(dirname(path), 'options.json');
  return existsSync(file) ? (JSON.parse(readFileSync(file, 'utf8')) as { published?: string }) : {};
}

/** What a check is told beside its folder. */
export interface CheckOptions extends ReadingOptions {
  /** Write what is missing or differs, and remove what is obsolete. */
  readonly update: boolean;
}

/**
 * Reads every article of a folder and compares its record with the expected one beside it. Paths in the records start at
 * the folder, so that it may lie anywhere.
 * @throws OutputFailed when an expected file cannot be written.
 */
export async function* check(folder: string, options: CheckOptions): AsyncGenerator<Outcome> {
  const articlesOf = articlesBeside();
  const within = (path: string): string => relative(folder, path).split(sep).join('/');
  for await (const step of walk(folder)) {
    if (step.step === 'problem') {
      yield { outcome: 'failed', path: within(step.problem.path ?? folder), message: step.problem.message };
      continue;
    }
    const path = within(step.path);
    if (step.step === 'skipped') {
      if (isExpected(step.path) && !articlesOf(step.path).has(basename(step.path))) {
        yield options.update ? removeObsolete(step.path, path) : { outcome: 'obsolete', path };
      }
      continue;
    }
    const rivals = rivalsFor(step.path, articlesOf(step.path));
    if (rivals === null) continue;
    if (rivals.length > 0) {
      const message = `${rivals.join(' and ')} would have the same expected file; rename one`;
      yield { outcome: 'failed', path, message };
    } else yield await checkOne(step.path, path, options);
  }
}

/** Removes an expected file whose article is gone. */
export function removeObsolete(path: string, within: string): Outcome {
  try {
    unlinkSync(path);
    return { outcome: 'removed', path: within };
  } catch (error) {
    return { outcome: 'failed', path: within, message: (error as Error).message };
  }
}

/** Other articles that lay claim to the expected file of a file (a.html for a.txt); null when it is no article. */
function rivalsFor(path: string, articles: Articles): readonly string[] | null {
  const claimants = articles.get(basename(expectedPath(path))) ?? [];
  return claimants.includes(basename(path)) ? claimants.filter((name) => name !== basename(path)) : null;
}

async function checkOne(path: string, within: string, options: CheckOptions): Promise<Outcome> {
  const target = expectedPath(path);
  try {
    const { published } = optionsBeside(path);
    const raw = articleOf(await readWhole(path, MOST_BYTES), { path: within, published });
    const record: unknown = JSON.parse(JSON.stringify(readArticle(raw, options)));
    const known = existsSync(target);
    const expected: unknown = known ? expectedIn(target, options.update) : undefined;
    const differences = differencesBetween(expected, record);
    if (differences.length === 0) return { outcome: 'same', path: within };
    if (options.update) {
      await writeExpected(target, record);
      return { outcome: 'written', path: within };
    }
    if (!known) return { outcome: 'missing', path: within, record };
    const discrepancies = withWords(differences, restoreArticle(raw).text, sameSource(expected, record));
    return { outcome: 'differs', path: within, expected, record, discrepancies };
  } catch (error) {
    if (error instanceof OutputFailed) throw error;
    return { outcome: 'failed', path: within, message: (error as Error).message };
  }
}

/** What an expected file holds; undefined for one that is no JSON and is about to be written anew. */
function expectedIn(path: string, update: boolean): unknown {
  try {
    return JSON.parse(readFileSync(path, 'utf8'));
  } catch (error) {
    if (update) return undefined;
    throw new Error(`${basename(path)}: ${(error as Error).message}`);
  }
}

/** Whether two records were made from the same bytes, so that their evidence counts in the same text. */
function sameSource(expected: unknown, actual: unknown): boolean {
  const hashOf = (record: unknown): unknown => (record as { document?: { sha256?: unknown } } | null)?.document?.sha256;
  return hashOf(expected) === hashOf(actual);
}

const withWords = (
  differences: readonly Difference[],
  source: string,
  sameAsExpected: boolean,
): readonly Discrepancy[] =>
  differences.map((difference) => ({
    ...difference,
    expectedWords: sameAsExpected ? quotesOf(source, difference.expectedEvidence) : [],
    actualWords: quotesOf(source, difference.actualEvidence),
  }));
