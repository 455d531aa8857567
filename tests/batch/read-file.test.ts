import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStream, readStream, readWhole } from '../../src/batch/read-file.ts';
import { failingFiles } from './failing-files.ts';

const LONG = Buffer.from('会议'.repeat(200_000));
let folder: string;
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyao-'));
  writeFileSync(join(folder, 'a.txt'), LONG);
  writeFileSync(join(folder, 'a.txt.gz'), gzipSync(LONG));
  writeFileSync(join(folder, 'none.txt'), '');
});
afterAll(() => rmSync(folder, { recursive: true }));

test.each(['a.txt', 'a.txt.gz'])('%s is read whole, at once or as it comes', async (name) => {
  const path = join(folder, name);
  expect(Buffer.compare(await readWhole(path, 2e6), LONG)).toBe(0);
  expect(Buffer.compare(await readStream(await openStream(path), path, 2e6), LONG)).toBe(0);
  await expect(readWhole(path, 1e6)).rejects.toMatchObject({ code: 'too-large', path });
});

test('an empty file has no bytes', async () => {
  expect(await readWhole(join(folder, 'none.txt'), 10)).toHaveLength(0);
});

test.each(['a.txt', 'a.txt.gz'])('%s: whichever call fails, it is told as a problem of that file', async (name) => {
  const path = join(folder, name);
  const counting = failingFiles(0, 'EIO');
  await readWhole(path, 2e6, counting);
  expect(counting.calls).toBeGreaterThan(3);
  for (let failing = 1; failing <= counting.calls; failing++) {
    await expect(readWhole(path, 2e6, failingFiles(failing, 'EIO'))).rejects.toMatchObject({
      code: 'unreadable',
      path,
    });
  }
});
