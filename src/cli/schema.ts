import { jsonSchema } from '../emit/json-schema.ts';
import type { Run } from './command.ts';
import { EXIT } from './exit-codes.ts';

/** `huiyao schema`: the form of a record as JSON Schema. */
export const run: Run<unknown> = async (_paths, _flags, { out }) => {
  await out.write(`${JSON.stringify(jsonSchema(), null, 2)}\n`);
  await out.finish();
  return EXIT.done;
};
