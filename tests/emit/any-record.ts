import fc from 'fast-check';
import type { Shape } from '../../src/emit/columns.ts';
import { jsonSchema } from '../../src/emit/json-schema.ts';
import { type MeetingRecord, schema } from '../../src/emit/schema.ts';

/** Texts that upset writers of tables: quotes, separators, formulas, line breaks, whatever Unicode has. */
const text = fc.oneof(
  fc.constantFrom(
    '=1+1',
    '+86',
    '-',
    '@江',
    '\t=1',
    '\r',
    "'",
    "'=1",
    ' ＝1',
    'a,"b"\r\nc',
    ';',
    '\\',
    '""',
    '秦禾',
    '𠀀',
    'null',
    '{}',
  ),
  fc.string({ unit: 'binary', maxLength: 12 }),
);

/** Any value of a form. */
function anyOf(shape: Shape, root: Shape, depth: number): fc.Arbitrary<unknown> {
  if (shape.$ref !== undefined) return anyOf(root.$defs?.[shape.$ref.replace('#/$defs/', '')] ?? {}, root, depth + 1);
  if (shape.anyOf !== undefined) return fc.oneof(...shape.anyOf.map((one) => anyOf(one, root, depth)));
  if (shape.const !== undefined) return fc.constant(shape.const);
  if (shape.enum !== undefined) return fc.constantFrom(...shape.enum);
  if (typeof shape.type === 'object') {
    return fc.oneof(...shape.type.map((type: string) => anyOf({ ...shape, type }, root, depth)));
  }
  if (shape.items !== undefined) {
    const least = (shape as { minItems?: number }).minItems ?? 0;
    // A form inside itself ends somewhere.
    if (depth > 3 && least === 0) return fc.constant([]);
    return fc.array(anyOf(shape.items, root, depth), { minLength: least, maxLength: least + 2 });
  }
  if (shape.properties !== undefined) {
    return fc.record(
      Object.fromEntries(Object.entries(shape.properties).map(([key, one]) => [key, anyOf(one, root, depth)])),
    );
  }
  if (typeof shape.additionalProperties === 'object') {
    return fc.dictionary(text, anyOf(shape.additionalProperties, root, depth), { maxKeys: 2, noNullPrototype: true });
  }
  const digits = /^\^\[0-9a-f\]\{(?<count>\d+)\}\$$/u.exec((shape as { pattern?: string }).pattern ?? '')?.groups
    ?.count;
  if (digits !== undefined) {
    return fc.string({ unit: fc.constantFrom(...'0123456789abcdef'), minLength: +digits, maxLength: +digits });
  }
  if (shape.format === 'date') {
    return fc
      .date({ min: new Date('1900-01-01'), max: new Date('2100-01-01'), noInvalidDate: true })
      .map((day) => day.toISOString().slice(0, 10));
  }
  switch (shape.type) {
    case 'null':
      return fc.constant(null);
    case 'boolean':
      return fc.boolean();
    case 'integer':
      return fc.oneof(fc.integer({ min: 1, max: 99 }), fc.constant(Number.MAX_SAFE_INTEGER));
    case 'number':
      return fc.constantFrom(7, 0.5, -1e21);
    default:
      return text.filter((one) => one.length >= ((shape as { minLength?: number }).minLength ?? 0));
  }
}

/** Records of any content that the schema allows, the same ones every time. */
export function anyRecords(count: number): readonly MeetingRecord[] {
  const root: Shape = jsonSchema();
  return fc.sample(anyOf(root, root, 0), { numRuns: count, seed: 7 }).map((value) => schema.parse(value));
}
