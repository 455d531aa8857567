import { duckdbSchema } from '../emit/duckdb-schema.ts';
import { jsonSchema } from '../emit/json-schema.ts';
import { sparkSchema } from '../emit/spark-schema.ts';
import { typescriptSchema } from '../emit/typescript-schema.ts';
import type { Run } from './command.ts';
import { EXIT } from './exit-codes.ts';

/** A language in which the form of a record can be written. */
export type SchemaFormat = keyof typeof WRITERS;

const laidOut = (value: object): string => `${JSON.stringify(value, null, 2)}\n`;

const WRITERS = {
  'json-schema': () => laidOut(jsonSchema()),
  typescript: typescriptSchema,
  duckdb: duckdbSchema,
  spark: () => laidOut(sparkSchema()),
} as const;

/** `huiyao schema`: the form of a record, in the language that is asked for. */
export const run: Run<{ readonly format: SchemaFormat }> = async (_paths, { format }, { out }) => {
  await out.write(WRITERS[format]());
  await out.finish();
  return EXIT.done;
};
