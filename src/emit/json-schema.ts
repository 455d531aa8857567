import { z } from '../fields/field.ts';
import { FORM, schema } from './schema.ts';

/** The form of a record as JSON Schema (draft 2020-12). */
export function jsonSchema(): object {
  return { title: FORM, ...z.toJSONSchema(schema, { target: 'draft-2020-12' }) };
}
