import { type Column, columnsOf, type NamedColumn, textOf } from './columns.ts';
import type { MeetingRecord } from './schema.ts';

/** What one place of a table holds; null where nothing was found. */
export type Cell = string | number | boolean | null;

/** One of the tables that hold records together: a name, and the names of its columns. */
export interface Table {
  readonly name: string;
  readonly columns: readonly string[];
}

/** A row, and the table in which it stands. */
export interface Row {
  readonly table: string;
  readonly cells: readonly Cell[];
}

/** The columns that every table begins with; together they say which record a row is of. */
const KEY = ['id', 'path', 'line'] as const;

/**
 * The columns that follow in every table but `records`: the place of the value in its record as a JSON Pointer (RFC 6901),
 * the pointer of the value that it belongs to (null: the record itself), and its number in the list there, from 1.
 */
const PLACE = ['pointer', 'parent', 'ordinal'] as const;

/** The tables are called by the keys of the record; a plan is called by what it lists. */
const NAMES: Readonly<Record<string, string>> = { workPlan: 'plan_items' };

/** workPlan → work_plan */
const snake = (key: string): string => key.replace(/[A-Z]/gu, (capital) => `_${capital.toLowerCase()}`);
const tableName = (key: string): string => NAMES[key] ?? snake(key);

/** The columns of the structs in a list, of the one value of a list of scalars, or of the entries of a map. */
const columnsWithin = ({ form }: Column): readonly NamedColumn[] => {
  if (form.kind === 'map')
    return [
      { name: 'key', form: { kind: 'text' }, nullable: false },
      { name: 'value', ...form.of },
    ];
  if (form.kind !== 'list') return [];
  return form.of.form.kind === 'struct' ? form.of.form.columns : [{ name: 'value', ...form.of }];
};

/** A column that has one cell in its row: everything but lists and maps. `under` is the keys that lead to it. */
interface Leaf {
  readonly under: readonly string[];
  readonly column: NamedColumn;
}

/** The cells of a row, and the lists that have tables of their own, of structs within structs too. */
function partsOf(columns: readonly NamedColumn[], under: readonly string[] = []): readonly [Leaf[], Leaf[]] {
  const leaves: Leaf[] = [];
  const lists: Leaf[] = [];
  for (const column of columns) {
    const { kind } = column.form;
    if (kind === 'struct') {
      const [inner, innerLists] = partsOf(column.form.columns, [...under, column.name]);
      for (const leaf of inner) leaves.push(leaf);
      for (const list of innerLists) lists.push(list);
    } else (kind === 'list' || kind === 'map' || kind === 'again' ? lists : leaves).push({ under, column });
  }
  return [leaves, lists];
}

const nameOf = ({ under, column }: Leaf): string => [...under, column.name].map(snake).join('_');
const isKey = ({ under, column }: Leaf): boolean =>
  under.length === 0 ? column.name === 'id' : under[0] === 'document' && ['path', 'line'].includes(column.name);

const RECORD_COLUMNS = columnsOf();

/** The tables, `records` first. They are read off the schema: a new field brings its columns and tables along. */
export const TABLES: readonly Table[] = (() => {
  const [leaves, lists] = partsOf(RECORD_COLUMNS);
  const tables: Table[] = [
    { name: 'records', columns: [...KEY, ...leaves.filter((leaf) => !isKey(leaf)).map(nameOf)] },
  ];
  const visit = (found: readonly Leaf[]): void => {
    for (const { column } of found) {
      if (column.form.kind === 'again') continue;
      const name = tableName(column.name);
      const [inner, innerLists] = partsOf(columnsWithin(column));
      const columns = [...KEY, ...PLACE, ...inner.map(nameOf)];
      const known = tables.find((table) => table.name === name);
      if (known !== undefined && known.columns.join() !== columns.join())
        throw new Error(`two tables would be called ${name}: of ${known.columns} and of ${columns}`);
      if (known === undefined) tables.push({ name, columns });
      visit(innerLists);
    }
  };
  visit(lists);
  return tables;
})();

/** The rows of a record: one in `records`, then those of its lists, each list behind what it belongs to. */
export function rowsOf(record: MeetingRecord): readonly Row[] {
  const key: readonly Cell[] = [record.id, record.document.path, record.document.line];
  const [leaves, lists] = partsOf(RECORD_COLUMNS);
  const cells = leaves.filter((leaf) => !isKey(leaf)).map((leaf) => cellOf(record, leaf));
  const rows: Row[] = [{ table: 'records', cells: [...key, ...cells] }];

  const visit = (value: unknown, found: readonly Leaf[], at: string, own: Leaf | null): void => {
    for (const list of found) {
      const members = within(value, [...list.under, list.column.name]);
      if (members === null || members === undefined) continue;
      const above = [at, ...list.under.map(escaped)].join('/');
      const meant = list.column.form.kind === 'again' && own !== null ? own : list;
      const [inner, innerLists] = partsOf(columnsWithin(meant.column));
      const asStructs = structsOf(members, meant.column);
      for (const [index, [step, member]] of asStructs.entries()) {
        const pointer = [above, escaped(list.column.name), escaped(step)].join('/');
        const place: readonly Cell[] = [pointer, above === '' ? null : above, index + 1];
        const table = tableName(meant.column.name);
        rows.push({ table, cells: [...key, ...place, ...inner.map((leaf) => cellOf(member, leaf))] });
        visit(member, innerLists, pointer, meant);
      }
    }
  };
  visit(record, lists, '', null);
  return rows;
}

/** The members of a list or map as objects, each with its step in a JSON Pointer. */
function structsOf(members: unknown, { form }: NamedColumn): readonly (readonly [step: string, member: unknown])[] {
  if (form.kind === 'map') {
    return Object.entries(members as Record<string, unknown>).map(([key, value]) => [key, { key, value }]);
  }
  const bare = form.kind === 'list' && form.of.form.kind !== 'struct';
  return (members as readonly unknown[]).map((member, index) => [String(index), bare ? { value: member } : member]);
}

const within = (value: unknown, keys: readonly string[]): unknown =>
  keys.reduce((inner: unknown, key) => (inner as Record<string, unknown> | null | undefined)?.[key], value);

function cellOf(value: unknown, { under, column }: Leaf): Cell {
  const found = within(value, [...under, column.name]);
  if (found === null || found === undefined) return null;
  return column.form.kind === 'text' ? textOf(found) : (found as Cell);
}

/** A key as a step of a JSON Pointer. */
const escaped = (key: string): string => key.replaceAll('~', '~0').replaceAll('/', '~1');
