import { InputProblem } from '../batch/problem.ts';
import { readWhole } from '../batch/read-file.ts';
import { say } from '../model/phrase.ts';
import { type Additions, additionsOf, BadAddition } from '../pipeline.ts';
import { UsageError } from './command.ts';

/** A table of words is small; a larger file is something else. */
const MOST_BYTES = 16e6;

/**
 * The additions of the file that `--lexicon` or the configuration names; undefined when neither names one.
 * @throws UsageError when the file cannot be read or a line of it cannot be used; the message has its place.
 */
export async function lexiconIn(path: string | undefined): Promise<Additions | undefined> {
  if (path === undefined) return undefined;
  let text = '';
  try {
    const bytes = await readWhole(path, MOST_BYTES);
    text = new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return additionsOf(text);
  } catch (error) {
    if (error instanceof BadAddition) {
      throw new UsageError(
        error.said,
        say`a line is: kind (name, organisation, post, place), tab, word; for a place also its plain form and code`,
        'lexicon-row',
        {
          path,
          line: error.line,
          column: error.column,
          excerpt: { text: text.split('\n')[error.line - 1]?.replace(/\r$/u, '') ?? '', length: error.length },
        },
      );
    }
    if (error instanceof InputProblem)
      throw new UsageError(error.said, say`name a readable TSV file`, 'lexicon-file', { path });
    if (error instanceof TypeError)
      throw new UsageError(say`not UTF-8`, say`save it as UTF-8`, 'lexicon-file', { path });
    throw error;
  }
}
