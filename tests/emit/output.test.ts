import { Writable } from 'node:stream';
import { describe, expect, test } from 'vitest';
import { toStream } from '../../src/emit/output.ts';

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
