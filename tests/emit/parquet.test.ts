import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { ParquetEncoder } from '../../src/emit/parquet.ts';
import type { MeetingRecord } from '../../src/emit/schema.ts';
import { anyRecords } from './any-record.ts';
import { inDuckDb, literal } from './duckdb.ts';

let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyao-parquet-'));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const fileOf = (records: readonly MeetingRecord[]): string => {
  const encoder = new ParquetEncoder();
  const parts = records.map((record) => encoder.add(JSON.stringify(record)));
  const path = join(folder, `${records.length}.parquet`);
  writeFileSync(path, Buffer.concat([...parts, encoder.end()]));
  return path;
};

/** A record as typed tables hold it: what may be text or something else is text. */
const asText = (value: unknown): unknown =>
  value === null || typeof value === 'string' ? value : JSON.stringify(value);
const inTables = (record: MeetingRecord): unknown => ({
  ...record,
  document: {
    ...record.document,
    id: asText(record.document.id),
    repairs: Object.fromEntries(Object.entries(record.document.repairs).map(([key, value]) => [key, asText(value)])),
  },
});

test('every value is read back by another program', async () => {
  const records = anyRecords(300);
  const rows = await inDuckDb(`SELECT to_json(r) FROM ${literal(fileOf(records))} r`);
  expect(rows.map((row) => JSON.parse(row as string))).toEqual(records.map(inTables));
});

test('a file of no record has its columns', async () => {
  const path = literal(fileOf([]));
  expect(await inDuckDb(`SELECT count(*)::INT FROM ${path}`)).toEqual([0]);
  expect(await inDuckDb(`SELECT column_name FROM (DESCRIBE SELECT * FROM ${path})`)).toEqual(
    Object.keys(anyRecords(1)[0] as object),
  );
});

test('row groups leave before the file is complete', () => {
  const encoder = new ParquetEncoder();
  const [record] = anyRecords(1) as [MeetingRecord];
  const long = JSON.stringify({ ...record, findings: [] });
  const ready = Array.from({ length: 4096 }, () => encoder.add(long).length);
  // The mark that opens the file leaves with the first record.
  expect(ready[0]).toBe(4);
  expect(ready.slice(1, -1).every((length) => length === 0)).toBe(true);
  expect(ready.at(-1)).toBeGreaterThan(0);
});
