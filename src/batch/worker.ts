import { workerData } from 'node:worker_threads';
import type { Readable } from './inputs.ts';
import type { Outcome } from './outcome.ts';
import { readerOf, type Setup } from './read-input.ts';

/** What a worker is asked for: to read some inputs, and to say when it began. */
export interface WorkerTask {
  readonly inputs: readonly Readable[];
  /** One cell, 0 until the worker begins: then the time by `process.hrtime.bigint()`, which all threads share. */
  readonly began: BigInt64Array<SharedArrayBuffer>;
}

const read = readerOf(workerData as Setup);

/** Reads inputs in a thread of its own. */
export default function readAll({ inputs, began }: WorkerTask): readonly Outcome[] {
  Atomics.store(began, 0, process.hrtime.bigint());
  return inputs.map(read);
}
