import type { Message } from '../emit/messages.ts';

/** Why an input gave no record. */
export interface Failure {
  readonly message: Message;
  /** The id of the line, where it could be read. */
  readonly id: string | number | null;
  /** Whether it failed because of a bug in this program. */
  readonly bug: boolean;
}

/**
 * How the reading of one input ended. A record is JSON on one line, without the line break, as the bytes of UTF-8 in which
 * it is written: whoever read it has made them, and nobody needs to make a text of them again.
 */
export type Outcome =
  | { readonly outcome: 'ok'; readonly json: Uint8Array }
  | { readonly outcome: 'failed'; readonly failure: Failure };
