import type { Piscina } from 'piscina';
import { inEnglish, type Phrase, say } from '../model/phrase.ts';
import type { Readable } from './inputs.ts';
import type { Outcome } from './outcome.ts';
import type { Setup } from './read-input.ts';
import type { WorkerTask } from './worker.ts';

/** Why a worker gave no answer: it took too long, needed too much memory, or ended. */
export type LossCode = 'timeout' | 'out-of-memory' | 'worker-died';

/** A worker was lost with what it was reading. Another one has taken its place. */
export class WorkerLost extends Error {
  readonly code: LossCode;
  readonly said: Phrase;

  constructor(code: LossCode, said: Phrase) {
    super(inEnglish(said));
    this.said = said;
    this.name = 'WorkerLost';
    this.code = code;
  }
}

/** What one worker may take. */
export interface WorkerLimits {
  /** Milliseconds for one batch. */
  readonly timeout: number;
  /** Megabytes for its objects. */
  readonly memory: number;
}

/** Milliseconds that a worker may take to load, on the slowest machine. */
const LONGEST_START = 60_000;

const WORKER = new URL('./worker.js', import.meta.url);

/** Threads that read, each one batch at a time. */
export class Pool {
  readonly #threads: Piscina;
  readonly #limits: WorkerLimits;

  private constructor(threads: Piscina, limits: WorkerLimits) {
    this.#threads = threads;
    this.#limits = limits;
  }

  /** Starts `size` workers. `worker` is the file that they run. */
  static async open(size: number, limits: WorkerLimits, setup: Setup, worker: URL = WORKER): Promise<Pool> {
    const { Piscina } = await import('piscina');
    const threads = new Piscina({
      filename: worker.href,
      minThreads: size,
      maxThreads: size,
      workerData: setup,
      resourceLimits: { maxOldGenerationSizeMb: limits.memory },
    });
    // A worker that dies between two batches is replaced; nothing was lost with it.
    threads.on('error', () => {});
    return new Pool(threads, limits);
  }

  /** Reads a batch in one worker. @throws WorkerLost */
  async read(inputs: readonly Readable[]): Promise<readonly Outcome[]> {
    const began = new BigInt64Array(new SharedArrayBuffer(8));
    const overdue = new AbortController();
    const stop = this.#abortWhenDue(began, overdue);
    try {
      const { packed, buffer } = inOneBuffer(inputs);
      const task: WorkerTask = { inputs: packed, began };
      const options = { signal: overdue.signal, transferList: [buffer] };
      return (await this.#threads.run(task, options)) as readonly Outcome[];
    } catch (error) {
      if (overdue.signal.aborted)
        throw new WorkerLost('timeout', say`not read within ${this.#limits.timeout / 1000} s`);
      const { code, message } = error as NodeJS.ErrnoException;
      if (code === 'ERR_WORKER_OUT_OF_MEMORY') {
        throw new WorkerLost('out-of-memory', say`needs more than ${this.#limits.memory} MB of memory`);
      }
      throw new WorkerLost('worker-died', say`the worker that read it ended: ${message}`);
    } finally {
      stop();
    }
  }

  /**
   * Aborts a task when its time is up, counted from when the worker began: loading the tables, and waiting for the batch
   * before it, is not the article's fault.
   */
  #abortWhenDue(began: BigInt64Array<SharedArrayBuffer>, overdue: AbortController): () => void {
    const handedOver = performance.now();
    let timer: NodeJS.Timeout;
    const look = (): void => {
      const start = Atomics.load(began, 0);
      const left =
        start === 0n
          ? handedOver + LONGEST_START + this.#limits.timeout - performance.now()
          : this.#limits.timeout - Number(process.hrtime.bigint() - start) / 1e6;
      if (left <= 0) overdue.abort();
      else timer = setTimeout(look, Math.min(left, start === 0n ? this.#limits.timeout : left) + 1);
    };
    timer = setTimeout(look, this.#limits.timeout);
    return () => clearTimeout(timer);
  }

  /** Ends all workers, whatever they are doing. */
  async close(): Promise<void> {
    await this.#threads.destroy();
  }
}

/** The same inputs with the bytes of all lines in one buffer, which moves to the worker instead of being copied in pieces. */
function inOneBuffer(inputs: readonly Readable[]): {
  readonly packed: readonly Readable[];
  readonly buffer: ArrayBuffer;
} {
  const buffer = new ArrayBuffer(inputs.reduce((sum, one) => sum + (one.kind === 'line' ? one.bytes.length : 0), 0));
  let at = 0;
  const packed = inputs.map((one): Readable => {
    if (one.kind !== 'line') return one;
    const bytes = new Uint8Array(buffer, at, one.bytes.length);
    bytes.set(one.bytes);
    at += bytes.length;
    return { ...one, bytes };
  });
  return { packed, buffer };
}
