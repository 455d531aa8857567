import { readFileSync } from 'node:fs';

/**
 * The text of `<name>.tsv` beside this file: for a table that is so large that rows of it would take longer to make than
 * an article to read. @throws Error when it is missing.
 */
export const tableText = (name: string): string => readFileSync(new URL(`./${name}.tsv`, import.meta.url), 'utf8');

/** One line of a table, by the names in its first line. A column that the line leaves out is an empty string. */
export type Row = Readonly<Record<string, string>>;

const loaded = new Map<string, readonly Row[]>();

/**
 * The rows of `<name>.tsv` beside this file, read once a process. Lines that open with `#` are comments; the first other line has the names
 * of the columns.
 * @throws Error when the table is missing or a line has more cells than the table has columns.
 */
export function loadTable(name: string): readonly Row[] {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  const rows = parseTable(tableText(name), `${name}.tsv`);
  loaded.set(name, rows);
  return rows;
}

/** The rows of a table given as text; `source` stands in messages. */
export function parseTable(text: string, source: string): readonly Row[] {
  let columns: readonly string[] | null = null;
  const rows: Row[] = [];
  text.split('\n').forEach((raw, index) => {
    const line = raw.endsWith('\r') ? raw.slice(0, -1) : raw;
    if (line === '' || line.startsWith('#')) return;
    const cells = line.split('\t');
    if (columns === null) {
      columns = cells;
      return;
    }
    if (cells.length > columns.length) {
      throw new Error(`${source}:${index + 1}: ${cells.length} cells in a table of ${columns.length} columns`);
    }
    const row: Record<string, string> = {};
    for (let i = 0; i < columns.length; i++) row[columns[i] as string] = cells[i] ?? '';
    rows.push(row);
  });
  return rows;
}
