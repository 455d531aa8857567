/** A value in a row of the database. Days are text (2024-10-19), whole numbers are numbers. */
export type Value = string | number | boolean | null;

/** A row of a result, by the names of its columns. */
export type Row = Readonly<Record<string, Value>>;

/** Values for the places of a statement: `$name`. Values never become part of its text. */
export type Parameters = Readonly<Record<string, string>>;

/** A database of records that is open. It must be closed by whoever opened it. */
export interface Connection {
  /** Runs statements that give nothing. */
  run(sql: string): Promise<void>;
  /** The rows of a query. */
  rows(sql: string, parameters?: Parameters): Promise<readonly Row[]>;
  /** Opens a temporary table for adding rows at the speed of a bulk load; `null` and text only. */
  adder(table: string): Promise<RowAdder>;
  close(): void;
}

/** Adds rows to one table; they are there once it is closed. */
export interface RowAdder {
  add(row: readonly (string | null)[]): void;
  close(): void;
}

/** The package that embeds DuckDB is not installed; it is no part of the default installation because of its size. */
export class DatabaseMissing extends Error {
  constructor() {
    super(`the database needs ${PACKAGE}, which is not installed`);
    this.name = 'DatabaseMissing';
  }
}

/** The database cannot be opened, read or written; the message says why, as DuckDB tells it. */
export class DatabaseFailed extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
    this.name = 'DatabaseFailed';
  }
}

/** The package by which DuckDB is reached. */
export const PACKAGE = '@duckdb/node-api';

/**
 * Opens a database, loading DuckDB only now. Nothing in a database or a query can make it read other files or fetch
 * extensions: that is switched off, and cannot be switched on again while it is open.
 * @throws DatabaseMissing when DuckDB is not installed. DatabaseFailed when the file cannot be opened.
 */
export async function openDatabase(path: string, access: 'read' | 'write'): Promise<Connection> {
  const { DuckDBInstance } = await import('@duckdb/node-api').catch((error: NodeJS.ErrnoException) => {
    throw error.code === 'ERR_MODULE_NOT_FOUND' ? new DatabaseMissing() : new DatabaseFailed(error);
  });
  const attempt = async <T>(work: () => Promise<T>): Promise<T> => {
    try {
      return await work();
    } catch (error) {
      throw new DatabaseFailed(error);
    }
  };
  const instance = await attempt(() =>
    DuckDBInstance.create(path, {
      access_mode: access === 'read' ? 'READ_ONLY' : 'READ_WRITE',
      enable_external_access: 'false',
      autoinstall_known_extensions: 'false',
      lock_configuration: 'true',
    }),
  );
  const connection = await attempt(() => instance.connect());
  return {
    run: (sql) =>
      attempt(async () => {
        await connection.run(sql);
      }),
    rows: (sql, parameters = {}) =>
      attempt(async () => {
        const reader = await connection.runAndReadAll(sql, parameters);
        return reader.getRowObjectsJson().map((row) => {
          const types = reader.columnTypes();
          return Object.fromEntries(
            Object.entries(row).map(([name, value], index) => [name, inJs(value, String(types[index]))]),
          );
        });
      }),
    async adder(table) {
      const appender = await attempt(() => connection.createAppender(table, 'main', 'temp'));
      return {
        add(row) {
          for (const value of row) {
            if (value === null) appender.appendNull();
            else appender.appendVarchar(value);
          }
          appender.endRow();
        },
        close: () => appender.closeSync(),
      };
    },
    close() {
      connection.closeSync();
      instance.closeSync();
    },
  };
}

/** Whole numbers of 64 bits come as text; none here is beyond what a number holds exactly. */
const inJs = (value: unknown, type: string): Value =>
  type === 'BIGINT' && value !== null ? Number(value) : (value as Value);
