import * as z from 'zod';
import type { Recognised } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import type { Occasion } from './occasion.ts';

export { z };

/**
 * A half-open stretch. While fields are read it counts UTF-16 code units of clean text; emit turns it into Unicode code
 * points of the decoded source, and that is what a record carries.
 */
export const span = z.strictObject({
  start: z.int().nonnegative(),
  end: z.int().nonnegative(),
});

/**
 * The words behind a value. The first span holds exactly the value's words; any further ones are the words from which
 * the rest was computed (an inherited organisation, the year of a day, the verb of a role).
 */
export const evidence = z.array(span).min(1);

/** What the fields read so far have to say, by the name of the field. */
export type SoFar = Readonly<Record<string, unknown>>;

/** What a field gives: its value in the record, and what was odd. */
export interface FieldReading<T> {
  readonly value: T;
  readonly findings?: readonly Finding[];
}

/** One key of the record: its name, its form, and how it is read from an article. */
export interface Field<Name extends string = string, Schema extends z.ZodType = z.ZodType> {
  readonly name: Name;
  readonly schema: Schema;
  /** Reads the value; `evidence` inside it holds spans of clean text. `soFar` has the values of the fields before it. */
  readonly read: (article: Recognised, occasion: Occasion, soFar: SoFar) => FieldReading<z.infer<Schema>>;
}

/** A field, with its types kept. */
export const field = <const Name extends string, Schema extends z.ZodType>(
  definition: Field<Name, Schema>,
): Field<Name, Schema> => definition;

/** A span as it stands in a record: nothing but its two ends. */
export const plain = ({ start, end }: Span): { start: number; end: number } => ({ start, end });
