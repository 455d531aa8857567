import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toFolder } from '../../src/batch/output-folder.ts';
import { csvLine } from '../../src/emit/csv.ts';
import { csvSink } from '../../src/emit/csv-sink.ts';
import { OutputFailed } from '../../src/emit/output.ts';
import type { MeetingRecord } from '../../src/emit/schema.ts';
import { TABLES } from '../../src/emit/tables.ts';
import { anyRecords } from './any-record.ts';
import { inDuckDb, literal } from './duckdb.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyao-csv-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const files = TABLES.map(({ name }) => `${name}.csv`).sort();

describe('a line', () => {
  test.each([
    [['a', 1, true, null, ''], '"a",1,true,,""\r\n'],
    [['she said "no", and\r\nleft'], '"she said ""no"", and\r\nleft"\r\n'],
    [['=1+1'], `"'=1+1"\r\n`],
    [['+86', '-1', '@江', '\tx', '\rx', '\nx', '\0x'], `"'+86","'-1","'@江","'\tx","'\rx","'\nx","'\0x"\r\n`],
    [[' =1', '\u200B=1', '＝1', '＋1', '－1', '＠1'], `"' =1","'\u200B=1","'＝1","'＋1","'－1","'＠1"\r\n`],
    [["'90年代"], `"''90年代"\r\n`],
    [['1=1', '会议-一', '—', ' a'], '"1=1","会议-一","—"," a"\r\n'],
  ])('of %j', (cells, line) => {
    expect(csvLine(cells)).toBe(line);
  });
});

describe('the tables', () => {
  test('hold every value, read back by another program', async () => {
    const records = anyRecords(150).map((record, index) => ({ ...record, id: index.toString(16).padStart(32, '0') }));
    const sink = await csvSink(await toFolder(join(folder, 'tables')));
    for (const record of records) await sink.write(Buffer.from(JSON.stringify(record)));
    await sink.finish();
    const rows = new Map<string, readonly Row[]>();
    for (const { name } of TABLES) {
      const path = join(folder, 'tables', `${name}.csv`);
      const options = `all_varchar=true, header=true, delim=',', quote='"', escape='"', allow_quoted_nulls=false, new_line='\\r\\n', parallel=false`;
      const read = `SELECT to_json(t) FROM read_csv(${literal(path)}, ${options}) t`;
      rows.set(
        name,
        (await inDuckDb(read)).map((row) => JSON.parse(row as string)),
      );
    }
    const again = new Map<unknown, unknown>();
    for (const row of rows.get('records') ?? []) again.set(row.id, recordFrom(row, rows));
    expect(records.map(({ id }) => again.get(id))).toEqual(records.map(inTables));
  });

  test('appear together, without a trace beside them, and over those of an earlier run', async () => {
    const path = join(folder, 'tables');
    const [record] = anyRecords(1) as [MeetingRecord];
    for (const times of [3, 1]) {
      const sink = await csvSink(await toFolder(path));
      for (let i = 0; i < times; i++) await sink.write(Buffer.from(JSON.stringify(record)));
      await sink.finish();
      expect(readdirSync(folder)).toEqual(['tables']);
      expect(readdirSync(path).sort()).toEqual(files);
    }
    expect(readFileSync(join(path, 'records.csv'), 'utf8').split(record.id)).toHaveLength(2);
  });

  test('leave other files of the folder alone, and nothing when they are abandoned', async () => {
    const path = join(folder, 'tables');
    mkdirSync(path);
    writeFileSync(join(path, 'records.csv'), 'before');
    writeFileSync(join(path, 'notes.txt'), 'mine');
    const sink = await csvSink(await toFolder(path));
    await sink.write(Buffer.from(JSON.stringify(anyRecords(1)[0])));
    await sink.abandon();
    expect(readdirSync(path).sort()).toEqual(['notes.txt', 'records.csv']);
    expect(readFileSync(join(path, 'records.csv'), 'utf8')).toBe('before');

    const fresh = await csvSink(await toFolder(join(folder, 'fresh')));
    await fresh.abandon();
    expect(readdirSync(folder)).toEqual(['tables']);
  });

  test('are not written where a file is', async () => {
    writeFileSync(join(folder, 'tables'), '');
    const failure = await toFolder(join(folder, 'tables')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OutputFailed);
    expect(failure).toMatchObject({ exitCode: 73, message: 'cannot be created: a file of that name is there' });
  });
});

type Row = Readonly<Record<string, string | null>>;

/** What a text was before it was made safe: an apostrophe before it is taken away. */
const plain = (text: string | null | undefined): string | null => text?.replace(/^'/u, '') ?? null;
const whole = (text: string | null | undefined): number | null => (text === null || text === undefined ? null : +text);

/** Puts a record together from the tables, as a reader would who knows the record and the keys. */
function recordFrom(row: Row, tables: ReadonlyMap<string, readonly Row[]>): unknown {
  const of = (table: string, parent: string | null): readonly Row[] =>
    (tables.get(table) ?? []).filter((one) => one.id === row.id && one.parent === parent);
  const evidence = (at: string) =>
    of('evidence', at).map(({ start, end }) => ({ start: whole(start), end: whole(end) }));
  const items = (parent: string | null): unknown[] =>
    of('plan_items', parent).map((item) => ({
      number: whole(item.number),
      marker: plain(item.marker),
      heading: plain(item.heading),
      text: plain(item.text),
      by: plain(item.by),
      children: items(item.pointer as string),
      evidence: evidence(item.pointer as string),
    }));
  /** A part of the record that is null, or has all of its cells in the row of the record. */
  const part = (name: string, always: string, keys: readonly string[]): unknown =>
    row[`${name}_${always}`] === null
      ? null
      : {
          ...Object.fromEntries(keys.map((key) => [key, plain(row[`${name}_${key}`])])),
          evidence: evidence(`/${name}`),
        };
  return {
    schema: row.schema,
    id: row.id,
    document: {
      path: plain(row.path),
      line: whole(row.line),
      id: plain(row.document_id),
      title: plain(row.document_title),
      published: row.document_published,
      encoding: plain(row.document_encoding),
      bytes: whole(row.document_bytes),
      sha256: row.document_sha256,
      repairs: Object.fromEntries(of('repairs', '/document').map(({ key, value }) => [plain(key), plain(value)])),
    },
    meeting: part('meeting', 'name', ['name', 'organizer', 'type']),
    date: part('date', 'start', ['start', 'end', 'text', 'certainty', 'because']),
    venue: part('venue', 'mode', ['text', 'place', 'adcode', 'mode']),
    officials: of('officials', null).map((official) => ({
      name: plain(official.name),
      titles: of('titles', official.pointer as string).map((title) => ({
        text: plain(title.text),
        organization: plain(title.organization),
        post: plain(title.post),
        evidence: evidence(title.pointer as string),
      })),
      roles: of('roles', official.pointer as string).map(({ value }) => value),
      evidence: evidence(official.pointer as string),
    })),
    attendees: of('attendees', null).map((one) => ({
      kind: one.kind,
      text: plain(one.text),
      mode: one.mode,
      count: whole(one.count),
      evidence: evidence(one.pointer as string),
    })),
    workPlan: items(null),
    outlet: part('outlet', 'name', ['name']),
    findings: of('findings', null).map((finding) => ({
      code: plain(finding.code),
      severity: finding.severity,
      message: plain(finding.message),
      evidence: evidence(finding.pointer as string),
    })),
  };
}

/** A record as the tables hold it. */
function inTables(record: MeetingRecord): unknown {
  const text = (value: unknown): unknown =>
    value === null || typeof value === 'string' ? value : JSON.stringify(value);
  const { document } = record;
  const repairs = Object.fromEntries(Object.entries(document.repairs).map(([key, value]) => [key, text(value)]));
  return { ...record, document: { ...document, id: text(document.id), repairs } };
}
