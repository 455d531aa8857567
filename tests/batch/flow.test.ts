import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type BatchReader, Flow } from '../../src/batch/flow.ts';
import { type Input, type Readable, sizeOf } from '../../src/batch/inputs.ts';

const line = (number: number, size = 10): Input => ({
  kind: 'line',
  path: null,
  line: number,
  bytes: new Uint8Array(size),
});
const skipped: Input = { kind: 'skipped', path: 'a.jpg' };

async function* from<T>(values: Iterable<T>): AsyncGenerator<T> {
  for (const value of values) yield value;
}

const numberOf = (input: Input): number | null => (input.kind === 'line' ? input.line : null);

/** A reader that takes as many turns for a batch as `turns` says, and remembers the most that it had at once. */
class SlowReader implements BatchReader {
  readonly jobs: number;
  readonly #turns: (batch: readonly Readable[]) => number;
  busy = 0;
  most = 0;

  constructor(jobs: number, turns: (batch: readonly Readable[]) => number) {
    this.jobs = jobs;
    this.#turns = turns;
  }

  async read(batch: readonly Readable[]) {
    this.most = Math.max(this.most, ++this.busy);
    for (let turn = this.#turns(batch); turn > 0; turn--) await new Promise((resolve) => setImmediate(resolve));
    this.busy--;
    return batch.map((input) => ({ outcome: 'ok', json: Uint8Array.of(numberOf(input) ?? 0) }) as const);
  }
}

const never = new AbortController().signal;

test('whatever takes how long: in order, none lost, none doubled, no more at once than there are readers', async () => {
  await fc.assert(
    fc.asyncProperty(
      fc.array(fc.record({ size: fc.constantFrom(1, 70_000), turns: fc.nat(9), skip: fc.boolean() }), {
        maxLength: 40,
      }),
      fc.integer({ min: 1, max: 4 }),
      async (given, jobs) => {
        const reader = new SlowReader(jobs, ([input]) => given[numberOf(input as Input) as number]?.turns ?? 0);
        const inputs = given.map(({ size, skip }, i) => (skip ? skipped : line(i, size)));
        const flow = new Flow(from(inputs), reader, never);
        const through = [];
        for await (const one of flow) through.push(one);
        expect(through.map(({ input }) => input)).toEqual(inputs);
        for (const { input, outcome } of through) {
          if (input.kind === 'skipped') expect(outcome).toBe(null);
          else expect(outcome).toEqual({ outcome: 'ok', json: Uint8Array.of(numberOf(input) ?? 0) });
        }
        expect(flow.isThrough).toBe(true);
        expect(reader.most).toBeLessThanOrEqual(jobs);
      },
    ),
    { numRuns: 60 },
  );
});

test('one that takes long holds back those behind it: only so many bytes are on the way', async () => {
  let taken = 0;
  let most = 0;
  function* inputs(): Generator<Input> {
    for (let i = 0; i < 100; i++) {
      taken += 1e6;
      yield line(i, 1e6);
    }
  }
  const reader = new SlowReader(2, () => 3);
  for await (const { input } of new Flow(from(inputs()), reader, never)) {
    most = Math.max(most, taken);
    taken -= sizeOf(input as Readable);
  }
  expect(most).toBeLessThanOrEqual(10e6);
});

test('it ends while it waits for an input that does not come', async () => {
  const ending = new AbortController();
  async function* waiting(): AsyncGenerator<Input> {
    yield line(1);
    setTimeout(() => ending.abort(), 10);
    await new Promise(() => {});
  }
  const flow = new Flow(waiting(), new SlowReader(1, () => 1), ending.signal);
  const through = [];
  for await (const { input } of flow) through.push(numberOf(input));
  expect(through).toEqual([1]);
  expect(flow.isThrough).toBe(false);
});

test('an error of the inputs is thrown', async () => {
  async function* broken(): AsyncGenerator<Input> {
    yield line(1);
    throw new Error('broken');
  }
  const run = async (): Promise<void> => {
    for await (const _ of new Flow(broken(), new SlowReader(1, () => 1), never));
  };
  await expect(run()).rejects.toThrow('broken');
});
