import { InputProblem } from '../batch/problem.ts';
import { readWhole } from '../batch/read-file.ts';
import { say } from '../model/phrase.ts';
import { type Additions, additionsOf, BadAddition } from '../pipeline.ts';
import { type Surroundings, UsageError } from './command.ts';

/** A table of words is small; a larger file is something else. */
const MOST_BYTES = 16e6;

/**
 * The table of words that `--lexicon` or the configuration names, as text that `additionsOf` can read; undefined when
 * neither names one.
 * @throws UsageError when the file cannot be read or a line of it cannot be used; the message has its place.
 */
export async function lexiconText(
  path: string | undefined,
  { files }: Pick<Surroundings, 'files'>,
): Promise<string | undefined> {
  if (path === undefined) return undefined;
  let text = '';
  try {
    text = new TextDecoder('utf-8', { fatal: true }).decode(await readWhole(path, MOST_BYTES, files));
    additionsOf(text);
    return text;
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

/** The additions of that table. @throws UsageError */
export async function lexiconIn(
  path: string | undefined,
  around: Pick<Surroundings, 'files'>,
): Promise<Additions | undefined> {
  const text = await lexiconText(path, around);
  return text === undefined ? undefined : additionsOf(text);
}
