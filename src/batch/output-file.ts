import { basename, dirname, join } from 'node:path';
import { type Output, OutputFailed } from '../emit/output.ts';
import { disk, type Files, type OpenFile } from './files.ts';

const codeOf = (error: unknown): string => (error as NodeJS.ErrnoException | null)?.code ?? '';

/** Where a file that is written in the end lies, once links are followed. */
export interface Target {
  readonly path: string;
  /** No plain file (/dev/stdout, a named pipe): it cannot be replaced, only written to. */
  readonly straight: boolean;
  /** Permissions of the file that is there, or those of a new one. */
  readonly mode: number;
}

/** What a path stands for as an output. */
export async function targetOf(path: string, files: Files): Promise<Target> {
  const kind = await files.stat(path).catch((error) => (codeOf(error) === 'ENOENT' ? null : Promise.reject(error)));
  if (kind?.isDirectory()) throw Object.assign(new Error('folder'), { code: 'EISDIR' });
  if (kind === null) return { path, straight: false, mode: 0o666 };
  if (!kind.isFile()) return { path, straight: true, mode: 0o666 };
  return { path: await files.realpath(path), straight: false, mode: kind.mode & 0o777 };
}

/** Whether an output can be written beside its name and take it at the end: there is a plain file, or nothing. */
export const isReplaceable = (path: string, files: Files = disk): Promise<boolean> =>
  files.stat(path).then(
    (kind) => kind.isFile() || kind.isDirectory(),
    () => true,
  );

/**
 * A file that appears whole or not at all: the text goes to a hidden file beside it, which takes its name at the end, when
 * the disk has it. What is no plain file (/dev/stdout, a named pipe) is written straight.
 * @throws OutputFailed 73 when it cannot be created.
 */
export async function toFile(path: string, files: Files = disk): Promise<Output> {
  try {
    const target = await targetOf(path, files);
    const working = target.straight
      ? target.path
      : join(dirname(target.path), `.${basename(target.path)}.${process.pid}-${Date.now().toString(36)}.part`);
    const file = await files.open(working, target.straight ? 'write' : 'create', target.mode);
    return new FileOutput({ path, target: target.path, working }, file, files);
  } catch (error) {
    throw new OutputFailed(73, path, error);
  }
}

/** Writes a file, whole or not at all. @throws OutputFailed */
export async function writeWhole(path: string, content: string | Uint8Array, files: Files = disk): Promise<void> {
  const file = await toFile(path, files);
  try {
    await file.write(content);
    await file.finish();
  } catch (error) {
    await file.abandon();
    throw error;
  }
}

class FileOutput implements Output {
  readonly #at: { readonly path: string; readonly target: string; readonly working: string };
  readonly #file: OpenFile;
  readonly #files: Files;
  closed = false;

  constructor(at: { path: string; target: string; working: string }, file: OpenFile, files: Files) {
    this.#at = at;
    this.#file = file;
    this.#files = files;
  }

  async write(content: string | Uint8Array): Promise<void> {
    if (this.closed || content.length === 0) return;
    try {
      await this.#file.write(typeof content === 'string' ? Buffer.from(content, 'utf8') : content);
    } catch (error) {
      if (codeOf(error) === 'EPIPE') this.closed = true;
      else throw new OutputFailed(74, this.#at.path, error);
    }
  }

  async finish(): Promise<void> {
    const { path, target, working } = this.#at;
    try {
      if (working === target) return await this.#file.close();
      await this.#file.sync();
      await this.#file.close();
      await this.#files.rename(working, target);
      await this.#files.syncFolder(dirname(target));
    } catch (error) {
      throw new OutputFailed(74, path, error);
    }
  }

  async abandon(): Promise<void> {
    const { target, working } = this.#at;
    await this.#file.close().catch(() => {});
    if (working !== target) await this.#files.remove(working).catch(() => {});
  }
}
