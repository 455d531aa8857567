import { fstatSync, write } from 'node:fs';
import type { Writable } from 'node:stream';
import { inEnglish, type Phrase, say } from '../model/phrase.ts';

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

/** A folder of files that appear together when they are complete, or not at all. */
export interface OutputFolder {
  /** A file of the folder, open for writing. */
  file(name: string): Promise<Output>;
  /** All is written: the files take their places. */
  finish(): Promise<void>;
  /** Something went wrong: what was there before is as it was. */
  abandon(): Promise<void>;
}

/** The output cannot be created (exit code 73) or written (74). */
export class OutputFailed extends Error {
  readonly exitCode: 73 | 74;
  readonly path: string;
  readonly said: Phrase;

  constructor(exitCode: 73 | 74, path: string, cause: unknown) {
    const reason = reasonOf(cause);
    const said = exitCode === 73 ? say`cannot be created: ${reason}` : say`cannot be written: ${reason}`;
    super(inEnglish(said), { cause });
    this.said = said;
    this.name = 'OutputFailed';
    this.exitCode = exitCode;
    this.path = path;
  }
}

const REASONS: Readonly<Record<string, Phrase>> = {
  ENOSPC: say`no space left on the device`,
  EDQUOT: say`the quota of disk space is used up`,
  EACCES: say`permission denied`,
  EPERM: say`permission denied`,
  ENOENT: say`its folder does not exist`,
  ENOTDIR: say`a part of its path is no folder`,
  EISDIR: say`it is a folder`,
  EEXIST: say`a file of that name is there`,
  EROFS: say`the file system is read-only`,
  EFBIG: say`the file would be too large`,
  EIO: say`input/output error`,
};

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? '';
const reasonOf = (error: unknown): Phrase | string => REASONS[codeOf(error)] ?? (codeOf(error) || String(error));

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
