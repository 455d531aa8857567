import { createHash } from 'node:crypto';

/** The name of the form of a journal. */
const JOURNAL_FORM = 'huiyao-journal/1';

/** What a run was asked for, by the name of each thing: all that can change a byte of its output. */
export type RunDescription = Readonly<Record<string, unknown>>;

/** How one input ended, in a journal. */
export interface Done {
  readonly end: 'ok' | 'failed' | 'bug' | 'skipped';
  /** See `digestOf`. */
  readonly input: string;
  /** For an input that is ok, what tells its record from any other; else null. */
  readonly record: string | null;
}

/** What tells a record from any other: 16 hex digits of a SHA-256 over its bytes, without the line break. */
export const recordDigest = (bytes: string | Uint8Array): string =>
  createHash('sha256').update(bytes).digest('hex').slice(0, 16);

/** The line with which a journal opens. */
export const headLine = (description: RunDescription): string => `${JSON.stringify([JOURNAL_FORM, description])}\n`;

/** The line for one input. */
export const doneLine = ({ end, input, record }: Done): string => `${JSON.stringify([end, input, record])}\n`;

/** The line with which a journal closes: every input is done, and the output only needs its name. */
export const LAST_LINE = '["end"]\n';

const parsed = (line: string): readonly unknown[] | null => {
  try {
    const value = JSON.parse(line) as unknown;
    return Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
};

/** What the first line of a journal says of its run; null when it is torn or something else. */
export function descriptionIn(line: string): RunDescription | null {
  const [form, description] = parsed(line) ?? [];
  return form === JOURNAL_FORM && typeof description === 'object' ? (description as RunDescription) : null;
}

/** What a line says of an input; `end` for the last line; null when it is torn. */
export function doneIn(line: string): Done | 'end' | null {
  const [end, input, record = null] = parsed(line) ?? [];
  if (end === 'end') return 'end';
  if (end !== 'ok' && end !== 'failed' && end !== 'bug' && end !== 'skipped') return null;
  if (typeof input !== 'string' || (record !== null && typeof record !== 'string')) return null;
  return (end === 'ok') === (record === null) ? null : { end, input, record };
}

/** The names of what differs between two runs, in order. */
export const differingIn = (one: RunDescription, other: RunDescription): readonly string[] =>
  [...new Set([...Object.keys(one), ...Object.keys(other)])].filter(
    (name) => JSON.stringify(one[name]) !== JSON.stringify(other[name]),
  );
