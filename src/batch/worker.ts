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
  return inOneBuffer(inputs.map(read));
}

/** The same outcomes with all their records in one buffer: it is handed over at one stroke, not in pieces. */
function inOneBuffer(outcomes: readonly Outcome[]): readonly Outcome[] {
  const lengths = outcomes.map((one) => (one.outcome === 'ok' ? one.json.length : 0));
  const all = new Uint8Array(lengths.reduce((sum, length) => sum + length, 0));
  let at = 0;
  return outcomes.map((one) => {
    if (one.outcome !== 'ok') return one;
    all.set(one.json, at);
    at += one.json.length;
    return { outcome: 'ok', json: all.subarray(at - one.json.length, at) };
  });
}
