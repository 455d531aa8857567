import { say } from '../model/phrase.ts';
import { linesOf } from './lines.ts';
import { InputProblem } from './problem.ts';

/** More bytes than any system lets a path have. */
const LONGEST_PATH = 1 << 16;

/** What stands between two paths of a list: a line break, or NUL, which no path can hold (`find -print0`). */
export type Separator = 'line' | 'nul';

/**
 * The paths of a list, as they come; empty ones are passed over. A path that no system can have is a problem of its line.
 * @param name what messages call the list
 */
export async function* pathsIn(
  list: AsyncIterable<Uint8Array>,
  name: string,
  separator: Separator,
): AsyncGenerator<string | InputProblem> {
  const utf8 = new TextDecoder('utf-8', { ignoreBOM: true });
  for await (const { number, bytes } of linesOf(list, LONGEST_PATH, separator === 'nul' ? 0 : 10)) {
    if (bytes === null) {
      yield new InputProblem('line-too-long', say`longer than a path can be`, { path: name, line: number });
    } else if (bytes.length > 0) yield utf8.decode(bytes);
  }
}
