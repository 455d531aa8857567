import { digestOf } from './input-digest.ts';
import type { Readable } from './inputs.ts';
import type { Outcome } from './outcome.ts';
import type { BatchReaders } from './run.ts';

/** Records of inputs that were read before, by the digest of each input: the same place and bytes give the same record. */
export class Memory {
  #before: ReadonlyMap<string, Outcome> = new Map();
  #now = new Map<string, Outcome>();

  /** What was read of an input of this digest; undefined when nothing is known. */
  recall(digest: string): Outcome | undefined {
    return this.#now.get(digest) ?? this.#before.get(digest);
  }

  /** Keeps a record. A failure is not kept: time may have run out on a busy machine. */
  keep(digest: string, outcome: Outcome): void {
    if (outcome.outcome === 'ok') this.#now.set(digest, outcome);
  }

  /** A run is through: what it did not meet is forgotten. */
  forget(): void {
    this.#before = this.#now;
    this.#now = new Map();
  }

  /** All is forgotten: inputs are read in another way from now on. */
  clear(): void {
    this.#before = new Map();
    this.#now = new Map();
  }
}

/** Readers that read only what is not in the memory. */
export function remembering(readers: BatchReaders, memory: Memory): BatchReaders {
  return {
    jobs: readers.jobs,
    async read(batch: readonly Readable[], waiting: number) {
      const digests = batch.map(digestOf);
      const outcomes = digests.map((digest) => memory.recall(digest));
      const unknown = batch.filter((_, i) => outcomes[i] === undefined);
      const fresh = unknown.length === 0 ? [] : [...(await readers.read(unknown, waiting))];
      return outcomes.map((known, i) => {
        const outcome = known ?? (fresh.shift() as Outcome);
        memory.keep(digests[i] as string, outcome);
        return outcome;
      });
    },
    close: () => readers.close(),
  };
}
