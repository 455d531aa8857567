import {
  chmodSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { toFile, writeWhole } from '../../src/batch/output-file.ts';
import { OutputFailed } from '../../src/emit/output.ts';
import { type FailingFiles, failingFiles } from './failing-files.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'huiyao-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a file', () => {
  test('appears when it is finished and not before', async () => {
    const path = join(folder, 'a.jsonl');
    const output = await toFile(path);
    await output.write('会');
    expect(readdirSync(folder)).not.toContain('a.jsonl');
    await output.write('议\n');
    await output.finish();
    expect(readdirSync(folder)).toEqual(['a.jsonl']);
    expect(readFileSync(path, 'utf8')).toBe('会议\n');
  });

  test('stays as it was when the run is abandoned', async () => {
    const path = join(folder, 'a.jsonl');
    writeFileSync(path, 'before');
    const output = await toFile(path);
    await output.write('after');
    await output.abandon();
    expect(readdirSync(folder)).toEqual(['a.jsonl']);
    expect(readFileSync(path, 'utf8')).toBe('before');
  });

  test('behind a link is replaced there, with the permissions it had', async () => {
    writeFileSync(join(folder, 'real'), 'before');
    chmodSync(join(folder, 'real'), 0o600);
    symlinkSync('real', join(folder, 'link'));
    const output = await toFile(join(folder, 'link'));
    await output.write('after');
    await output.finish();
    expect(readFileSync(join(folder, 'real'), 'utf8')).toBe('after');
    expect(statSync(join(folder, 'real')).mode & 0o777).toBe(0o600);
  });

  test.each([
    ['no/such/a', 'its folder does not exist'],
    ['.', 'it is a folder'],
  ])('that cannot be created: %s', async (path, reason) => {
    const failure = await toFile(join(folder, path)).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OutputFailed);
    expect(failure).toMatchObject({ exitCode: 73, message: `cannot be created: ${reason}` });
  });
});

test('whichever call to the file system fails: the old file or the new one, nothing beside it, and an error', async () => {
  const path = join(folder, 'a.jsonl');
  const rewrite = (files: FailingFiles): Promise<void> => writeWhole(path, 'new', files);
  writeFileSync(path, 'old');
  const counting = failingFiles(0, 'EIO');
  await rewrite(counting);
  expect(counting.calls).toBe(8);
  for (let failing = 1; failing <= counting.calls; failing++) {
    writeFileSync(path, 'old');
    const failure = await rewrite(failingFiles(failing, 'EIO')).catch((error: unknown) => error);
    expect(failure).toBeInstanceOf(OutputFailed);
    expect(readdirSync(folder)).toEqual(['a.jsonl']);
    // The last call makes the new name last; by then the file has it.
    expect(readFileSync(path, 'utf8')).toBe(failing < counting.calls ? 'old' : 'new');
  }
});
