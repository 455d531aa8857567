import type { Certainty, Format } from '../model/document.ts';
import type { Edits } from '../model/edit.ts';
import type { Signs } from './signs.ts';

/** A text before and after a rule; the same text twice says that the rule must leave it alone. */
export interface Example {
  readonly damaged: string;
  readonly clean: string;
}

/** One kind of damage and how it is undone. */
export interface Rule {
  /** A path: `restore/byte-shift` lives in src/restore/byte-shift.ts. */
  readonly id: string;
  /** The key under which a record counts this repair; null when the rule counts nothing. */
  readonly repair: string | null;
  /** Whether the text leaves one possibility, or the rule takes the likeliest of several. */
  readonly certainty: Certainty;
  /** Set for a rule that only articles of this format need. */
  readonly format?: Format;
  /** Characters without any of which a text has nothing for this rule; left out by a rule that looks at every text. */
  readonly signs?: Signs;
  readonly examples: readonly Example[];
  /** The edits that undo the damage, in order, against exactly this text. */
  readonly find: (text: string) => Edits;
}
