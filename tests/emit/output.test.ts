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
import { Writable } from 'node:stream';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { OutputFailed, toFile, toStream } from '../../src/emit/output.ts';

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

describe('a stream', () => {
  const failing = (code: string) =>
    new Writable({ write: (_chunk, _encoding, done) => done(Object.assign(new Error(code), { code })) });

  test('whose reader has gone is closed, and no error', async () => {
    const output = toStream(failing('EPIPE'), '<stdout>');
    await output.write('x');
    expect(output.closed).toBe(true);
    await output.write('y');
  });

  test('that is full is an error', async () => {
    const failure = await toStream(failing('ENOSPC'), '<stdout>')
      .write('x')
      .catch((error: unknown) => error);
    expect(failure).toMatchObject({
      exitCode: 74,
      path: '<stdout>',
      message: 'cannot be written: no space left on the device',
    });
  });

  test('is written to no faster than it takes', async () => {
    let waiting = 0;
    let most = 0;
    const slow = new Writable({
      highWaterMark: 1,
      write(_chunk, _encoding, done) {
        most = Math.max(most, ++waiting);
        setTimeout(() => {
          waiting--;
          done();
        }, 1);
      },
    });
    const output = toStream(slow, 'x');
    for (let i = 0; i < 20; i++) {
      await output.write('会议');
      expect(slow.writableLength).toBe(0);
    }
    expect(most).toBe(1);
  });
});
