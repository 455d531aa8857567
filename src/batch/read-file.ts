import { constants } from 'node:fs';
import { type FileHandle, open } from 'node:fs/promises';
import { pipeline, type Readable } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { InputProblem, problemOf } from './problem.ts';

const megabytes = (bytes: number): string => `${Number((bytes / 1e6).toFixed(1))} MB`;

const tooLarge = (path: string, limit: number): InputProblem =>
  new InputProblem('too-large', `larger than ${megabytes(limit)}, the limit for one article`, {
    path,
    help: 'raise the limit with --max-file-size, or give many articles as JSON Lines',
  });

/**
 * Opens a plain file. A named pipe would keep the run waiting for ever, so it is opened without waiting and then refused.
 * @throws InputProblem
 */
async function openFile(path: string): Promise<FileHandle> {
  let file: FileHandle | null = null;
  try {
    file = await open(path, constants.O_RDONLY | (constants.O_NONBLOCK ?? 0));
    const kind = await file.stat();
    if (kind.isFile()) return file;
    const what = kind.isFIFO() ? 'a named pipe' : kind.isDirectory() ? 'a folder' : 'a device';
    throw new InputProblem('not-a-file', `${what}, not a file`, {
      path,
      help: 'to read a stream, give it on stdin: huiyao extract - < …',
    });
  } catch (error) {
    await file?.close();
    throw (error as NodeJS.ErrnoException).code === 'ENXIO'
      ? new InputProblem('not-a-file', 'a socket or a device, not a file', { path })
      : problemOf(error, path);
  }
}

/** The bytes of a file as they come, unpacked when its name ends in .gz. @throws InputProblem */
export async function openStream(path: string): Promise<AsyncIterable<Uint8Array>> {
  const bytes = (await openFile(path)).createReadStream();
  return /\.gz$/iu.test(path) ? unpacked(bytes, path) : bytes;
}

async function* unpacked(packed: Readable, path: string): AsyncGenerator<Uint8Array> {
  // The iterator below sees every error; the callback is there because pipeline demands one.
  const plain = pipeline(packed, createGunzip(), () => {});
  try {
    for await (const chunk of plain) yield chunk as Uint8Array;
  } catch (error) {
    if (!String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw error;
    throw new InputProblem('bad-gzip', 'cannot be unpacked: it is no gzip, or cut off', { path });
  }
}

/** The bytes of a file of at most `limit` bytes, unpacked when its name ends in .gz. @throws InputProblem */
export async function readWhole(path: string, limit: number): Promise<Uint8Array> {
  if (/\.gz$/iu.test(path)) return readStream(await openStream(path), path, limit);
  const file = await openFile(path);
  try {
    if ((await file.stat()).size > limit) throw tooLarge(path, limit);
    return await file.readFile();
  } catch (error) {
    throw problemOf(error, path);
  } finally {
    await file.close();
  }
}

/** All bytes of a stream, at most `limit` of them. @throws InputProblem */
export async function readStream(stream: AsyncIterable<Uint8Array>, name: string, limit: number): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    if (length > limit) throw tooLarge(name, limit);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks, length);
}
