import { pipeline, Readable } from 'node:stream';
import { say } from '../model/phrase.ts';
import { disk, type Files, type OpenFile } from './files.ts';
import { InputProblem, problemOf } from './problem.ts';

const megabytes = (bytes: number): string => `${Number((bytes / 1e6).toFixed(1))} MB`;

const tooLarge = (path: string, limit: number): InputProblem =>
  new InputProblem('too-large', say`larger than ${megabytes(limit)}, the limit for one article`, {
    path,
    help: say`raise the limit with --max-file-size, or give many articles as JSON Lines`,
  });

/** A plain file that is open, and how long it was then. */
interface Opened {
  readonly file: OpenFile;
  readonly size: number;
}

/**
 * Opens a plain file. A named pipe would keep the run waiting for ever, so it is opened without waiting and then refused.
 * @throws InputProblem
 */
async function openFile(path: string, files: Files): Promise<Opened> {
  let file: OpenFile | null = null;
  try {
    file = await files.open(path, 'read');
    const kind = await file.stat();
    if (kind.isFile()) return { file, size: kind.size };
    const what = kind.isFIFO() ? say`a named pipe` : kind.isDirectory() ? say`a folder` : say`a device`;
    throw new InputProblem('not-a-file', say`${what}, not a file`, {
      path,
      help: say`to read a stream, give it on stdin: huiyao extract - < …`,
    });
  } catch (error) {
    await file?.close();
    throw (error as NodeJS.ErrnoException).code === 'ENXIO'
      ? new InputProblem('not-a-file', say`a socket or a device, not a file`, { path })
      : problemOf(error, path);
  }
}

/** Most bytes that are asked of a file at once. */
const CHUNK = 1 << 18;

/** The bytes of an open file, which is closed at the end, or when no more are wanted. */
async function* bytesOf({ file, size }: Opened): AsyncGenerator<Uint8Array> {
  try {
    while (true) {
      const chunk = new Uint8Array(Math.min(CHUNK, size + 1));
      const length = await file.read(chunk);
      if (length === 0) return;
      yield chunk.subarray(0, length);
    }
  } finally {
    await file.close();
  }
}

const isPacked = (path: string): boolean => /\.gz$/iu.test(path);

/** The bytes of a file as they come, unpacked when its name ends in .gz. @throws InputProblem */
export async function openStream(path: string, files: Files = disk): Promise<AsyncIterable<Uint8Array>> {
  const bytes = bytesOf(await openFile(path, files));
  return isPacked(path) ? unpacked(Readable.from(bytes, { objectMode: false }), path) : bytes;
}

async function* unpacked(packed: Readable, path: string): AsyncGenerator<Uint8Array> {
  const { createGunzip } = await import('node:zlib');
  // The iterator below sees every error; the callback is there because pipeline demands one.
  const plain = pipeline(packed, createGunzip(), () => {});
  try {
    for await (const chunk of plain) yield chunk as Uint8Array;
  } catch (error) {
    if (!String((error as NodeJS.ErrnoException).code).startsWith('Z_')) throw error;
    throw new InputProblem('bad-gzip', say`cannot be unpacked: it is no gzip, or cut off`, { path });
  }
}

/** The bytes of a file of at most `limit` bytes, unpacked when its name ends in .gz. @throws InputProblem */
export async function readWhole(path: string, limit: number, files: Files = disk): Promise<Uint8Array> {
  try {
    if (isPacked(path)) return await readStream(await openStream(path, files), path, limit);
    const opened = await openFile(path, files);
    if (opened.size <= limit) return await readStream(bytesOf(opened), path, limit);
    await opened.file.close();
    throw tooLarge(path, limit);
  } catch (error) {
    throw problemOf(error, path);
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
