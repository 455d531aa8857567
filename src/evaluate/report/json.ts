import type { Discrepancy, Outcome } from '../check.ts';
import type { Reporter } from './reporter.ts';

const told = ({ place, expected, actual, expectedWords, actualWords }: Discrepancy) => ({
  place,
  expected,
  actual,
  expectedWords,
  actualWords,
});

function entryOf(outcome: Outcome): object {
  const { outcome: kind, path } = outcome;
  if (outcome.outcome === 'differs') return { outcome: kind, path, differences: outcome.discrepancies.map(told) };
  if (outcome.outcome === 'failed') return { outcome: kind, path, message: outcome.message };
  return { outcome: kind, path };
}

/** For programs: one entry an article, in the order in which they were read, with every difference and its words. */
export const json: Reporter = {
  name: 'json',
  form: 'document',
  write: (outcomes) => `${JSON.stringify(outcomes.map(entryOf), null, 2)}\n`,
};
