import { loadTable } from '../lexicon/load.ts';
import { Lexicon } from '../lexicon/lookup.ts';

/** Offices that gather a group as well: 各烟厂厂长. */
const offices = loadTable('posts')
  .filter((row) => row.kind !== 'identity' && (row.post as string).length > 1)
  .map((row) => [row.post as string, 'head'] as const);
const heads = new Lexicon<string>([
  ...offices,
  ...loadTable('group-heads').map((row) => [row.head as string, row.kind as string] as const),
]);

/** Whether the name of a group of people ends at `end`: 各支部书记|, 全体干部|. */
export const groupEndsAt = (text: string, end: number, from = 0): boolean =>
  heads.longestEndingAt(text, end, from) !== null;

/** Whether a phrase is nothing but a head that leans on what stands before it: 负责人, 有关同志. */
export const leansBack = (phrase: string): boolean => heads.get(phrase) === 'bare';
