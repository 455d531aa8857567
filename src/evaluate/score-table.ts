import type { Comparison } from './baseline.ts';
import { hasMoved } from './baseline.ts';
import type { Interval } from './bootstrap.ts';
import { errorsOf, type Marks } from './marks.ts';
import { measures } from './measures.ts';
import type { Score } from './score.ts';
import type { Slice } from './slices.ts';

const percent = (value: number | null): string => (value === null ? '-' : (value * 100).toFixed(1)).padStart(5);
const range = (interval: Interval | null): string =>
  interval === null ? '      -      ' : `${percent(interval.low)} – ${percent(interval.high)}`;

/** A score as a table. */
export function scoreTable({ articles, absent, perfect, fields, macroF1, macroInterval }: Score): string {
  const rows = Object.entries(fields).map(
    ([name, { gold, precision, recall, f1, interval, soft }]) =>
      `${name.padEnd(18)} ${String(gold).padStart(5)}      ${percent(precision)}   ${percent(recall)}  ${percent(f1)}   ${range(interval)}    ${percent(soft.f1)}\n`,
  );
  const last = `articles ${articles}, without a record ${absent}, every field right ${perfect}, macro F1 ${percent(macroF1)}`;
  return `field               gold  precision  recall     F1    95% interval  soft F1\n${rows.join('')}${last}${macroInterval === null ? '' : ` (${range(macroInterval).replace(/ +/gu, ' ').trim()})`}\n`;
}

const WEAKEST = 3;

/** The fields of a score that are read least well. */
function weakestOf({ fields }: Score): string {
  return Object.entries(fields)
    .flatMap(([name, { f1 }]) => (f1 === null || f1 === 1 ? [] : [{ name, f1 }]))
    .sort((a, b) => a.f1 - b.f1)
    .slice(0, WEAKEST)
    .map(({ name, f1 }) => `${name} ${percent(f1).trim()}`)
    .join(', ');
}

/** The scores of slices as a table; names come last, since they may be of any width. */
export function sliceTable(field: string, slices: readonly Slice[]): string {
  const rows = slices.map(({ value, score }) => {
    const weakest = weakestOf(score);
    const figures = `${String(score.articles).padStart(8)} ${String(score.perfect).padStart(6)}  ${percent(score.macroF1).padStart(8)}  ${range(score.macroInterval)}`;
    return `${figures}  ${value}${weakest === '' ? '' : ` (weakest: ${weakest})`}\n`;
  });
  return `articles  right  macro F1  95% interval   ${field}\n${rows.join('')}`;
}

/** The articles with the most errors, the worst first; those without any are left out. */
export const worstOf = (marks: readonly Marks[], most: number): readonly Marks[] =>
  marks
    .filter((one) => errorsOf(one) > 0)
    .sort((a, b) => errorsOf(b) - errorsOf(a))
    .slice(0, most);

/** The fields of an article in which errors are, those with the most first. */
export const wrongFields = ({ counts }: Marks): readonly { readonly name: string; readonly errors: number }[] =>
  counts
    .map((one, i) => ({ name: measures[i]?.name ?? '', errors: one.missed + one.spurious }))
    .filter(({ errors }) => errors > 0)
    .sort((a, b) => b.errors - a.errors);

/** The worst articles as a table, with the fields in which their errors are, and below each where it is shown, if anywhere. */
export function worstTable(worst: readonly Marks[], shownAt: (one: Marks) => string | null = () => null): string {
  const rows = worst.map((one) => {
    const { counts, id, absent } = one;
    const missed = counts.reduce((sum, one) => sum + one.missed, 0);
    const spurious = counts.reduce((sum, one) => sum + one.spurious, 0);
    const address = shownAt(one);
    const where = wrongFields(one)
      .map(({ name, errors }) => `${name} ${errors}`)
      .join(', ');
    return `${String(missed).padStart(6)} ${String(spurious).padStart(6)}  ${id}: ${absent ? 'no record' : where}\n${address === null ? '' : `${' '.repeat(15)}${address}\n`}`;
  });
  return `missed  wrong  article\n${rows.join('')}`;
}

const MOST_IDS = 8;
const some = (ids: readonly string[]): string =>
  ids.length > MOST_IDS ? `${ids.slice(0, MOST_IDS).join(', ')} and ${ids.length - MOST_IDS} more` : ids.join(', ');
const signed = (value: number): string => `${value < 0 ? '−' : '+'}${(Math.abs(value) * 100).toFixed(1)}`;

/** What rose and what fell against a baseline, with the articles behind it. */
export function comparisonTable({ compared, leftOut, changes }: Comparison): string {
  const rows = changes.filter(hasMoved).map(({ field, before, now, difference, interval, worse, better }) => {
    const noise = interval === null ? '' : ` (95%: ${signed(interval.low)} to ${signed(interval.high)})`;
    const ids = [
      worse.length > 0 ? `    worse: ${some(worse)}\n` : '',
      better.length > 0 ? `    better: ${some(better)}\n` : '',
    ];
    return `${field.padEnd(18)} ${percent(before)} → ${percent(now)}  ${signed(difference)}${noise}\n${ids.join('')}`;
  });
  const left = leftOut > 0 ? `, ${leftOut} left out: not in both, or with another gold` : '';
  return `against the baseline, over ${compared} articles${left}\n${rows.length > 0 ? rows.join('') : 'nothing has changed\n'}`;
}
