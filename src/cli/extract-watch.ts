import { createHash } from 'node:crypto';
import { digestOf } from '../batch/input-digest.ts';
import { type Input, inputsOf, STDIN } from '../batch/inputs.ts';
import { isReplaceable } from '../batch/output-file.ts';
import { Memory, remembering } from '../batch/remembered.ts';
import { runBatch, type Tally } from '../batch/run.ts';
import { Watch, WatchFailed } from '../batch/watch.ts';
import { harmless } from '../emit/messages.ts';
import { say } from '../model/phrase.ts';
import { type Surroundings, UsageError } from './command.ts';
import type { DestinationFlags } from './destination.ts';
import { EXIT } from './exit-codes.ts';
import { inputOptions } from './input-options.ts';
import { lexiconText } from './lexicon.ts';
import { readersFor } from './readers-for.ts';
import { runSummary } from './run-summary.ts';
import { sinkFor } from './sink-for.ts';

/** Options of `huiyao extract` that have a meaning, or none, beside `--watch`. */
export type WatchFlags = DestinationFlags & {
  readonly stream?: boolean;
  readonly quiet?: boolean;
  readonly lexicon?: string;
  readonly maxFailed?: number;
};

/** How many changed files are named one by one. */
const MOST_NAMED = 20;

const SIGTERM = 15;

/** A run over what lies there now. */
interface Round {
  /** What each file held, as a digest of its inputs, by its path. */
  readonly files: ReadonlyMap<string, string>;
  /** The digests of inputs that failed: each is told once and not in every round. */
  readonly failures: ReadonlySet<string>;
  readonly lexicon: string | undefined;
  readonly tally: Tally;
}

/**
 * `huiyao extract --watch`: reads, and reads again what changes, until a signal ends it. The output is always that of one
 * undisturbed run over files as they lay there at some moment: it is written whole and takes its name at the end. Files are
 * compared by what they hold, so that one that is saved without a change does nothing; only what is new is read for its
 * record.
 */
export async function watchInputs(paths: readonly string[], flags: WatchFlags, around: Surroundings): Promise<number> {
  const output = await outputOf(paths, flags, around);
  const memory = new Memory();
  let watch: Watch | null = null;
  try {
    watch = await Watch.open(
      [...paths, ...(flags.lexicon === undefined ? [] : [flags.lexicon])],
      [output],
      around.files,
    );
    let last = await roundOf(paths, { flags, output, memory, last: null }, around);
    if (flags.quiet !== true && last !== null) await around.report(say`watching for changes; ctrl-C ends it`);
    while (last !== null && (await watch.changed(around.ended))) {
      last = await nextRound(paths, { flags, output, memory, last }, around);
    }
  } catch (error) {
    if (!(error instanceof WatchFailed)) throw error;
    await around.tell({
      severity: 'error',
      code: 'watch',
      text: say`cannot be watched any longer (${error.code})`,
      help: say`name fewer files and folders, or raise the limit of the system (Linux: fs.inotify.max_user_watches)`,
    });
    return EXIT.failed;
  } finally {
    await watch?.close();
  }
  return EXIT.signal + (around.interrupted() ?? SIGTERM);
}

/** Where records go. @throws UsageError for a call that nothing can be watched with, or that has nowhere to write again. */
async function outputOf(
  paths: readonly string[],
  { output, stream, resume, filesFrom, maxFailed }: WatchFlags,
  { files }: Surroundings,
): Promise<string> {
  const alone = say`--watch reads files and folders again and again: huiyao extract news/ -o records.jsonl --watch`;
  if (stream === true) throw new UsageError(say`--watch and --stream do not go together`, alone);
  if (maxFailed !== undefined) throw new UsageError(say`--watch and --max-failed do not go together`, alone);
  if (resume === true) throw new UsageError(say`--watch and --resume do not go together`, alone);
  if (filesFrom !== undefined) throw new UsageError(say`--watch and --files-from do not go together`, alone);
  if (paths.length === 0 || paths.includes(STDIN)) throw new UsageError(say`stdin cannot be watched`, alone);
  if (output === undefined || output === STDIN) {
    throw new UsageError(say`--watch needs a file that it can write anew`, say`name it with -o`);
  }
  if (!(await isReplaceable(output, files))) {
    throw new UsageError(say`--watch needs a file that it can write anew`, say`name a plain file with -o`);
  }
  return output;
}

interface Work {
  readonly flags: WatchFlags;
  readonly output: string;
  readonly memory: Memory;
  /** The round before this one; null before the first. */
  readonly last: Round | null;
}

/** A round after a change; a table of words that is wrong for the moment is told, and the output stays as it is. */
async function nextRound(
  paths: readonly string[],
  work: Work & { readonly last: Round },
  around: Surroundings,
): Promise<Round | null> {
  try {
    return await roundOf(paths, work, around);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    await around.tell({ severity: 'error', code: error.code, text: error.said, help: error.help, ...error.at });
    return work.last;
  }
}

/**
 * Reads all inputs and writes the output, unless it would be what it is. Null when a signal came first; the output is then
 * that of the round before.
 */
async function roundOf(paths: readonly string[], work: Work, around: Surroundings): Promise<Round | null> {
  const { flags, output, memory, last } = work;
  const options = inputOptions(flags, [output]);
  const lexicon = await lexiconText(flags.lexicon, around);
  if (last !== null && last.lexicon !== lexicon) memory.clear();
  const files = new Map<string, string>();
  const failures = new Set<string>();
  const note = (input: Input): string => {
    const digest = digestOf(input);
    const path = pathOf(input);
    if (path !== null) {
      files.set(
        path,
        createHash('sha256')
          .update((files.get(path) ?? '') + digest)
          .digest('hex'),
      );
    }
    return digest;
  };
  const sink = await sinkFor(flags, around);
  try {
    const tally = await runBatch(
      inputsOf(paths, around.stdin, options, around.files),
      remembering(readersFor(flags, lexicon), memory),
      {
        async record(json, input) {
          note(input);
          await sink.write(json);
        },
        async failure({ message }, input) {
          const digest = note(input);
          failures.add(digest);
          if (last?.failures.has(digest) !== true) await around.tell(message);
        },
        flush: async () => sink.flush?.(),
        stop: () => around.interrupted() !== null,
      },
      around,
    );
    if (tally.stopped) {
      await sink.abandon();
      return null;
    }
    memory.forget();
    const round = { files, failures, lexicon, tally };
    if (last !== null && !differs(last, round)) await sink.abandon();
    else {
      await sink.finish();
      if (flags.quiet !== true) await tellRound(round, last, around);
    }
    return round;
  } catch (error) {
    await sink.abandon();
    throw error;
  }
}

/** The file that an input stands in; null for one that is passed over. */
const pathOf = (input: Input): string | null => {
  if (input.kind === 'article') return input.raw.origin.path;
  if (input.kind === 'line') return input.path;
  return input.kind === 'failed' ? (input.failure.message.path ?? null) : null;
};

const differs = (last: Round, now: Round): boolean =>
  last.lexicon !== now.lexicon ||
  last.files.size !== now.files.size ||
  [...now.files].some(([path, digest]) => last.files.get(path) !== digest) ||
  last.failures.size !== now.failures.size ||
  [...now.failures].some((digest) => !last.failures.has(digest));

/** Says what is new since the last round, and how all inputs ended. */
async function tellRound(now: Round, last: Round | null, { report }: Surroundings): Promise<void> {
  if (last !== null) {
    const changes = [
      ...[...now.files]
        .filter(([path, digest]) => last.files.get(path) !== digest)
        .map(([path]) => (last.files.has(path) ? say`changed: ${harmless(path)}` : say`added: ${harmless(path)}`)),
      ...[...last.files.keys()].filter((path) => !now.files.has(path)).map((path) => say`removed: ${harmless(path)}`),
      ...(last.lexicon === now.lexicon ? [] : [say`changed: the table of words`]),
    ];
    for (const change of changes.slice(0, MOST_NAMED)) await report(change);
    if (changes.length > MOST_NAMED) await report(say`and ${changes.length - MOST_NAMED} more changes`);
  }
  await report(runSummary(now.tally));
}
