import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { duckdbSchema } from '../../src/emit/duckdb-schema.ts';
import { frames } from '../../src/emit/json-lines.ts';
import { anyRecords } from './any-record.ts';
import { inDuckDb, literal } from './duckdb.ts';

test('the table takes records as they are written', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'huiyao-duckdb-'));
  try {
    const records = anyRecords(200);
    const path = join(folder, 'records.jsonl');
    writeFileSync(path, records.map((record) => frames.jsonl.one(JSON.stringify(record))).join(''));
    const copy = `COPY records FROM ${literal(path)} (FORMAT json, ARRAY false)`;
    const rows = await inDuckDb(duckdbSchema(), copy, 'SELECT to_json(r) FROM records r');
    expect(rows.map((row) => JSON.parse(row as string))).toEqual(
      records.map((record) => ({ ...record, document: { ...record.document, ...asText(record.document) } })),
    );
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});

/** What may be text or something else is text in the table. */
const asText = ({ id, repairs }: { id: string | number | null; repairs: Readonly<Record<string, unknown>> }) => ({
  id: id === null ? null : String(id),
  repairs: Object.fromEntries(Object.entries(repairs).map(([key, value]) => [key, String(value)])),
});

test('a record that lacks a field is refused', async () => {
  const insert = "INSERT INTO records (schema, id) VALUES ('huiyao/1', '0')";
  await expect(inDuckDb(duckdbSchema(), insert)).rejects.toThrow('NOT NULL constraint failed');
});
