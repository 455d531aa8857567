import { answersIn, BadAnswers, goldIn, recordsById } from '../evaluate/load-answers.ts';
import { measures } from '../evaluate/measures.ts';
import { score, scoreTable } from '../evaluate/score.ts';
import { type Run, UsageError } from './command.ts';
import { EXIT } from './exit-codes.ts';

interface Flags {
  readonly gold?: string;
  readonly json?: boolean;
  readonly misses?: string;
  readonly limit: number;
  readonly min: Readonly<Record<string, number>>;
}

/** `huiyao score`: records against gold. */
export const run: Run<Flags> = async ([records], flags, around) => {
  if (flags.gold === undefined)
    throw new UsageError('--gold is missing', 'huiyao score --gold gold.jsonl records.jsonl');
  const names = measures.map(({ name }) => name);
  for (const field of [...Object.keys(flags.min), ...(flags.misses === undefined ? [] : [flags.misses])]) {
    if (!names.includes(field)) throw new UsageError(`there is no field ${field}`, `fields: ${names.join(' ')}`);
  }
  const result = (() => {
    try {
      return score(goldIn(flags.gold), recordsById(answersIn(records as string)));
    } catch (error) {
      if (error instanceof BadAnswers) throw new UsageError(error.message, null, 'bad-answers');
      throw error;
    }
  })();
  if (flags.misses !== undefined) {
    const lines = (result.misses[flags.misses] ?? []).slice(0, flags.limit);
    await around.out.write(lines.map((line) => `${line}\n`).join(''));
  } else if (flags.json) await around.out.write(`${JSON.stringify(result.score, null, 2)}\n`);
  else await around.out.write(scoreTable(result.score));
  let short = 0;
  for (const [field, least] of Object.entries(flags.min)) {
    const f1 = result.score.fields[field]?.f1 ?? 0;
    if (f1 >= least) continue;
    short++;
    await around.tell({
      severity: 'error',
      code: 'below-min',
      text: `${field}: F1 ${f1.toFixed(4)} is below ${least}`,
      help: `huiyao score --gold ${flags.gold} ${records} --misses ${field}`,
    });
  }
  return short > 0 ? EXIT.failed : EXIT.done;
};
