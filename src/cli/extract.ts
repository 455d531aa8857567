import { inputsOf } from '../batch/inputs.ts';
import { runBatch, type Tally } from '../batch/run.ts';
import { frames, inAscii, type RecordFormat } from '../emit/json-lines.ts';
import { toFile } from '../emit/output.ts';
import type { Run } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { answerLines, type StreamFlags } from './extract-stream.ts';
import { inputOptions, lineFields, pathsOrStdin } from './input-options.ts';
import { lexiconIn } from './lexicon.ts';

interface Flags extends StreamFlags {
  readonly format: RecordFormat;
  readonly stream?: boolean;
  readonly quiet?: boolean;
}

/** `huiyao extract`: articles in, records out. */
export const run: Run<Flags> = async (given, flags, around) => {
  if (flags.stream === true) return answerLines(given, flags, around);
  const paths = pathsOrStdin(given, around);
  if (paths === null) return EXIT.usage;
  const toStdout = flags.output === undefined || flags.output === '-';
  const options = inputOptions(flags, toStdout ? undefined : flags.output);
  const lexicon = await lexiconIn(flags.lexicon);
  const output = toStdout ? around.out : await toFile(flags.output as string);
  const frame = frames[flags.format];
  let tally: Tally;
  try {
    let written = 0;
    await output.write(frame.open);
    tally = await runBatch(
      inputsOf(paths, around.stdin, options),
      {
        async record(json) {
          const text = frame.one(json);
          await output.write((written++ === 0 ? '' : frame.between) + (flags.ascii === true ? inAscii(text) : text));
        },
        failure: ({ message }) => around.tell(message),
        stop: () => output.closed || around.interrupted() !== null,
      },
      { segmenter: flags.segmenter, lexicon, names: lineFields(flags), published: options.published },
    );
    await output.write(written === 0 && flags.format === 'json' ? ']\n' : frame.close);
    await output.finish();
  } catch (error) {
    await output.abandon();
    throw error;
  }
  if (output.closed) return EXIT.done;
  if (!flags.quiet) await around.err.write(`huiyao: ${summary(tally)}\n`);
  const signal = around.interrupted();
  if (signal !== null && tally.stopped) return EXIT.signal + signal;
  if (tally.bugs > 0) return EXIT.bug;
  if (tally.failed > 0) return EXIT.failed;
  if (tally.ok === 0) {
    await around.tell({
      severity: 'error',
      code: 'no-input',
      text: 'no article was found',
      help: 'in a folder, files ending in .txt .md .html .htm .jsonl .ndjson (also .gz) are read; any other must be named itself',
    });
    return EXIT.noInput;
  }
  return EXIT.done;
};

const summary = ({ ok, failed, skipped, stopped }: Tally): string =>
  `${ok} ok, ${failed} failed, ${skipped} skipped${stopped ? '; stopped before the end' : ''}`;
