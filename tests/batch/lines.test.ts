import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../../src/batch/lines.ts';

async function* inChunks(bytes: Uint8Array, sizes: readonly number[]): AsyncGenerator<Uint8Array> {
  let at = 0;
  for (let i = 0; at < bytes.length; i++) {
    const size = sizes[i % sizes.length] ?? 1;
    yield bytes.subarray(at, at + size);
    at += size;
  }
}

const read = async (text: string, sizes: readonly number[], limit = 1000): Promise<(string | null)[]> => {
  const lines: (string | null)[] = [];
  for await (const { number, bytes } of linesOf(inChunks(Buffer.from(text), sizes), limit)) {
    lines.push(bytes === null ? null : Buffer.from(bytes).toString());
    expect(number).toBe(lines.length);
  }
  return lines;
};

test('lines are the same however the bytes come', async () => {
  const text = fc.string({ unit: fc.constantFrom('会', 'a', '\n', '\r\n'), maxLength: 60 });
  const sizes = fc.array(fc.integer({ min: 1, max: 9 }), { minLength: 1 });
  await fc.assert(
    fc.asyncProperty(text, sizes, async (text, sizes) => {
      const expected = text.split(/\r?\n/u);
      if (expected.at(-1) === '') expected.pop();
      expect(await read(text, sizes)).toEqual(expected);
    }),
  );
});

test('a line that is too long is told, and the next ones are read', async () => {
  expect(await read(`ab\n${'x'.repeat(50)}\ncd`, [7], 10)).toEqual(['ab', null, 'cd']);
});

test('a line that comes byte by byte costs no more memory than one that comes whole', async () => {
  const before = process.memoryUsage().arrayBuffers;
  let most = 0;
  async function* drip(): AsyncGenerator<Uint8Array> {
    for (let i = 0; i < 1e6; i++) {
      if (i % 1e5 === 0) most = Math.max(most, process.memoryUsage().arrayBuffers - before);
      yield new Uint8Array([120]);
    }
  }
  for await (const { bytes } of linesOf(drip(), 1e6)) expect(bytes).toHaveLength(1e6);
  expect(most).toBeLessThan(60e6);
});
