import { type InputOptions, inputsOf, STDIN } from '../batch/inputs.ts';
import { pathsIn } from '../batch/path-list.ts';
import { InputProblem } from '../batch/problem.ts';
import { openStream } from '../batch/read-file.ts';
import { besides, CannotResume, inputsAfter } from '../batch/resumable-file.ts';
import { bothTallies, runBatch, tallyOf } from '../batch/run.ts';
import { say } from '../model/phrase.ts';
import { type Run, type Surroundings, UsageError } from './command.ts';
import { type DestinationFlags, destinationFor } from './destination.ts';
import { EXIT } from './exit-codes.ts';
import { type Followed, follow, type ProgressFlags } from './extract-progress.ts';
import { answerLines, type StreamFlags } from './extract-stream.ts';
import { inputOptions, pathsOrStdin } from './input-options.ts';
import { lexiconText } from './lexicon.ts';
import { guardOf } from './not-over-input.ts';
import { readersFor } from './readers-for.ts';
import { runSummary } from './run-summary.ts';

type Flags = StreamFlags &
  DestinationFlags &
  ProgressFlags & {
    readonly stream?: boolean;
    readonly watch?: boolean;
    readonly null?: boolean;
  };

/** `huiyao extract`: articles in, records out. */
export const run: Run<Flags> = async (given, flags, around) => {
  if (flags.watch === true) return (await import('./extract-watch.ts')).watchInputs(given, flags, around);
  if (flags.stream === true) return answerLines(given, flags, around);
  const { filesFrom } = flags;
  const paths = filesFrom === undefined ? pathsOrStdin(given, around) : given;
  if (paths === null) return EXIT.usage;
  const guard = await guardOf(flags.output, around.files);
  for (const path of filesFrom === undefined ? paths : [...paths, filesFrom]) await guard(path);
  const options = inputOptions(flags, flags.output === undefined ? [] : outputsOf(flags.output));
  const lexicon = await lexiconText(flags.lexicon, around);
  const followed = await follow(paths, flags, around);
  try {
    return await extract(paths, { flags, options, lexicon }, followed);
  } catch (error) {
    if (!(error instanceof CannotResume)) throw error;
    throw new UsageError(error.said, say`leave --resume out to begin anew`, 'resume');
  } finally {
    await followed.stop();
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
  { progress, around }: Followed,
): Promise<number> {
  const listed = await listedPaths(paths, flags, around);
  const destination = await destinationFor(paths, flags, lexicon, around);
  const { maxFailed = Number.POSITIVE_INFINITY } = flags;
  let failed = 0;
  let tally = tallyOf(destination.done);
  try {
    if (!destination.isComplete) {
      const inputs = inputsOf(listed, around.stdin, options, around.files);
      const own = await runBatch(
        inputsAfter(destination.done, inputs, destination.goBack, (input) => progress.passOver(input)),
        readersFor(flags, lexicon),
        {
          async record(json, input) {
            await destination.record(json, input);
            progress.note(input, 'ok');
          },
          async failure({ message, bug }, input) {
            await around.tell(message);
            await destination.noRecord(bug ? 'bug' : 'failed', input);
            progress.note(input, 'failed');
            failed++;
          },
          async skipped(input) {
            await destination.noRecord('skipped', input);
            progress.note(input, 'skipped');
          },
          flush: () => destination.flush(),
          stop: () => destination.closed || around.interrupted() !== null || failed > maxFailed,
        },
        around,
      );
      tally = bothTallies(tallyOf(destination.done), own);
      if (tally.stopped && failed > maxFailed) {
        await around.tell({
          severity: 'error',
          code: 'max-failed',
          text: say`more than ${maxFailed} inputs have failed`,
          help: say`look at what they have in common, or raise --max-failed`,
        });
      }
      await (tally.stopped && !destination.closed ? destination.stop() : destination.finish());
    }
  } catch (error) {
    await destination.abandon();
    throw error;
  }
  if (destination.closed) return EXIT.done;
  if (!flags.quiet) await around.report(runSummary(tally));
  const signal = around.interrupted();
  if (signal !== null && tally.stopped) return EXIT.signal + signal;
  if (tally.bugs > 0) return EXIT.bug;
  if (tally.stopped) return EXIT.stopped;
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

/**
 * The paths of the call, and behind them those of the list that `--files-from` names.
 * @throws UsageError when the list cannot be read; while they are gone through, when one of them is the output.
 */
async function listedPaths(
  paths: readonly string[],
  { filesFrom, output, null: isNull = false }: Flags,
  around: Surroundings,
): Promise<Iterable<string> | AsyncIterable<string | InputProblem>> {
  if (filesFrom === undefined) return paths;
  let list: AsyncIterable<Uint8Array>;
  try {
    list = filesFrom === STDIN ? around.stdin : await openStream(filesFrom, around.files);
  } catch (error) {
    if (!(error instanceof InputProblem)) throw error;
    throw new UsageError(error.said, say`--files-from names a file with one path a line`, 'usage', { path: filesFrom });
  }
  return (async function* () {
    yield* paths;
    const guard = await guardOf(output, around.files);
    for await (const path of pathsIn(list, filesFrom === STDIN ? '<stdin>' : filesFrom, isNull ? 'nul' : 'line')) {
      if (typeof path === 'string') await guard(path);
      yield path;
    }
  })();
}
