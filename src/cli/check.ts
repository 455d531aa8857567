import { harmless } from '../emit/messages.ts';
import { check, type Outcome } from '../evaluate/check.ts';
import type { Difference } from '../evaluate/difference.ts';
import type { SegmenterName } from '../pipeline.ts';
import { type Run, UsageError } from './command.ts';
import { EXIT } from './exit-codes.ts';
import { lexiconIn } from './lexicon.ts';

interface Flags {
  readonly update?: boolean;
  readonly json?: boolean;
  readonly segmenter: SegmenterName;
  readonly lexicon?: string;
}

/** `huiyao check`: articles against their expected records. Exit code 1 when any differs, is missing or is obsolete. */
export const run: Run<Flags> = async ([folder], flags, around) => {
  if (flags.update === true && !['', '0', 'false'].includes(around.env.CI ?? '')) {
    throw new UsageError('--update is refused where CI is set', 'run it at your desk, read the change, and commit it');
  }
  const lexicon = await lexiconIn(flags.lexicon);
  const outcomes: Outcome[] = [];
  for await (const outcome of check(folder as string, {
    segmenter: flags.segmenter,
    lexicon,
    update: flags.update === true,
  })) {
    outcomes.push(outcome);
    if (flags.json !== true && outcome.outcome !== 'same') await around.out.write(linesOf(outcome));
  }
  if (flags.json === true) await around.out.write(`${JSON.stringify(outcomes, null, 2)}\n`);
  const good = outcomes.filter(({ outcome }) => outcome === 'same' || outcome === 'written').length;
  const written = outcomes.filter(({ outcome }) => outcome === 'written').length;
  const bad = outcomes.length - good;
  await around.err.write(`huiyao: ${good} as expected${written > 0 ? ` (${written} written)` : ''}, ${bad} not\n`);
  if (outcomes.length === 0) {
    await around.tell({ severity: 'error', code: 'no-input', path: folder ?? null, text: 'no article was found' });
    return EXIT.noInput;
  }
  return bad > 0 ? EXIT.failed : EXIT.done;
};

function linesOf(outcome: Outcome): string {
  const path = harmless(outcome.path);
  switch (outcome.outcome) {
    case 'differs':
      return `${path}\n${outcome.differences.map(lineOf).join('')}`;
    case 'failed':
      return `${path}: failed: ${harmless(outcome.message)}\n`;
    case 'missing':
      return `${path}: no expected file; huiyao check --update writes it\n`;
    case 'obsolete':
      return `${path}: its article is gone; delete it\n`;
    default:
      return `${path}: ${outcome.outcome}\n`;
  }
}

const shown = (value: unknown): string => (value === undefined ? 'nothing' : harmless(JSON.stringify(value)));

const lineOf = ({ place, expected, actual }: Difference): string =>
  `  ${place === '' ? 'record' : place}\n    - ${shown(expected)}\n    + ${shown(actual)}\n`;
