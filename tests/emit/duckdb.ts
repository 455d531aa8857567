import { DuckDBInstance } from '@duckdb/node-api';

/** Runs SQL in an empty DuckDB, statement by statement, and gives the first value of each row of the last one. */
export async function inDuckDb(...statements: readonly string[]): Promise<readonly unknown[]> {
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  try {
    let rows: readonly unknown[] = [];
    for (const statement of statements) {
      const reader = await connection.runAndReadAll(statement);
      rows = reader.getRows().map(([first]) => first);
    }
    return rows;
  } finally {
    connection.closeSync();
    instance.closeSync();
  }
}

/** A text as a literal in SQL. */
export const literal = (text: string): string => `'${text.replaceAll("'", "''")}'`;
