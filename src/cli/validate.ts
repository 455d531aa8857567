import { STDIN } from '../batch/inputs.ts';
import { linesOf } from '../batch/lines.ts';
import { InputProblem } from '../batch/problem.ts';
import { openStream } from '../batch/read-file.ts';
import { Sources } from '../evaluate/sources.ts';
import { validate } from '../evaluate/validate.ts';
import { say } from '../model/phrase.ts';
import type { Run } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { pathsOrStdin } from './input-options.ts';
import { Interrupted } from './interrupted.ts';

interface Flags {
  readonly sources: string;
  readonly textField: string;
  readonly quiet?: boolean;
}

const LONGEST_RECORD = 256 * 2 ** 20;

/** `huiyao validate`: records against the schema and their sources. Exit code 1 when any is wrong. */
export const run: Run<Flags> = async (given, flags, around) => {
  const [path] = pathsOrStdin(given, around) ?? [];
  if (path === undefined) return EXIT.usage;
  const name = path === STDIN ? '<stdin>' : path;
  const sources = new Sources(flags.sources, { id: 'id', title: 'title', date: 'published', text: flags.textField });
  let [good, bad, unchecked] = [0, 0, 0];
  try {
    const stream = path === STDIN ? around.stdin : await openStream(path, around.files);
    for await (const { number, bytes } of linesOf(stream, LONGEST_RECORD)) {
      if (around.interrupted() !== null) throw new Interrupted();
      const text = bytes === null ? '' : new TextDecoder().decode(bytes);
      if (bytes !== null && text.trim() === '') continue;
      const at = { severity: 'error', path: name, line: number } as const;
      let record: unknown;
      try {
        record = JSON.parse(text);
      } catch (error) {
        bad++;
        await around.tell({ ...at, code: 'bad-json', text: say`${(error as Error).message}` });
        continue;
      }
      const { faults, checked, source } = await validate(record, sources);
      if (faults.length > 0) bad++;
      else {
        good++;
        if (!checked) unchecked++;
      }
      for (const { place, message, excerpt } of faults) {
        await around.tell({
          ...at,
          code: 'invalid-record',
          text: say`${place}: ${message}`,
          source: excerpt === null || source === null ? null : { path: source, ...excerpt },
        });
      }
    }
  } catch (error) {
    if (!(error instanceof InputProblem)) throw error;
    await around.tell(error.told);
    return EXIT.failed;
  } finally {
    await sources.close();
  }
  if (!flags.quiet) {
    await around.report(
      unchecked > 0
        ? say`${good} valid (${unchecked} without a source to check against), ${bad} invalid`
        : say`${good} valid, ${bad} invalid`,
    );
  }
  if (good + bad === 0) return EXIT.noInput;
  return bad > 0 ? EXIT.failed : EXIT.done;
};
