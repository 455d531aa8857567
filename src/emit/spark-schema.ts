import { type Column, columnsOf, type NamedColumn } from './columns.ts';

/**
 * The form of a record as the JSON of a Spark StructType (`StructType.fromJson` in Python, `DataType.fromJson` in Scala).
 * The sub-items of a plan item are a string there: Spark keeps the JSON text of them.
 */
export const sparkSchema = (): object => structOf(columnsOf());

const structOf = (columns: readonly NamedColumn[]): object => ({
  type: 'struct',
  fields: columns.map((column) => ({
    name: column.name,
    type: typeOf(column),
    nullable: column.nullable,
    metadata: {},
  })),
});

function typeOf({ form }: Column): string | object {
  switch (form.kind) {
    case 'list':
      return { type: 'array', elementType: typeOf(form.of), containsNull: form.of.nullable };
    case 'map':
      return { type: 'map', keyType: 'string', valueType: typeOf(form.of), valueContainsNull: form.of.nullable };
    case 'struct':
      return structOf(form.columns);
    default:
      return { text: 'string', whole: 'long', flag: 'boolean', day: 'date', again: 'string' }[form.kind];
  }
}
