import { close, fstatSync, open, rename, stat, unlink, write } from 'node:fs';
import { realpath } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Writable } from 'node:stream';
import { promisify } from 'node:util';

/**
 * Where text (as UTF-8) or bytes go. Every write waits until they are taken, so that memory stays bounded however slow the
 * reader.
 */
export interface Output {
  /** Whether the reader has gone (`| head -1`): nothing more needs to be written. */
  readonly closed: boolean;
  write(content: string | Uint8Array): Promise<void>;
  /** All is written: makes it last. */
  finish(): Promise<void>;
  /** Something went wrong: takes back what can be taken back. */
  abandon(): Promise<void>;
}

/** The output cannot be created (exit code 73) or written (74). */
export class OutputFailed extends Error {
  readonly exitCode: 73 | 74;
  readonly path: string;

  constructor(exitCode: 73 | 74, path: string, cause: unknown) {
    super(`${exitCode === 73 ? 'cannot be created' : 'cannot be written'}: ${reasonOf(cause)}`, { cause });
    this.name = 'OutputFailed';
    this.exitCode = exitCode;
    this.path = path;
  }
}

const REASONS: Readonly<Record<string, string>> = {
  ENOSPC: 'no space left on the device',
  EDQUOT: 'the quota of disk space is used up',
  EACCES: 'permission denied',
  EPERM: 'permission denied',
  ENOENT: 'its folder does not exist',
  ENOTDIR: 'a part of its path is no folder',
  EISDIR: 'it is a folder',
  EEXIST: 'a file of that name is there',
  EROFS: 'the file system is read-only',
  EFBIG: 'the file would be too large',
  EIO: 'input/output error',
};

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? '';
const reasonOf = (error: unknown): string => REASONS[codeOf(error)] ?? (codeOf(error) || String(error));

const openFile = promisify(open);
const closeFile = promisify(close);
const renameFile = promisify(rename);
const removeFile = promisify(unlink);
const statOf = promisify(stat);

/** Writes all of a text or of bytes to a file descriptor; the system may take it in parts. */
async function writeAll(descriptor: number, content: string | Uint8Array): Promise<void> {
  const bytes = typeof content === 'string' ? Buffer.from(content, 'utf8') : content;
  let at = 0;
  while (at < bytes.length) {
    at += await new Promise<number>((resolve, reject) => {
      write(descriptor, bytes, at, bytes.length - at, null, (error, written) =>
        error === null ? resolve(written) : reject(error),
      );
    });
  }
}

/**
 * Standard output or standard error. A reader that closes early is no error: `closed` says so, and later writes do
 * nothing. A file behind it is written by descriptor, because Node's own stream drops what a full disk did not take.
 */
export function toStream(stream: Writable & { fd?: number }, name: string): Output {
  let closed = false;
  const descriptor = typeof stream.fd === 'number' && isFile(stream.fd) ? stream.fd : null;
  stream.on('error', (error) => {
    if (codeOf(error) === 'EPIPE') closed = true;
  });
  return {
    get closed() {
      return closed;
    },
    async write(content) {
      if (closed || content.length === 0) return;
      try {
        if (descriptor !== null) await writeAll(descriptor, content);
        else await new Promise<void>((resolve, reject) => stream.write(content, (e) => (e ? reject(e) : resolve())));
      } catch (error) {
        if (codeOf(error) !== 'EPIPE' && codeOf(error) !== 'ERR_STREAM_DESTROYED') {
          throw new OutputFailed(74, name, error);
        }
        closed = true;
      }
    },
    async finish() {},
    async abandon() {},
  };
}

/** Whether a descriptor leads to a file or a device that is no terminal, to which writes are plain calls. */
function isFile(descriptor: number): boolean {
  try {
    return fstatSync(descriptor).isFile();
  } catch {
    return false;
  }
}

/**
 * A file that appears whole or not at all: the text goes to a hidden file beside it, which takes its name at the end.
 * What is no plain file (/dev/stdout, a named pipe) is written straight.
 * @throws OutputFailed 73 when it cannot be created.
 */
export async function toFile(path: string): Promise<Output> {
  try {
    const kind = await statOf(path).catch((error) => (codeOf(error) === 'ENOENT' ? null : Promise.reject(error)));
    if (kind?.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' });
    const straight = kind !== null && !kind.isFile();
    const target = kind === null || straight ? path : await realpath(path);
    const working = straight
      ? target
      : join(dirname(target), `.${basename(target)}.${process.pid}-${Date.now().toString(36)}.part`);
    const descriptor = await openFile(working, straight ? 'w' : 'wx', kind?.isFile() ? kind.mode & 0o777 : 0o666);
    return new FileOutput(path, target, working, descriptor);
  } catch (error) {
    throw new OutputFailed(73, path, error);
  }
}

class FileOutput implements Output {
  readonly #path: string;
  readonly #target: string;
  readonly #working: string;
  readonly #descriptor: number;
  closed = false;

  constructor(path: string, target: string, working: string, descriptor: number) {
    this.#path = path;
    this.#target = target;
    this.#working = working;
    this.#descriptor = descriptor;
  }

  async write(content: string | Uint8Array): Promise<void> {
    if (this.closed || content.length === 0) return;
    try {
      await writeAll(this.#descriptor, content);
    } catch (error) {
      if (codeOf(error) === 'EPIPE') this.closed = true;
      else throw new OutputFailed(74, this.#path, error);
    }
  }

  async finish(): Promise<void> {
    try {
      await closeFile(this.#descriptor);
      if (this.#working !== this.#target) await renameFile(this.#working, this.#target);
    } catch (error) {
      throw new OutputFailed(74, this.#path, error);
    }
  }

  async abandon(): Promise<void> {
    await closeFile(this.#descriptor).catch(() => {});
    if (this.#working !== this.#target) await removeFile(this.#working).catch(() => {});
  }
}
