import { availableParallelism } from 'node:os';
import { Readers } from '../batch/readers.ts';
import { type InputFlags, lineFields } from './input-options.ts';

/** The options that say who reads, and for how long. */
export interface ReadersFlags extends InputFlags {
  /** Left out: as many as are worth it. */
  readonly jobs?: number | 'auto';
  /** Most milliseconds for one document. */
  readonly timeout: number;
}

/** Most workers that are started unless a number is asked for: each takes some 100 MB. */
const MOST_WORKERS = 8;

/**
 * The readers that the flags ask for; `lexicon` is the table of the user's words. Without `--jobs` there is one for each
 * processor: the output is the same, and they start only when there is enough to read.
 */
export function readersFor({ jobs = 'auto', timeout, ...flags }: ReadersFlags, lexicon: string | undefined): Readers {
  return new Readers(
    { segmenter: flags.segmenter, lexicon, names: lineFields(flags), published: flags.published },
    { jobs: jobs === 'auto' ? Math.min(availableParallelism(), MOST_WORKERS) : jobs, timeout },
  );
}
