import { expect, test } from 'vitest';
import type { Input } from '../../src/batch/inputs.ts';
import { Progress } from '../../src/batch/progress.ts';
import { inEnglish } from '../../src/model/phrase.ts';

const line = (bytes: number): Input => ({
  kind: 'line',
  path: 'a.jsonl',
  line: 1,
  bytes: new Uint8Array(bytes - 1),
});

test('tells what is through, how fast it goes, and when it will end', () => {
  let now = 5000;
  const progress = new Progress(40e6, () => now);
  expect([progress.share, inEnglish(progress.said)]).toEqual([0, '0 done, 0 failed, 0.0 MB/s']);
  progress.note(line(4e6), 'ok');
  progress.note(line(1e6), 'failed');
  progress.note({ kind: 'skipped', path: 'a.jpg' }, 'skipped');
  now += 2000;
  expect([progress.share, inEnglish(progress.said)]).toEqual([0.125, '3 done, 1 failed, 2.5 MB/s, 0:14 left']);
});

test('what an earlier run was done with is done, but tells nothing of the speed', () => {
  let now = 0;
  const progress = new Progress(100e6, () => now);
  progress.passOver(line(50e6));
  progress.note(line(1e6), 'ok');
  now += 10_000;
  expect([progress.share, inEnglish(progress.said)]).toEqual([0.51, '1 done, 0 failed, 0.1 MB/s, 8:10 left']);
});

test.each([
  [1, '0:01'],
  [61, '1:01'],
  [3 * 3600 + 5, '3:00:05'],
])('%i seconds are shown as %s', (seconds, shown) => {
  let now = 0;
  const progress = new Progress((seconds + 1) * 1000, () => now);
  progress.note(line(1000), 'ok');
  now += 1000;
  expect(inEnglish(progress.said)).toContain(`, ${shown} left`);
});

test('a total that nobody knows gives no end', () => {
  let now = 0;
  const progress = new Progress(null, () => now);
  progress.note(line(1e6), 'ok');
  now += 1000;
  expect([progress.share, inEnglish(progress.said)]).toEqual([null, '1 done, 0 failed, 1.0 MB/s']);
});

test('inputs that are longer than they were said to be never make more than the whole', () => {
  let now = 0;
  const progress = new Progress(10, () => now);
  progress.note(line(100), 'ok');
  now += 1000;
  expect([progress.share, inEnglish(progress.said)]).toEqual([1, '1 done, 0 failed, 0.0 MB/s, 0:00 left']);
});
