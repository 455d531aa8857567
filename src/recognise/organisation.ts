import { inForce } from '../lexicon/additions.ts';
import { loadTable } from '../lexicon/load.ts';
import { wordList } from '../lexicon/lookup.ts';

/** How the names of bodies end; besides these a user may have added some. */
export const tails = wordList(loadTable('organisation-tails').map((row) => row.tail as string));

/** Whether the name of a body can end at `end`, by a word of at least `shortest` characters: 甘肃省侨联|, 市教育局|. */
export function organisationEndsAt(text: string, end: number, from: number, shortest = 1): boolean {
  return tails.lengthEndingAt(text, end, from) >= shortest || isAddedBody(text, end, from);
}

/** Whether the name of a body that a user added ends at `end`. */
export function isAddedBody(text: string, end: number, from: number): boolean {
  const { organisations } = inForce();
  return organisations.size > 0 && organisations.endsAt(text, end, from);
}

/** Where the last body that ends within `[from, end]` ends; −1 when none does. */
export function lastOrganisationEnd(text: string, from: number, end: number): number {
  for (let at = end; at > from; at--) if (organisationEndsAt(text, at, from)) return at;
  return -1;
}
