import { type BatchReader, Flow } from './flow.ts';
import type { Input } from './inputs.ts';
import type { Done } from './journal.ts';
import type { Failure } from './outcome.ts';

/** How the inputs ended: every one as exactly one of these. */
export interface Tally {
  readonly ok: number;
  readonly failed: number;
  readonly skipped: number;
  /** How many of the failed ones failed because of a bug in this program. */
  readonly bugs: number;
  /** The run was stopped before its inputs were through. */
  readonly stopped: boolean;
}

/** What reads the inputs of a run. It is closed when the run is over. */
export interface BatchReaders extends BatchReader {
  close(): Promise<void>;
}

/** Where a run hands over what it has, in the order of the inputs. */
export interface Sink {
  /** A record as JSON on one line, without the line break, in UTF-8. */
  record(json: Uint8Array, input: Input): Promise<void>;
  failure(failure: Failure, input: Input): Promise<void>;
  skipped?(input: Input): Promise<void>;
  /** Nothing more is there for now: what was gathered is to go out. */
  flush?(): Promise<void>;
  /** Whether to stop before the next input. */
  stop(): boolean;
}

/** No input has ended yet. */
const NONE: Tally = { ok: 0, failed: 0, skipped: 0, bugs: 0, stopped: false };

/** How the inputs ended that an earlier run was done with. */
export function tallyOf(done: readonly Done[]): Tally {
  const count = (...ends: readonly Done['end'][]): number => done.filter(({ end }) => ends.includes(end)).length;
  return { ...NONE, ok: count('ok'), failed: count('failed', 'bug'), skipped: count('skipped'), bugs: count('bug') };
}

/** How inputs ended that an earlier run was done with, and those of this run. */
export const bothTallies = (before: Tally, own: Tally): Tally => ({
  ok: before.ok + own.ok,
  failed: before.failed + own.failed,
  skipped: before.skipped + own.skipped,
  bugs: before.bugs + own.bugs,
  stopped: own.stopped,
});

/** What ends a run early: a signal to the process. */
export interface Ending {
  readonly ended: AbortSignal;
}

/**
 * Reads all inputs: they flow through the readers and into the sink in order. An input that fails is handed over as such
 * and does not disturb the others. Nothing of a run goes on behind its end.
 */
export async function runBatch(
  inputs: AsyncIterable<Input>,
  readers: BatchReaders,
  sink: Sink,
  { ended }: Ending,
): Promise<Tally> {
  const tally = { ...NONE };
  const flow = new Flow(inputs, readers, ended);
  try {
    for await (const { input, outcome } of flow) {
      if (sink.stop()) {
        tally.stopped = true;
        break;
      }
      if (outcome === null) {
        tally.skipped++;
        await sink.skipped?.(input);
      } else if (outcome.outcome === 'ok') {
        tally.ok++;
        await sink.record(outcome.json, input);
      } else {
        tally.failed++;
        if (outcome.failure.bug) tally.bugs++;
        await sink.failure(outcome.failure, input);
      }
      if (!flow.isReady) await sink.flush?.();
    }
    if (!flow.isThrough) tally.stopped = true;
  } finally {
    await readers.close();
  }
  return tally;
}
