import { STDIN } from '../batch/inputs.ts';
import { InputProblem } from '../batch/problem.ts';
import { readStream, readWhole } from '../batch/read-file.ts';
import { troubleOf } from '../batch/read-input.ts';
import type { Format, Raw } from '../model/document.ts';
import { articleOf, UnreadableInput } from '../pipeline.ts';
import type { Surroundings } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { pathsOrStdin } from './input-options.ts';

/** Options of the commands that show one article. */
export interface OneArticleFlags {
  readonly inputFormat?: Format;
  readonly published?: string;
  readonly maxFileSize: number;
}

/**
 * Reads the one article that a command is about and shows it; gives the exit code. An article that cannot be read is told
 * in the same words as in a run over many.
 */
export async function withArticle(
  given: readonly string[],
  flags: OneArticleFlags,
  around: Surroundings,
  show: (raw: Raw) => Promise<void>,
): Promise<number> {
  const [path] = pathsOrStdin(given, around) ?? [];
  if (path === undefined) return EXIT.usage;
  try {
    const content =
      path === STDIN
        ? await readStream(around.stdin, '<stdin>', flags.maxFileSize)
        : await readWhole(path, flags.maxFileSize, around.files);
    await show(
      articleOf(content, { path: path === STDIN ? null : path, published: flags.published, format: flags.inputFormat }),
    );
    await around.out.finish();
    return EXIT.done;
  } catch (error) {
    if (error instanceof InputProblem) await around.tell(error.told);
    else if (error instanceof UnreadableInput) {
      await around.tell(troubleOf(error, path === STDIN ? '<stdin>' : path, null));
    } else throw error;
    return EXIT.failed;
  }
}
