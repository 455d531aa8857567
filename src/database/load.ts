import { createHash } from 'node:crypto';
import type { MeetingRecord } from '../emit/schema.ts';
import { type Cell, rowsOf, TABLES } from '../emit/tables.ts';
import type { Connection, RowAdder } from './connection.ts';
import { bearersOf } from './namesakes.ts';
import { CHOOSE, CREATE_TABLES, DATABASE_FORM, NAMES_TOUCHED, PUT_IN, SETTLE_NAMES } from './tables.ts';

/** What loading did to the articles of the database; copies of one article are counted once. */
export interface Loaded {
  readonly added: number;
  readonly replaced: number;
  readonly unchanged: number;
}

/** The database was made by another version, in another form. */
export class OtherForm extends Error {
  readonly form: string;

  constructor(form: string) {
    super(`the database has the form ${form}, this version writes ${DATABASE_FORM}`);
    this.form = form;
    this.name = 'OtherForm';
  }
}

/** The columns of staged rows, beside `seq`: which record it is, in the order of loading. */
const STAGED = TABLES.map(({ name, columns }) => ({
  name,
  // Rows find their record by its number; the key that they repeat is left out.
  columns: name === 'records' ? [...columns, 'digest'] : [...columns.slice(3), 'place'],
}));

/**
 * Loads records in one transaction: whatever goes wrong, also in what gives the records, the database is as it was.
 * Records that are there already change nothing.
 * @throws OtherForm when the database is of another version. DatabaseFailed when it cannot be written.
 */
export async function loadRecords(database: Connection, records: AsyncIterable<MeetingRecord>): Promise<Loaded> {
  await database.run('BEGIN TRANSACTION');
  try {
    await database.run(CREATE_TABLES);
    const [other] = await database.rows('SELECT name FROM form WHERE name <> $form', { form: DATABASE_FORM });
    if (other !== undefined) throw new OtherForm(String(other.name));
    await stage(database, records);
    await database.run(CHOOSE);
    await database.run(PUT_IN);
    await tellNamesakes(database);
    const [counts] = await database.rows(`
      SELECT (SELECT count(*) FROM chosen WHERE NOT known) AS added,
        (SELECT count(*) FROM chosen WHERE known) AS replaced,
        (SELECT count(DISTINCT id) FROM staged_records) AS read`);
    await database.run('COMMIT');
    const { added, replaced, read } = counts as { added: number; replaced: number; read: number };
    return { added, replaced, unchanged: read - added - replaced };
  } catch (error) {
    await database.run('ROLLBACK').catch(() => {});
    throw error;
  }
}

/** Puts the rows of all records into temporary tables, from which statements take them. */
async function stage(database: Connection, records: AsyncIterable<MeetingRecord>): Promise<void> {
  const adders = new Map<string, RowAdder>();
  for (const { name, columns } of STAGED) {
    const all = ['seq', ...columns].map((column) => `"${column}" VARCHAR`);
    await database.run(`CREATE OR REPLACE TEMP TABLE staged_${name} (${all.join(', ')})`);
    adders.set(name, await database.adder(`staged_${name}`));
  }
  try {
    let seq = 0;
    for await (const record of records) {
      const number = String(++seq);
      const digest = createHash('sha256').update(JSON.stringify(record)).digest('hex');
      for (const [place, { table, cells }] of rowsOf(record).entries()) {
        const row = table === 'records' ? [...cells.map(asText), digest] : [...cells.slice(3).map(asText), `${place}`];
        adders.get(table)?.add([number, ...row]);
      }
    }
  } finally {
    for (const adder of adders.values()) adder.close();
  }
}

const asText = (cell: Cell): string | null => (cell === null ? null : String(cell));

/** Numbers the people of every name that was touched. */
async function tellNamesakes(database: Connection): Promise<void> {
  await database.run('CREATE OR REPLACE TEMP TABLE bearers (article VARCHAR, ordinal VARCHAR, number VARCHAR)');
  const bearers = await database.adder('bearers');
  let name: string | null = null;
  let tellings: { article: string; ordinal: string; titles: { organization: string | null; post: string }[] }[] = [];
  const settle = (): void => {
    for (const [index, number] of bearersOf(tellings).entries()) {
      const { article, ordinal } = tellings[index] as (typeof tellings)[number];
      bearers.add([article, ordinal, number === null ? null : String(number)]);
    }
    tellings = [];
  };
  for (const row of await database.rows(NAMES_TOUCHED)) {
    if (row.name !== name) settle();
    name = row.name as string;
    const last = tellings.at(-1);
    const same = last !== undefined && last.article === row.article && last.ordinal === String(row.ordinal);
    const telling = same ? last : { article: row.article as string, ordinal: String(row.ordinal), titles: [] };
    if (!same) tellings.push(telling);
    if (row.post !== null) {
      telling.titles.push({ organization: row.organization as string | null, post: row.post as string });
    }
  }
  settle();
  bearers.close();
  await database.run(SETTLE_NAMES);
}
