import { posix } from 'node:path';
import type { Outcome } from '../check.ts';

/** What a report is told beside the outcomes. */
export interface Setting {
  /** The folder that is checked, from the working directory on where it lies within, with forward slashes. */
  readonly folder: string;
  /** The version of this program. */
  readonly version: string;
  /** Whether people read it on a terminal that shows colours. */
  readonly colour: boolean;
}

/**
 * A form in which the outcomes of a check are told: as lines that come with each outcome and may stand among other lines,
 * or as a document that is written when all outcomes are known and must have its place to itself.
 */
export type Reporter =
  | { readonly name: string; readonly form: 'lines'; readonly write: (outcome: Outcome, setting: Setting) => string }
  | {
      readonly name: string;
      readonly form: 'document';
      readonly write: (outcomes: readonly Outcome[], setting: Setting) => string;
    };

/** The path of an article as a reader of the report finds it. */
export const pathOf = ({ path }: Outcome, { folder }: Setting): string => posix.join(folder, path);
