import { type evidence, span, z } from '../fields/field.ts';
import { fields } from '../fields/index.ts';

/** The name of the form that this version writes. A change that a reader could notice gives it a new number. */
export const FORM = 'huiyao/1';

type Fields = (typeof fields)[number];
type FieldSchemas = { [F in Fields as F['name']]: F['schema'] };

const fieldSchemas = Object.fromEntries(fields.map((field) => [field.name, field.schema])) as unknown as FieldSchemas;

/** An odd thing about an article; `evidence` is empty when it has no place in the text. */
const finding = z.strictObject({
  code: z.string().min(1),
  severity: z.enum(['note', 'warning', 'error']),
  message: z.string().min(1),
  evidence: z.array(span),
});

const hex = (digits: number): z.ZodString => z.string().regex(new RegExp(`^[0-9a-f]{${digits}}$`, 'u'));

/** Which input a record was read from, and what had to be done to it. */
const document = z.strictObject({
  path: z.string().nullable(),
  line: z.int().positive().nullable(),
  id: z.union([z.string(), z.number()]).nullable(),
  title: z.string().nullable(),
  published: z.iso.date().nullable(),
  encoding: z.string().min(1),
  bytes: z.int().nonnegative(),
  sha256: hex(64),
  repairs: z.record(z.string(), z.union([z.int().nonnegative(), z.boolean()])),
});

/** The form of a record: its frame here, everything between `document` and `findings` from the list of fields. */
export const schema = z.strictObject({
  schema: z.literal(FORM),
  id: hex(32),
  document,
  ...fieldSchemas,
  findings: z.array(finding),
});

/** One article as a record: who met, when, where, who was there, what was asked for, and the words that say so. */
export type MeetingRecord = z.infer<typeof schema>;

/** A half-open stretch of the decoded source, in Unicode code points. */
export type Evidence = z.infer<typeof evidence>;
