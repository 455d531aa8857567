import { inEnglish } from '../model/phrase.ts';
import type { Message } from './messages.ts';

/** The name of the form in which a line without a record is answered. */
const ERROR_FORM = 'huiyao-error/1';

/** What stands in the place of a record where a line gave none. All keys are always present. */
export interface ErrorLine {
  readonly schema: typeof ERROR_FORM;
  /** The id field of the line, as it stood there; null when the line has none or cannot be read. */
  readonly id: string | number | null;
  readonly error: {
    /** Stable, the same as in messages (`json-invalid`, `text-missing`, `line-too-long` …). */
    readonly code: string;
    readonly message: string;
    /** 1-based, in code points of the line; null when the trouble has no place. */
    readonly column: number | null;
    /** What to do about it. */
    readonly help: string | null;
  };
}

/** Half of a surrogate pair without its other half: no Unicode text has one. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

/** The answer to a line that gave no record. */
export const errorLine = (
  { code, text, column = null, help = null }: Message,
  id: string | number | null,
): ErrorLine => ({
  schema: ERROR_FORM,
  id: typeof id === 'string' ? id.replace(LONE_SURROGATE, '\uFFFD') : id,
  error: { code, message: inEnglish(text), column, help: help === null ? null : inEnglish(help) },
});
