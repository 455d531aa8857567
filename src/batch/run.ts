import type { Message } from '../emit/messages.ts';
import type { MeetingRecord } from '../emit/schema.ts';
import { type ReadingOptions, readArticle, UnreadableInput } from '../pipeline.ts';
import type { Input } from './inputs.ts';

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

/** Where a run hands over what it has. */
export interface Sink {
  record(record: MeetingRecord): Promise<void>;
  tell(message: Message): Promise<void>;
  /** Whether to stop before the next input. */
  stop(): boolean;
}

/** Reads input after input. An input that fails is told and does not disturb the others. */
export async function runBatch(inputs: AsyncIterable<Input>, sink: Sink, options: ReadingOptions): Promise<Tally> {
  const tally = { ok: 0, failed: 0, skipped: 0, bugs: 0, stopped: false };
  for await (const input of inputs) {
    // Signals and the errors of streams are heard between two inputs.
    await new Promise((resolve) => setImmediate(resolve));
    if (sink.stop()) {
      tally.stopped = true;
      break;
    }
    if (input.kind === 'skipped') tally.skipped++;
    else if (input.kind === 'failed') {
      tally.failed++;
      await sink.tell(input.problem.told);
    } else {
      const { path, line } = input.raw.origin;
      let record: MeetingRecord;
      try {
        record = readArticle(input.raw, options);
      } catch (error) {
        tally.failed++;
        if (!(error instanceof UnreadableInput)) tally.bugs++;
        await sink.tell(troubleOf(error, path ?? '<stdin>', line));
        continue;
      }
      await sink.record(record);
      tally.ok++;
    }
  }
  return tally;
}

/** What to tell of an article that could not be read. */
export function troubleOf(error: unknown, path: string, line: number | null): Message {
  if (error instanceof UnreadableInput) {
    return { severity: 'error', code: error.code, path, line, text: error.message, help: error.help };
  }
  const text = error instanceof Error ? `${error.name}: ${error.message}` : String(error);
  const place = error instanceof Error ? / at (?<place>.+)/u.exec(error.stack ?? '')?.groups?.place : undefined;
  return {
    severity: 'error',
    code: 'bug',
    path,
    line,
    text: `this is a bug in huiyao: ${text}`,
    help: `please report it with the article${place === undefined ? '' : ` (at ${place})`}`,
  };
}
