import { inputsOf } from '../batch/inputs.ts';
import { runBatch, type Tally } from '../batch/run.ts';
import { type Phrase, say } from '../model/phrase.ts';
import type { Run } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { answerLines, type StreamFlags } from './extract-stream.ts';
import { inputOptions, pathsOrStdin } from './input-options.ts';
import { lexiconText } from './lexicon.ts';
import { readersFor } from './readers-for.ts';
import { type OutputFlags, sinkFor } from './sink-for.ts';

type Flags = StreamFlags & OutputFlags & { readonly stream?: boolean; readonly quiet?: boolean };

/** `huiyao extract`: articles in, records out. */
export const run: Run<Flags> = async (given, flags, around) => {
  if (flags.stream === true) return answerLines(given, flags, around);
  const paths = pathsOrStdin(given, around);
  if (paths === null) return EXIT.usage;
  const toStdout = flags.output === undefined || flags.output === '-';
  const options = inputOptions(flags, toStdout ? undefined : flags.output);
  const lexicon = await lexiconText(flags.lexicon, around);
  const sink = await sinkFor(flags, around);
  let tally: Tally;
  try {
    tally = await runBatch(
      inputsOf(paths, around.stdin, options, around.files),
      readersFor(flags, lexicon),
      {
        record: (json) => sink.write(json),
        failure: ({ message }) => around.tell(message),
        stop: () => sink.closed || around.interrupted() !== null,
      },
      around,
    );
    await sink.finish();
  } catch (error) {
    await sink.abandon();
    throw error;
  }
  if (sink.closed) return EXIT.done;
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
};

const summary = ({ ok, failed, skipped, stopped }: Tally): Phrase =>
  stopped
    ? say`${ok} ok, ${failed} failed, ${skipped} skipped; stopped before the end`
    : say`${ok} ok, ${failed} failed, ${skipped} skipped`;
