import { type Input, type Readable, sizeOf } from './inputs.ts';
import type { Outcome } from './outcome.ts';

/** What reads the inputs of a flow. */
export interface BatchReader {
  /** How many batches it reads at once. */
  readonly jobs: number;
  /** Reads a batch; the outcomes are in the order of the inputs. `waiting` is how many bytes of inputs wait behind it. */
  read(batch: readonly Readable[], waiting: number): Promise<readonly Outcome[]>;
}

/** An input that is through. */
export interface Through {
  readonly input: Input;
  /** Null for an input that was skipped. */
  readonly outcome: Outcome | null;
}

/** Small inputs are handed over together, up to so many bytes: each hand-over costs some 0.5 ms, reading them 50. */
const BATCH_BYTES = 1 << 17;
const BATCH_INPUTS = 128;

/** Most bytes of inputs and of their records, and most inputs, that are on the way at once. */
const FLOW_BYTES = 1 << 23;
const FLOW_INPUTS = 1024;

/** An input on its way; `bytes` is what it, and later its record, takes. */
interface Entry {
  readonly input: Input;
  outcome: Outcome | null | undefined;
  bytes: number;
}

/** Wakes whoever waits for it. */
class Bell {
  #ring: () => void = () => {};
  #rung = false;

  ring(): void {
    this.#rung = true;
    this.#ring();
  }

  /** Resolves at the next ring, at once when one went unheard. */
  async heard(): Promise<void> {
    if (!this.#rung) {
      await new Promise<void>((resolve) => {
        this.#ring = resolve;
      });
    }
    this.#rung = false;
  }
}

/**
 * Inputs on their way through the readers: taken as they come, read in whatever order the readers are done, handed over
 * in the order in which they came. Only so many bytes are on the way at once: an input that takes long holds back the
 * ones that come after it, not the other way round.
 */
export class Flow implements AsyncIterable<Through> {
  readonly #inputs: AsyncIterable<Input>;
  readonly #readers: BatchReader;
  readonly #ended: AbortSignal;
  readonly #waiting: Entry[] = [];
  readonly #unread: Entry[] = [];
  readonly #news = new Bell();
  readonly #room = new Bell();
  #bytes = 0;
  #busy = 0;
  #noMore = false;
  #trouble: { readonly error: unknown } | null = null;

  /** `ended` stops it between two inputs, even while it waits for the next one. */
  constructor(inputs: AsyncIterable<Input>, readers: BatchReader, ended: AbortSignal) {
    this.#inputs = inputs;
    this.#readers = readers;
    this.#ended = ended;
  }

  /** Whether every input was handed over. */
  get isThrough(): boolean {
    return this.#noMore && this.#waiting.length === 0 && this.#trouble === null;
  }

  /** Whether the next input is through already, so that it is handed over without a wait. */
  get isReady(): boolean {
    return this.#waiting[0]?.outcome !== undefined;
  }

  async *[Symbol.asyncIterator](): AsyncGenerator<Through> {
    const wake = (): void => {
      this.#news.ring();
      this.#room.ring();
    };
    this.#ended.addEventListener('abort', wake);
    void this.#take();
    try {
      while (!this.isThrough && !this.#ended.aborted) {
        if (this.#trouble !== null) throw this.#trouble.error;
        const [head] = this.#waiting;
        if (head?.outcome === undefined) {
          await this.#news.heard();
          continue;
        }
        this.#waiting.shift();
        this.#bytes -= head.bytes;
        this.#room.ring();
        yield { input: head.input, outcome: head.outcome };
      }
    } finally {
      this.#ended.removeEventListener('abort', wake);
    }
  }

  async #take(): Promise<void> {
    try {
      for await (const input of this.#inputs) {
        if (this.#ended.aborted) return;
        const entry = entryOf(input);
        this.#waiting.push(entry);
        this.#bytes += entry.bytes;
        if (entry.outcome === undefined) {
          this.#unread.push(entry);
          if (this.#busy < this.#readers.jobs) void this.#serve();
        } else this.#news.ring();
        while (this.#bytes >= FLOW_BYTES || this.#waiting.length >= FLOW_INPUTS) {
          await this.#room.heard();
          if (this.#ended.aborted) return;
        }
      }
      this.#noMore = true;
    } catch (error) {
      this.#trouble ??= { error };
    }
    this.#news.ring();
  }

  /** One of the readers at work, until there is nothing to read. */
  async #serve(): Promise<void> {
    this.#busy++;
    try {
      while (this.#unread.length > 0 && !this.#ended.aborted) {
        // What came with it is read with it; signals and the errors of streams are heard.
        await new Promise((resolve) => setImmediate(resolve));
        const batch = this.#nextBatch();
        if (batch.length === 0) continue;
        const waiting = this.#unread.reduce((sum, { bytes }) => sum + bytes, 0);
        const outcomes = await this.#readers.read(
          batch.map(({ input }) => input as Readable),
          waiting,
        );
        for (const [i, entry] of batch.entries()) this.#settle(entry, outcomes[i] as Outcome);
        this.#news.ring();
      }
    } catch (error) {
      this.#trouble ??= { error };
      this.#news.ring();
    }
    this.#busy--;
  }

  #nextBatch(): readonly Entry[] {
    let count = 0;
    let bytes = 0;
    for (const entry of this.#unread) {
      if (count > 0 && (bytes + entry.bytes > BATCH_BYTES || count === BATCH_INPUTS)) break;
      count++;
      bytes += entry.bytes;
    }
    return this.#unread.splice(0, count);
  }

  #settle(entry: Entry, outcome: Outcome): void {
    const bytes = outcome.outcome === 'ok' ? outcome.json.length : 0;
    this.#bytes += bytes;
    entry.bytes += bytes;
    entry.outcome = outcome;
  }
}

function entryOf(input: Input): Entry {
  if (input.kind === 'skipped') return { input, outcome: null, bytes: 0 };
  if (input.kind === 'failed') return { input, outcome: { outcome: 'failed', failure: input.failure }, bytes: 0 };
  return { input, outcome: undefined, bytes: sizeOf(input) };
}
