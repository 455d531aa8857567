import { type Phrase, say } from '../model/phrase.ts';
import type { BatchReader } from './flow.ts';
import { Overrun, within } from './guard.ts';
import { type Readable, sizeOf } from './inputs.ts';
import type { Outcome } from './outcome.ts';
import { type LossCode, Pool, WorkerLost } from './pool.ts';
import { placeOf, readerOf, type Setup } from './read-input.ts';

/** Who reads: how many at once, and for how long. */
export interface Hands {
  /** How many inputs are read at the same time. */
  readonly jobs: number;
  /** Most milliseconds that one input may take. */
  readonly timeout: number;
  /** Megabytes that the objects of one worker may take. */
  readonly memory?: number | undefined;
  /** The file that the workers run; their own when left out. */
  readonly worker?: URL | undefined;
}

/** Most bytes of an input that is read in this thread: a second of work and 100 MB of memory on a slow machine. */
const SMALL = 1 << 18;

/**
 * Bytes that are worth the start of workers, some 100 ms of work: when so many are there at once, or have been read in this
 * thread already. What this thread does not read, it need not learn to read fast: that costs a second of processor time.
 */
const WORTH_WORKERS = 3 << 16;

/** Megabytes that the objects of one worker may take: some ten times what the longest article that is read in time needs. */
const WORKER_MEGABYTES = 2048;

/**
 * Reads inputs, in this thread or in workers, with the same outcome. A small run stays in this thread, because a worker takes
 * as long to start as a hundred articles to read; a large input goes to a worker even when it is the only one, because
 * only a worker can run out of memory without taking the run with it. An input that is not read in time, or takes its
 * worker with it, is tried once more alone, then it has failed; its neighbours are read again.
 */
export class Readers implements BatchReader {
  readonly #setup: Setup;
  readonly #hands: Hands;
  #readHere: ((input: Readable) => Outcome) | null = null;
  /** Bytes that may still be read in this thread; none once work in it was cut off, and left who knows what behind. */
  #here: number;
  #pool: Promise<Pool> | null = null;
  #closed = false;

  constructor(setup: Setup, hands: Hands) {
    this.#setup = setup;
    this.#hands = hands;
    this.#here = hands.jobs > 1 ? WORTH_WORKERS : Number.POSITIVE_INFINITY;
  }

  /** One more than there are workers, so that none of them waits for its next batch. */
  get jobs(): number {
    return this.#hands.jobs === 1 ? 1 : this.#hands.jobs + 1;
  }

  async read(batch: readonly Readable[], waiting = 0): Promise<readonly Outcome[]> {
    const bytes = batch.reduce((sum, input) => sum + sizeOf(input), 0);
    if (this.#hands.jobs > 1 && bytes + waiting >= WORTH_WORKERS) this.#here = 0;
    if (bytes <= SMALL && this.#here > 0) {
      this.#here -= bytes;
      try {
        return within(this.#hands.timeout, () => batch.map((input) => this.#read(input)));
      } catch (error) {
        if (!(error instanceof Overrun)) throw error;
        this.#here = 0;
      }
    } else {
      try {
        return await (await this.#workers()).read(batch);
      } catch (error) {
        if (!(error instanceof WorkerLost) || this.#closed) throw error;
      }
    }
    const outcomes: Outcome[] = [];
    for (const input of batch) outcomes.push(await this.#readAlone(input));
    return outcomes;
  }

  #read(input: Readable): Outcome {
    this.#readHere ??= readerOf(this.#setup);
    return this.#readHere(input);
  }

  async #readAlone(input: Readable): Promise<Outcome> {
    try {
      const [outcome] = await (await this.#workers()).read([input]);
      return outcome as Outcome;
    } catch (error) {
      if (!(error instanceof WorkerLost) || this.#closed) throw error;
      const message = { severity: 'error', code: error.code, text: error.said, help: HELP[error.code] } as const;
      return { outcome: 'failed', failure: { message: { ...message, ...placeOf(input) }, id: null, bug: false } };
    }
  }

  #workers(): Promise<Pool> {
    const { jobs, timeout, memory = WORKER_MEGABYTES, worker } = this.#hands;
    this.#pool ??= Pool.open(jobs, { timeout, memory }, this.#setup, worker);
    return this.#pool;
  }

  /** Ends the workers, whatever they are doing; what they were reading is not read. */
  async close(): Promise<void> {
    this.#closed = true;
    await (await this.#pool)?.close();
  }
}

const HELP: Readonly<Record<LossCode, Phrase>> = {
  timeout: say`raise the limit with --timeout, or look at what is odd about it`,
  'out-of-memory': say`split it into articles, one a line as JSON Lines`,
  'worker-died': say`it was tried twice; please report it with the article`,
};
