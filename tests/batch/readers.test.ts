import { afterEach, expect, test } from 'vitest';
import type { Readable } from '../../src/batch/inputs.ts';
import { Readers } from '../../src/batch/readers.ts';
import { inEnglish } from '../../src/model/phrase.ts';

const SETUP = { names: { id: 'id', title: 'title', date: 'published', text: 'text' } };
const worker = new URL('./odd-worker.mjs', import.meta.url);

/** A line so long that it goes to a worker, and tells it what to do. */
const large = (wish: string, line = 1): Readable => {
  const bytes = new Uint8Array(300_000).fill(0x20);
  bytes.set(Buffer.from(wish));
  return { kind: 'line', path: 'odd.jsonl', line, bytes };
};

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);

let readers: Readers;
afterEach(() => readers.close());

test.each([
  ['hang', 'timeout', 'not read within 0.3 s'],
  ['fill', 'out-of-memory', 'needs more than 64 MB of memory'],
  ['end', 'worker-died', 'the worker that read it ended'],
])('an input whose worker will %s costs itself alone', async (wish, code, text) => {
  readers = new Readers(SETUP, { jobs: 1, timeout: wish === 'hang' ? 300 : 60_000, memory: 64, worker });
  const outcomes = await readers.read([large('one', 1), large(wish, 2), large('three', 3)]);
  expect(outcomes[0]).toEqual({ outcome: 'ok', json: utf8('"one"') });
  const [, odd] = outcomes;
  if (odd?.outcome !== 'failed') throw new Error('it was read');
  expect(odd.failure).toMatchObject({ message: { code, path: 'odd.jsonl', line: 2 }, id: null, bug: false });
  expect(inEnglish(odd.failure.message.text)).toContain(text);
  expect(outcomes[2]).toEqual({ outcome: 'ok', json: utf8('"three"') });
});

test('an input that is not read in time in this thread is tried in a worker, and this thread is used no more', async () => {
  readers = new Readers(SETUP, { jobs: 1, timeout: 5, worker });
  const slow = Buffer.from(JSON.stringify({ text: '江城市召开会议。'.repeat(8000) }));
  const quick = Buffer.from('quick');
  const line = { kind: 'line', path: null, line: null } as const;
  const [outcome] = await readers.read([{ ...line, bytes: slow }]);
  expect(outcome).toMatchObject({ outcome: 'ok', json: utf8(JSON.stringify(slow.toString())) });
  expect(await readers.read([{ ...line, bytes: quick }])).toEqual([{ outcome: 'ok', json: utf8('"quick"') }]);
});
