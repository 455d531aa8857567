import type { Explained } from './explained.ts';
import { fields, measures } from './fields.ts';
import { findings } from './findings.ts';
import { messages } from './messages.ts';
import { mentionRules, restoreRules, weights } from './rules.ts';

/** What can be explained, in the order in which it is listed. */
export const KINDS = ['finding', 'message', 'field', 'score', 'restore', 'recognise', 'weight'] as const;

/** One of the kinds of things that are explained. */
export type Kind = (typeof KINDS)[number];

/** A thing with its text. */
export interface Entry extends Explained {
  readonly kind: Kind;
  readonly name: string;
}

const TABLES: Readonly<Record<Kind, Readonly<Record<string, Explained>>>> = {
  finding: findings,
  message: messages,
  field: fields,
  score: Object.fromEntries(
    Object.entries(measures).map(([name, meaning]) => [
      name,
      {
        meaning,
        example: null,
        remedy: ['huiyao score … --misses FIELD lists what differs.', 'huiyao score … --misses 字段 列出不同之处。'],
      },
    ]),
  ),
  restore: restoreRules,
  recognise: mentionRules,
  weight: weights,
};

/** Everything that has a text. */
export const entries: readonly Entry[] = KINDS.flatMap((kind) =>
  Object.entries(TABLES[kind]).map(([name, explained]) => ({ kind, name, ...explained })),
);
