import { everyLine, STDIN } from '../batch/inputs.ts';
import { runBatch } from '../batch/run.ts';
import { errorLine } from '../emit/error-line.ts';
import { jsonSink } from '../emit/record-sink.ts';
import { say } from '../model/phrase.ts';
import { type Surroundings, UsageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { type InputFlags, inputOptions } from './input-options.ts';
import { lexiconText } from './lexicon.ts';
import { type ReadersFlags, readersFor } from './readers-for.ts';

/** Options of `huiyao extract` that have a meaning, or none, beside `--stream`. */
export interface StreamFlags extends InputFlags, ReadersFlags {
  readonly format: string;
  readonly output?: string;
  readonly ascii?: boolean;
  readonly lexicon?: string;
  readonly filesFrom?: string;
  readonly resume?: boolean;
  readonly maxFailed?: number;
}

/**
 * `huiyao extract --stream`: JSON Lines in, one line of output for each line of input, in order. A line that holds no
 * article is answered with an error object (`huiyao-error/1`), the next one is not disturbed, and the exit code is 0
 * however many there are. Nothing is said on stderr, no folder is searched for a configuration, and no file is read but
 * the lexicon that the command line names, so that it works the same on every machine of a cluster. It reads in one
 * thread when `--jobs` does not ask for more: whoever cuts the lines in parts already starts one process a processor.
 */
export async function answerLines(given: readonly string[], flags: StreamFlags, around: Surroundings): Promise<number> {
  refuseBesideStream(given, flags);
  if (around.stdin.isTTY === true) return EXIT.usage;
  const { maxLineSize } = inputOptions(flags);
  const lexicon = flags.lexicon === undefined ? undefined : await lexiconText(flags.lexicon, around);
  const { out } = around;
  const answers = jsonSink('jsonl', out, flags.ascii === true);
  const tally = await runBatch(
    everyLine(around.stdin, maxLineSize),
    readersFor({ ...flags, jobs: flags.jobs ?? 1 }, lexicon),
    {
      record: (json) => answers.write(json),
      failure: ({ message, id }) => answers.write(Buffer.from(JSON.stringify(errorLine(message, id)))),
      flush: async () => answers.flush?.(),
      stop: () => out.closed || around.interrupted() !== null,
    },
    around,
  );
  await answers.finish();
  if (out.closed) return EXIT.done;
  const signal = around.interrupted();
  if (signal !== null && tally.stopped) return EXIT.signal + signal;
  return tally.bugs > 0 ? EXIT.bug : EXIT.done;
}

/** @throws UsageError for what makes no sense where one line of stdin gives one line of stdout. */
function refuseBesideStream(
  given: readonly string[],
  { output, format, exclude, inputFormat, filesFrom, resume, maxFailed }: StreamFlags,
): void {
  const refused = [
    [
      given.some((path) => path !== STDIN),
      'a path',
      say`give the lines on stdin: huiyao extract --stream < crawl.jsonl`,
    ],
    [
      output !== undefined && output !== STDIN,
      '--output',
      say`answers go to stdout: huiyao extract --stream > records.jsonl`,
    ],
    [format !== 'jsonl', `--format ${format}`, say`a line is answered with one line of JSON`],
    [inputFormat !== undefined && inputFormat !== 'jsonl', `--input-format ${inputFormat}`, say`lines are JSON Lines`],
    [filesFrom !== undefined, '--files-from', say`give the lines on stdin: huiyao extract --stream < crawl.jsonl`],
    [resume === true, '--resume', say`whoever hands out the lines knows which were answered`],
    [maxFailed !== undefined, '--max-failed', say`every line is answered, however many are bad`],
    [exclude !== undefined, '--exclude', say`there are no paths to leave out`],
  ] as const;
  for (const [isGiven, what, help] of refused) {
    if (isGiven) throw new UsageError(say`--stream and ${what} do not go together`, help);
  }
}
