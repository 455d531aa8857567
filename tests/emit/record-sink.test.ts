import { expect, test } from 'vitest';
import type { Output } from '../../src/emit/output.ts';
import { jsonSink } from '../../src/emit/record-sink.ts';

/** An output that keeps what each call wrote. */
function kept(): { readonly output: Output; readonly writes: string[] } {
  const writes: string[] = [];
  const output: Output = {
    closed: false,
    async write(content) {
      if (content.length > 0) writes.push(Buffer.from(content).toString());
    },
    async finish() {},
    async abandon() {},
  };
  return { output, writes };
}

const json = (value: unknown): Uint8Array => Buffer.from(JSON.stringify(value));

test('records are gathered, and go out when nothing more is there or enough of them wait', async () => {
  const { output, writes } = kept();
  const sink = jsonSink('jsonl', output, false);
  await sink.write(json('会'));
  await sink.write(json('议'));
  expect(writes).toEqual([]);
  await sink.flush?.();
  await sink.flush?.();
  expect(writes).toEqual(['"会"\n"议"\n']);
  const long = '会'.repeat(30_000);
  await sink.write(json(long));
  expect(writes.slice(1)).toEqual([`"${long}"\n`]);
  await sink.write(json(1));
  await sink.finish();
  expect(writes.slice(2)).toEqual(['1\n']);
});

test.each([
  ['jsonl', false, [], ''],
  ['jsonl', true, ['会'], '"\\u4f1a"\n'],
  ['json', false, [], '[]\n'],
  ['json', false, ['会', 1], '[\n"会",\n1\n]\n'],
  ['json', true, ['会'], '[\n"\\u4f1a"\n]\n'],
] as const)('%s, in ASCII: %s, of %j', async (format, ascii, values, text) => {
  const { output, writes } = kept();
  const sink = jsonSink(format, output, ascii);
  for (const value of values) await sink.write(json(value));
  await sink.finish();
  expect(writes.join('')).toBe(text);
});
