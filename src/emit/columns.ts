import { jsonSchema } from './json-schema.ts';

/**
 * What a column of a typed table holds: Parquet, DuckDB and Spark all have each of these. `again` is a list of the very
 * structs that the column stands in (the sub-items of a plan item), for which they have no type: there it is JSON text.
 */
export type ColumnForm =
  | { readonly kind: 'text' | 'whole' | 'flag' | 'day' | 'again' }
  | { readonly kind: 'list'; readonly of: Column }
  | { readonly kind: 'map'; readonly of: Column }
  | { readonly kind: 'struct'; readonly columns: readonly NamedColumn[] };

/** A form, and whether null may stand in its place. */
export interface Column {
  readonly form: ColumnForm;
  readonly nullable: boolean;
}

/** A column with the key under which its value stands in the record. */
export interface NamedColumn extends Column {
  readonly name: string;
}

/** The part of JSON Schema in which records are described. */
export interface Shape {
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly const?: unknown;
  readonly enum?: readonly unknown[];
  readonly anyOf?: readonly Shape[];
  readonly items?: Shape;
  readonly properties?: Readonly<Record<string, Shape>>;
  readonly additionalProperties?: Shape | boolean;
  readonly $ref?: string;
  readonly $defs?: Readonly<Record<string, Shape>>;
}

/** Scalars by their name in JSON Schema; null for those that only stand beside others. */
const SCALARS: Readonly<Record<string, 'text' | 'whole' | 'flag' | null>> = {
  string: 'text',
  integer: 'whole',
  boolean: 'flag',
  number: null,
};

/**
 * The columns of a record, in its order, read off the schema. A value that may be text or a number (`document.id`) is
 * text.
 * @throws Error for a form that no column holds: a list of several forms, a number with a fraction.
 */
export function columnsOf(schema: Shape = jsonSchema()): readonly NamedColumn[] {
  const columnOf = (shape: Shape, within: readonly string[]): Column => {
    const choices = choicesOf(shape);
    const present = choices.filter(({ type }) => type !== 'null');
    return { form: formOf(present, within), nullable: present.length < choices.length };
  };

  const formOf = (shapes: readonly Shape[], within: readonly string[]): ColumnForm => {
    const [shape, ...more] = shapes;
    if (shape === undefined || more.some(({ type }) => !((type as string) in SCALARS)))
      throw new Error(`no column holds ${JSON.stringify(shapes)}`);
    if (more.length > 0) return { kind: 'text' };
    if (shape.$ref !== undefined) {
      const meant = schema.$defs?.[shape.$ref.replace('#/$defs/', '')] ?? {};
      return formOf([meant], [...within, shape.$ref]);
    }
    if (shape.items !== undefined) {
      if (shape.items.$ref !== undefined && within.includes(shape.items.$ref)) return { kind: 'again' };
      return { kind: 'list', of: columnOf(shape.items, within) };
    }
    if (shape.properties !== undefined) return { kind: 'struct', columns: columnsIn(shape.properties, within) };
    if (typeof shape.additionalProperties === 'object') {
      return { kind: 'map', of: columnOf(shape.additionalProperties, within) };
    }
    if (shape.format === 'date') return { kind: 'day' };
    const kind = SCALARS[shape.type as string];
    if (kind === undefined || kind === null) throw new Error(`no column holds ${JSON.stringify(shape)}`);
    return { kind };
  };

  const columnsIn = (properties: Readonly<Record<string, Shape>>, within: readonly string[]): readonly NamedColumn[] =>
    Object.entries(properties).map(([name, shape]) => ({ name, ...columnOf(shape, within) }));

  return columnsIn(schema.properties ?? {}, []);
}

/** The forms among which a value has one: `anyOf`, or a list of types. */
function choicesOf(shape: Shape): readonly Shape[] {
  if (shape.anyOf !== undefined) return shape.anyOf.flatMap(choicesOf);
  if (Array.isArray(shape.type)) return shape.type.map((type: string) => ({ ...shape, type }));
  return [shape];
}

/** A value as it stands in a column of text: the JSON text of what is no text. */
export const textOf = (value: unknown): string => (typeof value === 'string' ? value : JSON.stringify(value));
