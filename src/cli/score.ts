import { harmless } from '../emit/messages.ts';
import { type Comparison, compareWith, hasFallen, marksIn, saved } from '../evaluate/baseline.ts';
import { answersIn, BadAnswers, goldIn, recordsById } from '../evaluate/load-answers.ts';
import { errorsOf, type Marks } from '../evaluate/marks.ts';
import { measures } from '../evaluate/measures.ts';
import { mark, missesOf, type Score, scoreOf } from '../evaluate/score.ts';
import { comparisonTable, scoreTable, sliceTable, worstOf, worstTable, wrongFields } from '../evaluate/score-table.ts';
import { type Slice, slicesBy } from '../evaluate/slices.ts';
import { say } from '../model/phrase.ts';
import { addressTo } from '../view/page/address.ts';
import { type Run, type Surroundings, UsageError } from './command.ts';
import { didYouMean } from './did-you-mean.ts';
import { EXIT } from './exit-codes.ts';

interface Flags {
  readonly gold?: string;
  readonly json?: boolean;
  readonly misses?: string;
  readonly limit: number;
  readonly by?: string;
  readonly worst?: number;
  readonly view?: string;
  readonly min: Readonly<Record<string, number>>;
  readonly baseline?: string;
  readonly allowNoise?: boolean;
}

/** What a run of the command found out. */
interface Findings {
  readonly score: Score;
  readonly marks: readonly Marks[];
  readonly slices: readonly Slice[] | null;
  readonly worst: readonly Marks[];
  readonly comparison: Comparison | null;
}

/** `huiyao score`: records against gold. Exit code 1 when a field is below its floor, or has fallen against the baseline. */
export const run: Run<Flags> = async ([records], flags, around) => {
  if (flags.gold === undefined)
    throw new UsageError(say`--gold is missing`, say`huiyao score --gold gold.jsonl records.jsonl`);
  for (const field of [...Object.keys(flags.min), ...(flags.misses === undefined ? [] : [flags.misses])]) {
    refuseUnknown(field);
  }
  if (flags.allowNoise === true && flags.baseline === undefined) {
    throw new UsageError(say`--allow-noise needs a --baseline`, say`name the figures to compare with: --baseline FILE`);
  }
  if (flags.view !== undefined && flags.worst === undefined) {
    throw new UsageError(say`--view needs --worst`, say`say for how many articles: --worst 5`);
  }
  const findings = measured(flags.gold, records as string, flags);
  await around.out.write(reportOf(findings, flags));
  const below = await tellBelowMin(findings.score, records as string, flags, around);
  const fallen = await tellFallen(findings.comparison, flags, around);
  return below + fallen > 0 ? EXIT.failed : EXIT.done;
};

function refuseUnknown(field: string): void {
  const names = measures.map(({ name }) => name);
  if (names.includes(field)) return;
  const meant = didYouMean(field, names);
  const help = meant === null ? say`fields: ${names.join(' ')}` : say`did you mean ${meant}?`;
  throw new UsageError(say`there is no field ${field}`, help);
}

/** @throws UsageError when a file cannot be read, or nothing has the field of `--by`. */
function measured(goldPath: string, recordsPath: string, { by, worst, baseline }: Flags): Findings {
  try {
    const gold = goldIn(goldPath);
    const recordOf = recordsById(answersIn(recordsPath));
    const marks = mark(gold, recordOf);
    const slices = by === undefined ? null : slicesBy(by, gold, recordOf, marks);
    if (by !== undefined && slices === null) {
      const keys = [...new Set([...Object.keys(gold[0] ?? {}), 'year'])];
      const meant = didYouMean(by, keys);
      const help = meant === null ? say`fields: ${keys.join(' ')}` : say`did you mean ${meant}?`;
      throw new UsageError(say`neither gold nor records have a field ${by}`, help);
    }
    const comparison = baseline === undefined ? null : compareWith(marksIn(baseline), marks);
    if (comparison?.compared === 0) {
      throw new UsageError(
        say`${baseline ?? ''}: none of its articles is among these`,
        say`a baseline is of the same gold`,
      );
    }
    return { score: scoreOf(marks), marks, slices, worst: worstOf(marks, worst ?? 0), comparison };
  } catch (error) {
    if (error instanceof BadAnswers) throw new UsageError(error.said, null, 'bad-answers', error);
    throw error;
  }
}

/** Where the page of `--view` shows an article, at the field with the most errors; null for one that is not on it. */
function addressOf(one: Marks, view: string | undefined): string | null {
  if (view === undefined || one.absent) return null;
  const [field] = wrongFields(one)[0]?.name.split('.') ?? [];
  return (
    view.replace(/[ #]/gu, encodeURIComponent) + addressTo({ r: one.id, ...(field === undefined ? {} : { f: field }) })
  );
}

function reportOf({ score, marks, slices, worst, comparison }: Findings, flags: Flags): string {
  if (flags.misses !== undefined) {
    const lines = (missesOf(marks)[flags.misses] ?? []).slice(0, flags.limit);
    return lines.map((line) => `${harmless(line)}\n`).join('');
  }
  if (flags.json === true) {
    const report = {
      ...score,
      ...(slices === null ? {} : { by: flags.by, slices }),
      ...(flags.worst === undefined
        ? {}
        : {
            worst: worst.map((one) => {
              const view = addressOf(one, flags.view);
              return { id: one.id, errors: errorsOf(one), ...(view === null ? {} : { view }) };
            }),
          }),
      ...(comparison === null ? {} : { baseline: comparison }),
      marks: marks.map(saved),
    };
    return `${JSON.stringify(report, null, 2)}\n`;
  }
  const tables = [
    scoreTable(score),
    ...(slices === null ? [] : [sliceTable(flags.by as string, slices)]),
    ...(flags.worst === undefined ? [] : [worstTable(worst, (one) => addressOf(one, flags.view))]),
    ...(comparison === null ? [] : [comparisonTable(comparison)]),
  ];
  return harmlessLines(tables.join('\n'));
}

/** Values come from articles: whatever they hold, the lines stay what they are. */
const harmlessLines = (text: string): string => text.split('\n').map(harmless).join('\n');

/** Tells the fields whose F1 is below its floor; gives their number. */
async function tellBelowMin(score: Score, records: string, flags: Flags, { tell }: Surroundings): Promise<number> {
  const below = Object.entries(flags.min).filter(([field, least]) => (score.fields[field]?.f1 ?? 0) < least);
  for (const [field, least] of below) {
    await tell({
      severity: 'error',
      code: 'below-min',
      text: say`${field}: F1 ${(score.fields[field]?.f1 ?? 0).toFixed(4)} is below ${least}`,
      help: say`huiyao score --gold ${flags.gold ?? ''} ${records} --misses ${field}`,
    });
  }
  return below.length;
}

/** Tells the fields that are read less well than in the baseline; gives the number of those that count. */
async function tellFallen(comparison: Comparison | null, flags: Flags, { tell }: Surroundings): Promise<number> {
  if (comparison === null) return 0;
  const fallen = comparison.changes.filter((change) => hasFallen(change, false));
  let counting = 0;
  for (const change of fallen) {
    const { field, before, now, worse } = change;
    const counts = hasFallen(change, flags.allowNoise === true);
    if (counts) counting++;
    await tell({
      severity: counts ? 'error' : 'warning',
      code: 'below-baseline',
      text: say`${field}: F1 fell from ${(before ?? 1).toFixed(4)} to ${(now ?? 1).toFixed(4)}`,
      help: say`worse in ${worse.join(', ')}`,
    });
  }
  return counting;
}
