import { loadTable } from '../lexicon/load.ts';
import { Lexicon } from '../lexicon/lookup.ts';

const tails = new Lexicon<true>(loadTable('organisation-tails').map((row) => [row.tail as string, true]));

/** Whether the name of a body can end at `end`: 甘肃省侨联|, 市教育局|, 华西医院|. */
export const organisationEndsAt = (text: string, end: number, from: number): boolean =>
  tails.longestEndingAt(text, end, from) !== null;

/** Where the last body that ends within `[from, end]` ends; −1 when none does. */
export function lastOrganisationEnd(text: string, from: number, end: number): number {
  for (let at = end; at > from; at--) if (organisationEndsAt(text, at, from)) return at;
  return -1;
}
