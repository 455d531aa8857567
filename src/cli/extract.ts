import { type InputOptions, inputsOf } from '../batch/inputs.ts';
import { besides, CannotResume, inputsAfter } from '../batch/resumable-file.ts';
import { bothTallies, runBatch, type Tally, tallyOf } from '../batch/run.ts';
import { type Phrase, say } from '../model/phrase.ts';
import { type Run, type Surroundings, UsageError } from './command.ts';
import { type DestinationFlags, destinationFor } from './destination.ts';
import { EXIT } from './exit-codes.ts';
import { answerLines, type StreamFlags } from './extract-stream.ts';
import { inputOptions, pathsOrStdin } from './input-options.ts';
import { lexiconText } from './lexicon.ts';
import { readersFor } from './readers-for.ts';

type Flags = StreamFlags & DestinationFlags & { readonly stream?: boolean; readonly quiet?: boolean };

/** `huiyao extract`: articles in, records out. */
export const run: Run<Flags> = async (given, flags, around) => {
  if (flags.stream === true) return answerLines(given, flags, around);
  const paths = pathsOrStdin(given, around);
  if (paths === null) return EXIT.usage;
  const options = inputOptions(flags, flags.output === undefined ? [] : outputsOf(flags.output));
  const lexicon = await lexiconText(flags.lexicon, around);
  try {
    return await extract(paths, { flags, options, lexicon }, around);
  } catch (error) {
    if (!(error instanceof CannotResume)) throw error;
    throw new UsageError(error.said, say`leave --resume out to begin anew`, 'resume');
  }
};

/** Where records go, under their last name and under the names that they have before. */
const outputsOf = (output: string): readonly string[] => [output, ...Object.values(besides(output))];

interface Work {
  readonly flags: Flags;
  readonly options: InputOptions;
  readonly lexicon: string | undefined;
}

async function extract(
  paths: readonly string[],
  { flags, options, lexicon }: Work,
  around: Surroundings,
): Promise<number> {
  const destination = await destinationFor(paths, flags, lexicon, around);
  let tally = tallyOf(destination.done);
  try {
    if (!destination.isComplete) {
      const inputs = inputsOf(paths, around.stdin, options, around.files);
      const own = await runBatch(
        inputsAfter(destination.done, inputs, destination.goBack),
        readersFor(flags, lexicon),
        {
          record: (json, input) => destination.record(json, input),
          async failure({ message, bug }, input) {
            await around.tell(message);
            await destination.noRecord(bug ? 'bug' : 'failed', input);
          },
          skipped: (input) => destination.noRecord('skipped', input),
          stop: () => destination.closed || around.interrupted() !== null,
        },
        around,
      );
      tally = bothTallies(tallyOf(destination.done), own);
      await (tally.stopped && !destination.closed ? destination.stop() : destination.finish());
    }
  } catch (error) {
    await destination.abandon();
    throw error;
  }
  if (destination.closed) return EXIT.done;
  if (!flags.quiet) await around.report(summary(tally));
  const signal = around.interrupted();
  if (signal !== null && tally.stopped) return EXIT.signal + signal;
  if (tally.bugs > 0) return EXIT.bug;
  if (tally.failed > 0) return EXIT.failed;
  if (tally.ok === 0) {
    await around.tell({
      severity: 'error',
      code: 'no-input',
      text: say`no article was found`,
      help: say`in a folder, files ending in .txt .md .html .htm .jsonl .ndjson (also .gz) are read; any other must be named itself`,
    });
    return EXIT.noInput;
  }
  return EXIT.done;
}

const summary = ({ ok, failed, skipped, stopped }: Tally): Phrase =>
  stopped
    ? say`${ok} ok, ${failed} failed, ${skipped} skipped; stopped before the end`
    : say`${ok} ok, ${failed} failed, ${skipped} skipped`;
