import type { Tally } from '../batch/run.ts';
import { type Phrase, say } from '../model/phrase.ts';

/** How the inputs of a run ended, in one line. */
export const runSummary = ({ ok, failed, skipped, stopped }: Tally): Phrase =>
  stopped
    ? say`${ok} ok, ${failed} failed, ${skipped} skipped; stopped before the end`
    : say`${ok} ok, ${failed} failed, ${skipped} skipped`;
