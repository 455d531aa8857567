import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { type Connection, DatabaseFailed, openDatabase } from '../../src/database/connection.ts';
import { loadRecords, OtherForm } from '../../src/database/load.ts';
import { personOf } from '../../src/database/person.ts';
import { postOf } from '../../src/database/post.ts';
import { extract, type MeetingRecord } from '../../src/index.ts';
import { anyRecords } from '../emit/any-record.ts';

let database: Connection;
beforeEach(async () => {
  database = await openDatabase(':memory:', 'write');
});
afterEach(() => database.close());

async function* each(records: readonly MeetingRecord[]): AsyncGenerator<MeetingRecord> {
  yield* records;
}

const TABLES = [
  'articles',
  'sources',
  'meetings',
  'people',
  'organizations',
  'appearances',
  'roles',
  'titles',
  'plan_items',
];

/** Everything in a database, in an order that does not depend on how it came in. */
async function contents(of: Connection): Promise<readonly string[]> {
  const all: string[] = [];
  for (const table of TABLES) {
    const rows = await of.rows(`SELECT to_json(t)::VARCHAR AS row FROM ${table} t ORDER BY row`);
    all.push(...rows.map(({ row }) => `${table} ${row}`));
  }
  return all;
}

/** An article of an invented town; the record has the path that is given. */
const article = (path: string, published: string | null, text: string): MeetingRecord =>
  extract(text, { path, published });
const flood = (name: string, title: string): string =>
  `江城市召开防汛工作会议\n7月2日，江城市防汛工作会议召开。${title}${name}主持会议并讲话。会议要求，一是压实防汛责任，做到守土尽责。二是备足防汛物资，确保调运顺畅。\n`;

describe('loading', () => {
  test('puts every part of a record in its table', async () => {
    const record = article('a.txt', '2024-07-03', flood('江一帆', '江城市水务局局长'));
    expect(await loadRecords(database, each([record]))).toEqual({ added: 1, replaced: 0, unchanged: 0 });
    expect(await database.rows('SELECT id, title, published::VARCHAR AS p, day::VARCHAR AS d FROM articles')).toEqual([
      { id: record.id, title: '江城市召开防汛工作会议', p: '2024-07-03', d: '2024-07-02' },
    ]);
    expect(await database.rows('SELECT name, "start" FROM meetings')).toEqual([
      { name: record.meeting?.name, start: '2024-07-02' },
    ]);
    expect(await database.rows('SELECT name, number FROM people')).toEqual([{ name: '江一帆', number: 1 }]);
    expect(await database.rows('SELECT role FROM roles ORDER BY role')).toEqual([{ role: 'host' }, { role: 'speak' }]);
    const [official] = record.officials;
    expect(await database.rows('SELECT from_point, to_point FROM appearances')).toEqual([
      { from_point: official?.evidence[0]?.start, to_point: official?.evidence[0]?.end },
    ]);
    expect(await database.rows('SELECT title, organization, post FROM titles')).toEqual(
      official?.titles.map(({ text, organization, post }) => ({ title: text, organization, post })),
    );
    expect(await database.rows('SELECT ordinal, parent, text FROM plan_items ORDER BY ordinal')).toEqual(
      record.workPlan.map(({ text }, index) => ({ ordinal: index + 1, parent: null, text })),
    );
  });

  test('takes records of any content; again, in any order and in parts they change nothing', async () => {
    const records = anyRecords(60);
    await loadRecords(database, each(records));
    const before = await contents(database);
    expect(await loadRecords(database, each(records))).toMatchObject({ added: 0, replaced: 0 });
    expect(await loadRecords(database, each(records.slice(0, 9)))).toMatchObject({ added: 0, replaced: 0 });
    expect(await contents(database)).toEqual(before);

    const other = await openDatabase(':memory:', 'write');
    try {
      for (const record of [...records].reverse()) await loadRecords(other, each([record]));
      expect(await contents(other)).toEqual(before);
    } finally {
      other.close();
    }
  });

  test('counts an article once, however many mirrors have it', async () => {
    const text = flood('江一帆', '江城市水务局局长');
    const copies = [article('b.txt', null, text), article('c.txt', '2024-07-03', text), article('a.txt', null, text)];
    for (const order of [copies, [...copies].reverse()]) {
      const fresh = await openDatabase(':memory:', 'write');
      try {
        for (const copy of order) await loadRecords(fresh, each([copy]));
        // The copy that tells when it was published dates the meeting.
        expect(await fresh.rows('SELECT path, day::VARCHAR AS day FROM articles')).toEqual([
          { path: 'c.txt', day: '2024-07-02' },
        ]);
        const [person] = await personOf(fresh, '江一帆');
        expect(person?.appearances).toHaveLength(1);
        expect(person?.appearances[0]?.sources).toEqual(['a.txt', 'b.txt', 'c.txt']);
      } finally {
        fresh.close();
      }
    }
  });

  test('puts a newer reading in place of the older one', async () => {
    const text = flood('江一帆', '江城市水务局局长');
    const record = article('a.txt', '2024-07-03', text);
    const changed = {
      ...record,
      officials: [{ ...(record.officials[0] as MeetingRecord['officials'][0]), name: '江二帆' }],
    };
    await loadRecords(database, each([record]));
    expect(await loadRecords(database, each([changed]))).toEqual({ added: 0, replaced: 1, unchanged: 0 });
    expect(await database.rows('SELECT name FROM people')).toEqual([{ name: '江二帆' }]);
    expect(await personOf(database, '江一帆')).toEqual([]);
  });

  test('that breaks off leaves everything as it was', async () => {
    await loadRecords(database, each(anyRecords(5)));
    const before = await contents(database);
    const broken = async function* (): AsyncGenerator<MeetingRecord> {
      yield* anyRecords(20);
      throw new Error('the disk is gone');
    };
    await expect(loadRecords(database, broken())).rejects.toThrow('the disk is gone');
    expect(await contents(database)).toEqual(before);
    expect(await loadRecords(database, each(anyRecords(6)))).toMatchObject({ added: 1 });
  });

  test('keeps out of a database of another form', async () => {
    await database.run("CREATE TABLE form (name VARCHAR PRIMARY KEY); INSERT INTO form VALUES ('huiyao-db/0')");
    await expect(loadRecords(database, each([]))).rejects.toBeInstanceOf(OtherForm);
  });
});

describe('a person', () => {
  test('has titles from the first to the last day, and appearances in order', async () => {
    await loadRecords(
      database,
      each([
        article('2.txt', '2025-07-03', flood('江一帆', '江城市水务局局长')),
        article('1.txt', '2023-07-03', flood('江一帆', '江城市水务局局长').replace('压实', '扛牢')),
      ]),
    );
    const [person, ...more] = await personOf(database, '江一帆');
    expect(more).toEqual([]);
    expect(person?.titles).toMatchObject([
      { title: '江城市水务局局长', firstSeen: '2023-07-02', lastSeen: '2025-07-02', articles: 2 },
    ]);
    expect(person?.appearances.map(({ day, roles }) => [day, roles])).toEqual([
      ['2023-07-02', ['host', 'speak']],
      ['2025-07-02', ['host', 'speak']],
    ]);
  });

  test('is kept apart from a namesake', async () => {
    await loadRecords(
      database,
      each([
        article('1.txt', '2023-07-03', flood('江一帆', '江城市水务局局长')),
        article('2.txt', '2024-07-03', flood('江一帆', '云岭县委书记')),
      ]),
    );
    const people = await personOf(database, '江一帆');
    expect(people.map(({ number, titles }) => [number, titles.map(({ title }) => title)])).toEqual([
      [1, ['江城市水务局局长']],
      [2, ['云岭县委书记']],
    ]);
  });

  test('is found by name alone, whatever the name is', async () => {
    await loadRecords(database, each([article('1.txt', '2023-07-03', flood('江一帆', '江城市水务局局长'))]));
    for (const name of ["' OR 1=1 --", "江一帆'; DROP TABLE articles; --", '%', '$name', '']) {
      expect(await personOf(database, name)).toEqual([]);
      expect(await postOf(database, name)).toEqual({ holders: [], conflicts: [] });
    }
    expect(await personOf(database, '江一帆')).toHaveLength(1);
  });
});

describe('a post', () => {
  const held = (path: string, day: string, name: string, title: string): MeetingRecord =>
    article(path, day, `${flood(name, title)}（${path}）`);

  test('shows who held it, and who at one time', async () => {
    await loadRecords(
      database,
      each([
        held('1.txt', '2022-07-03', '江一帆', '江城市水务局局长'),
        held('2.txt', '2024-07-03', '江一帆', '江城市水务局局长'),
        held('3.txt', '2023-07-03', '沈知秋', '江城市水务局局长'),
        held('4.txt', '2025-07-03', '沈知秋', '江城市水务局局长'),
        held('5.txt', '2026-07-03', '陆明远', '江城市水务局局长'),
        held('6.txt', '2023-07-03', '陆明远', '云岭县水务局局长'),
      ]),
    );
    const { holders, conflicts } = await postOf(database, '江城市水务局局长');
    expect(holders.map(({ name, firstSeen, lastSeen }) => [name, firstSeen, lastSeen])).toEqual([
      ['江一帆', '2022-07-02', '2024-07-02'],
      ['沈知秋', '2023-07-02', '2025-07-02'],
      ['陆明远', '2026-07-02', '2026-07-02'],
    ]);
    expect(conflicts.map(({ holders: [one, other], from, to }) => [one.name, other.name, from, to])).toEqual([
      ['江一帆', '沈知秋', '2023-07-02', '2024-07-02'],
    ]);
  });

  test('that several hold at once has no conflicts', async () => {
    const title = '江城市水务局副局长';
    await loadRecords(
      database,
      each([held('1.txt', '2024-07-03', '江一帆', title), held('2.txt', '2024-07-03', '沈知秋', title)]),
    );
    const { holders, conflicts } = await postOf(database, title);
    expect([holders.length, conflicts.length]).toEqual([2, 0]);
  });
});

test('a query reaches no file beside the database', async () => {
  await expect(database.rows("SELECT * FROM read_text('package.json')")).rejects.toBeInstanceOf(DatabaseFailed);
  await expect(database.run('SET enable_external_access = true')).rejects.toBeInstanceOf(DatabaseFailed);
});
