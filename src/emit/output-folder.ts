import { mkdir, readdir, rename, rm, rmdir } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import { type Output, OutputFailed, toFile } from './output.ts';

/** A folder of files that appear together when they are complete, or not at all. */
export interface OutputFolder {
  /** A file of the folder, open for writing. */
  file(name: string): Promise<Output>;
  /** All is written: the files take their places. */
  finish(): Promise<void>;
  /** Something went wrong: what was there before is as it was. */
  abandon(): Promise<void>;
}

/**
 * Makes a folder of files. They grow in a hidden folder, which takes the name at the end; of a folder that is there
 * already, they replace the files of the same names one by one, and the others stay.
 * @throws OutputFailed 73 when it cannot be created.
 */
export async function toFolder(path: string): Promise<OutputFolder> {
  const target = resolve(path);
  const hidden = `.${basename(target)}.${process.pid}-${Date.now().toString(36)}.part`;
  let working: string;
  try {
    const there = await readdir(target).catch((error) => (error.code === 'ENOENT' ? null : Promise.reject(error)));
    working = join(there === null ? dirname(target) : target, hidden);
    await mkdir(working);
  } catch (error) {
    // Where the folder should be, there is a file.
    const cause = (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? { code: 'EEXIST' } : error;
    throw new OutputFailed(73, path, cause);
  }
  const files = new Map<string, Output>();
  return {
    async file(name) {
      const file = await toFile(join(working, name));
      files.set(name, file);
      return file;
    },
    async finish() {
      for (const file of files.values()) await file.finish();
      try {
        if (dirname(working) !== target) await rename(working, target);
        else {
          for (const name of files.keys()) await rename(join(working, name), join(target, name));
          await rmdir(working);
        }
      } catch (error) {
        throw new OutputFailed(74, path, error);
      }
    },
    async abandon() {
      for (const file of files.values()) await file.abandon();
      await rm(working, { recursive: true, force: true }).catch(() => {});
    },
  };
}
