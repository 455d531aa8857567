import { existsSync } from 'node:fs';
import { type Connection, DatabaseFailed, DatabaseMissing, openDatabase, PACKAGE } from '../database/connection.ts';
import { say } from '../model/phrase.ts';
import { type Surroundings, UsageError } from './command.ts';
import { EXIT } from './exit-codes.ts';

/** Options of the commands that ask the database. */
export interface QueryFlags {
  readonly db: string;
  readonly format: 'text' | 'json';
}

/**
 * Opens the database, lets `work` use it, and closes it. That it cannot be opened, read or written is told.
 * @throws UsageError when DuckDB is not installed, or a database that is to be read does not exist.
 */
export async function withDatabase(
  path: string,
  access: 'read' | 'write',
  around: Surroundings,
  work: (database: Connection) => Promise<number>,
): Promise<number> {
  if (access === 'read' && !existsSync(path)) {
    throw new UsageError(say`there is no database ${path}`, say`huiyao load records.jsonl --db ${path} makes it`);
  }
  let database: Connection | null = null;
  try {
    database = await openDatabase(path, access);
    return await work(database);
  } catch (error) {
    if (error instanceof DatabaseMissing) {
      throw new UsageError(
        say`the database needs ${PACKAGE}, which is not installed`,
        say`npm install ${PACKAGE} (with -g when huiyao is installed with -g)`,
        'database-missing',
      );
    }
    if (!(error instanceof DatabaseFailed)) throw error;
    await around.tell({ severity: 'error', code: 'database', path, text: say`${error.message}` });
    return EXIT.failed;
  } finally {
    database?.close();
  }
}
