import { createHash } from 'node:crypto';
import type { Input } from '../batch/inputs.ts';
import type { Done, RunDescription } from '../batch/journal.ts';
import { isReplaceable } from '../batch/output-file.ts';
import { besides, ResumableFile } from '../batch/resumable-file.ts';
import { inAscii, textOf } from '../emit/json-lines.ts';
import { say } from '../model/phrase.ts';
import { type Surroundings, UsageError } from './command.ts';
import type { InputFlags } from './input-options.ts';
import type { ReadersFlags } from './readers-for.ts';
import { type OutputFlags, sinkFor } from './sink-for.ts';
import { version } from './version.ts';

/** The options that say where records go, and whether a run that was stopped goes on. */
export type DestinationFlags = OutputFlags &
  InputFlags &
  ReadersFlags & {
    readonly resume?: boolean;
    /** The file that lists more paths. */
    readonly filesFrom?: string;
  };

/** Where the outcomes of a run go. */
export interface Destination {
  /** Whether the reader has gone: nothing more needs to be written. */
  readonly closed: boolean;
  /** How the first inputs ended in the run that was stopped; none when there is no such run. */
  readonly done: readonly Done[];
  /** Takes back what the run that was stopped did behind its first `count` inputs. */
  goBack(count: number): Promise<void>;
  /** Every input was done by then: there is nothing to read. */
  readonly isComplete: boolean;
  record(json: Uint8Array, input: Input): Promise<void>;
  noRecord(end: 'failed' | 'bug' | 'skipped', input: Input): Promise<void>;
  /** Nothing more is there for now. */
  flush(): Promise<void>;
  /** Every input is through. */
  finish(): Promise<void>;
  /** The run was stopped before its end. */
  stop(): Promise<void>;
  /** Something went wrong. */
  abandon(): Promise<void>;
}

/**
 * Where the records of a run go. A file of JSON Lines can be gone on with after a kill; every other output is written anew.
 * @throws UsageError, CannotResume, or OutputFailed 73.
 */
export async function destinationFor(
  paths: readonly string[],
  flags: DestinationFlags,
  lexicon: string | undefined,
  around: Surroundings,
): Promise<Destination> {
  const { output, format, resume = false } = flags;
  const isResumable =
    output !== undefined && output !== '-' && format === 'jsonl' && (await isReplaceable(output, around.files));
  if (!isResumable) {
    if (resume) throw new UsageError(say`--resume needs a file of JSON Lines to go on with`, say`name it with -o`);
    const sink = await sinkFor(flags, around);
    return {
      get closed() {
        return sink.closed;
      },
      done: [],
      goBack: async () => {},
      isComplete: false,
      record: (json) => sink.write(json),
      noRecord: async () => {},
      flush: async () => sink.flush?.(),
      finish: () => sink.finish(),
      stop: () => sink.finish(),
      abandon: () => sink.abandon(),
    };
  }
  const description = descriptionOf(paths, flags, lexicon);
  const { file, done } = await ResumableFile.open(output, description, resume, around.files);
  let still = done;
  return {
    closed: false,
    get done() {
      return still;
    },
    async goBack(count) {
      await file?.goBack(count);
      still = done.slice(0, count);
    },
    isComplete: file === null,
    record: async (json, input) =>
      file?.record(flags.ascii === true ? Buffer.from(inAscii(textOf(json))) : json, input),
    noRecord: async (end, input) => file?.noRecord(end, input),
    flush: async () => {},
    finish: async () => file?.finish(),
    async stop() {
      await file?.leave();
      const { partial } = besides(output);
      await around.tell({
        severity: 'note',
        code: 'stopped',
        path: output,
        text: say`what is done so far is in ${partial}`,
        help: say`the same call with --resume goes on from there`,
      });
    },
    abandon: async () => file?.leave().catch(() => {}),
  };
}

/** All that can change a byte of the output. */
const descriptionOf = (
  paths: readonly string[],
  flags: DestinationFlags,
  lexicon: string | undefined,
): RunDescription => ({
  version: version(),
  paths,
  filesFrom: flags.filesFrom ?? null,
  inputFormat: flags.inputFormat ?? null,
  exclude: flags.exclude ?? [],
  published: flags.published ?? null,
  fields: [flags.idField, flags.titleField, flags.dateField, flags.textField],
  maxFileSize: flags.maxFileSize,
  maxLineSize: flags.maxLineSize,
  timeout: flags.timeout,
  segmenter: flags.segmenter,
  lexicon: lexicon === undefined ? null : createHash('sha256').update(lexicon).digest('hex').slice(0, 16),
  ascii: flags.ascii ?? false,
});
