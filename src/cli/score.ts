import { answersIn, BadAnswers, goldIn, recordsById } from '../evaluate/load-answers.ts';
import { measures } from '../evaluate/measures.ts';
import { score, scoreTable } from '../evaluate/score.ts';
import { say } from '../model/phrase.ts';
import { type Run, UsageError } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
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
  const { gold } = flags;
  if (gold === undefined)
    throw new UsageError(say`--gold is missing`, say`huiyao score --gold gold.jsonl records.jsonl`);
  const names = measures.map(({ name }) => name);
  for (const field of [...Object.keys(flags.min), ...(flags.misses === undefined ? [] : [flags.misses])]) {
    if (names.includes(field)) continue;
    const meant = didYouMean(field, names);
    const help = meant === null ? say`fields: ${names.join(' ')}` : say`did you mean ${meant}?`;
    throw new UsageError(say`there is no field ${field}`, help);
  }
  const result = (() => {
    try {
      return score(goldIn(gold), recordsById(answersIn(records as string)));
    } catch (error) {
      if (error instanceof BadAnswers) throw new UsageError(error.said, null, 'bad-answers', error);
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
      text: say`${field}: F1 ${f1.toFixed(4)} is below ${least}`,
      help: say`huiyao score --gold ${gold} ${records ?? ''} --misses ${field}`,
    });
  }
  return short > 0 ? EXIT.failed : EXIT.done;
};
