import type { Shape } from './columns.ts';
import { jsonSchema } from './json-schema.ts';

/** The name of the type of a whole record; those of its parts begin with it. */
const RECORD = 'MeetingRecord';

/** The form of a record as TypeScript: one exported interface for the record and each kind of object in it. */
export function typescriptSchema(): string {
  const schema: Shape = jsonSchema();
  const interfaces = new Map<string, string>();

  const interfaceOf = (name: string, shape: Shape): string => {
    // A form inside itself finds its own name here.
    if (!interfaces.has(name)) {
      interfaces.set(name, '');
      const rows = Object.entries(shape.properties ?? {}).map(
        ([key, inner]) => `  ${keyOf(key)}: ${typeOf(inner, partName(key))};`,
      );
      interfaces.set(name, `export interface ${name} {\n${rows.join('\n')}\n}\n`);
    }
    return name;
  };

  const typeOf = (shape: Shape, name: string): string => {
    if (shape.$ref !== undefined) {
      const key = shape.$ref.replace('#/$defs/', '');
      const known = names.get(key) ?? name;
      names.set(key, known);
      return typeOf(schema.$defs?.[key] ?? {}, known);
    }
    if (shape.anyOf !== undefined) return shape.anyOf.map((one) => typeOf(one, name)).join(' | ');
    if (shape.const !== undefined) return literalOf(shape.const);
    if (shape.enum !== undefined) return shape.enum.map(literalOf).join(' | ');
    if (typeof shape.type === 'object') return shape.type.map((type) => typeOf({ type }, name)).join(' | ');
    if (shape.type === 'array' && shape.items !== undefined) {
      const items = typeOf(shape.items, `${name}Item`);
      return items.includes('|') ? `(${items})[]` : `${items}[]`;
    }
    if (shape.properties !== undefined) return interfaceOf(name, shape);
    if (typeof shape.additionalProperties === 'object') {
      return `{ [key: string]: ${typeOf(shape.additionalProperties, `${name}Value`)} }`;
    }
    return { string: 'string', integer: 'number', number: 'number', boolean: 'boolean', null: 'null' }[
      shape.type ?? ''
    ] as string;
  };

  const names = new Map<string, string>();
  interfaceOf(RECORD, schema);
  return [...interfaces.values()].join('\n');
}

const keyOf = (key: string): string => (/^[A-Za-z_$][\w$]*$/u.test(key) ? key : literalOf(key));
const literalOf = (value: unknown): string =>
  typeof value === 'string' ? `'${value.replace(/[\\']/gu, '\\$&')}'` : JSON.stringify(value);

/** officials → MeetingRecordOfficials */
const partName = (key: string): string => `${RECORD}${key.charAt(0).toUpperCase()}${key.slice(1)}`;
