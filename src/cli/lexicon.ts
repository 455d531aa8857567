import { InputProblem } from '../batch/problem.ts';
import { readWhole } from '../batch/read-file.ts';
import { type Additions, additionsOf, BadAddition } from '../pipeline.ts';
import { UsageError } from './command.ts';
import { configuration } from './configuration.ts';

/** A table of words is small; a larger file is something else. */
const MOST_BYTES = 16e6;

/**
 * The additions of the file that `--lexicon` names or, without it, the configuration; undefined when neither names one.
 * @throws UsageError when the file cannot be read or a line of it cannot be used; the message has its place.
 */
export async function lexiconIn(option: string | undefined): Promise<Additions | undefined> {
  const path = option ?? (await configuration()).lexicon;
  if (path === undefined) return undefined;
  try {
    const bytes = await readWhole(path, MOST_BYTES);
    return additionsOf(new TextDecoder('utf-8', { fatal: true }).decode(bytes));
  } catch (error) {
    if (error instanceof BadAddition) {
      throw new UsageError(
        `${path}:${error.line}: ${error.message}`,
        'a line is: kind (name, organisation, post, place), tab, word; for a place also its plain form and code',
        'lexicon-row',
      );
    }
    if (error instanceof InputProblem)
      throw new UsageError(`lexicon ${path}: ${error.message}`, 'name a readable TSV file', 'lexicon-file');
    if (error instanceof TypeError)
      throw new UsageError(`lexicon ${path}: not UTF-8`, 'save it as UTF-8', 'lexicon-file');
    throw error;
  }
}
