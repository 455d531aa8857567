import { type Column, columnsOf } from './columns.ts';

/** A name in SQL, whatever it is made of. */
const quoted = (name: string): string => `"${name.replaceAll('"', '""')}"`;

/** The form of a record as the DuckDB statement that makes its table; `COPY records FROM 'records.jsonl'` fills it. */
export function duckdbSchema(): string {
  const rows = columnsOf().map((column) => {
    const always = column.nullable ? '' : ' NOT NULL';
    return `  ${quoted(column.name)} ${typeOf(column)}${always}`;
  });
  return `CREATE TABLE IF NOT EXISTS records (\n${rows.join(',\n')}\n);\n`;
}

function typeOf({ form }: Column): string {
  switch (form.kind) {
    case 'list':
      return `${typeOf(form.of)}[]`;
    case 'map':
      return `MAP(VARCHAR, ${typeOf(form.of)})`;
    case 'struct':
      return `STRUCT(${form.columns.map((column) => `${quoted(column.name)} ${typeOf(column)}`).join(', ')})`;
    default:
      return { text: 'VARCHAR', whole: 'BIGINT', flag: 'BOOLEAN', day: 'DATE', again: 'JSON' }[form.kind];
  }
}
