import type { Input } from './inputs.ts';
import type { Failure } from './outcome.ts';
import { type ReadInputOptions, readInput } from './read-input.ts';

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

/** Where a run hands over what it has, in the order of the inputs. */
export interface Sink {
  /** A record as JSON on one line, without the line break. */
  record(json: string): Promise<void>;
  failure(failure: Failure): Promise<void>;
  /** Whether to stop before the next input. */
  stop(): boolean;
}

/** Reads input after input. An input that fails is handed over as such and does not disturb the others. */
export async function runBatch(inputs: AsyncIterable<Input>, sink: Sink, options: ReadInputOptions): Promise<Tally> {
  const tally = { ok: 0, failed: 0, skipped: 0, bugs: 0, stopped: false };
  for await (const input of inputs) {
    // Signals and the errors of streams are heard between two inputs.
    await new Promise((resolve) => setImmediate(resolve));
    if (sink.stop()) {
      tally.stopped = true;
      break;
    }
    if (input.kind === 'skipped') {
      tally.skipped++;
      continue;
    }
    const outcome = input.kind === 'failed' ? ({ outcome: 'failed', ...input } as const) : readInput(input, options);
    if (outcome.outcome === 'ok') {
      tally.ok++;
      await sink.record(outcome.json);
    } else {
      tally.failed++;
      if (outcome.failure.bug) tally.bugs++;
      await sink.failure(outcome.failure);
    }
  }
  return tally;
}
