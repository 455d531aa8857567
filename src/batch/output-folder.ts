import { basename, dirname, join, resolve } from 'node:path';
import { type Output, OutputFailed, type OutputFolder } from '../emit/output.ts';
import { disk, type Files } from './files.ts';
import { toFile } from './output-file.ts';

/**
 * Makes a folder of files. They grow in a hidden folder, which takes the name at the end; of a folder that is there
 * already, they replace the files of the same names one by one, and the others stay.
 * @throws OutputFailed 73 when it cannot be created.
 */
export async function toFolder(path: string, files: Files = disk): Promise<OutputFolder> {
  const target = resolve(path);
  const hidden = `.${basename(target)}.${process.pid}-${Date.now().toString(36)}.part`;
  let working: string;
  try {
    const there = await files
      .readdir(target)
      .catch((error) => (error.code === 'ENOENT' ? null : Promise.reject(error)));
    working = join(there === null ? dirname(target) : target, hidden);
    await files.makeFolder(working);
  } catch (error) {
    // Where the folder should be, there is a file.
    const cause = (error as NodeJS.ErrnoException).code === 'ENOTDIR' ? { code: 'EEXIST' } : error;
    throw new OutputFailed(73, path, cause);
  }
  const open = new Map<string, Output>();
  return {
    async file(name) {
      const file = await toFile(join(working, name), files);
      open.set(name, file);
      return file;
    },
    async finish() {
      for (const file of open.values()) await file.finish();
      try {
        if (dirname(working) !== target) await files.rename(working, target);
        else {
          for (const name of open.keys()) await files.rename(join(working, name), join(target, name));
          await files.removeFolder(working);
        }
      } catch (error) {
        throw new OutputFailed(74, path, error);
      }
    },
    async abandon() {
      for (const file of open.values()) await file.abandon();
      await files.removeFolder(working).catch(() => {});
    },
  };
}
