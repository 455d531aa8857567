import type { Dirent, Stats } from 'node:fs';
import { constants } from 'node:fs';
import { type FileHandle, mkdir, open, readdir, realpath, rename, rm, stat, unlink } from 'node:fs/promises';

/** How a file is opened: to be read, to be written from nothing, to be made (it must not exist), or to be added to. */
export type Opening = 'read' | 'write' | 'create' | 'append';

/** A file that is open. It must be closed by whoever opened it. */
export interface OpenFile {
  stat(): Promise<Stats>;
  /** Fills `into` with the next bytes, as many as there are now; gives their number, 0 at the end. */
  read(into: Uint8Array): Promise<number>;
  /** Writes all of `bytes`: at the end of a file that is opened to be added to, else where the last write ended. */
  write(bytes: Uint8Array): Promise<void>;
  /** Cuts the file off after so many bytes. */
  truncate(length: number): Promise<void>;
  /** Waits until what was written would outlast a power cut. */
  sync(): Promise<void>;
  close(): Promise<void>;
}

/**
 * The one way by which articles, records and journals reach the file system. Whatever reads or writes such a file takes
 * this port as its last parameter, `disk` when nothing else is given; a command finds it in its surroundings. A double
 * that fails its n-th call therefore stands for every way in which a machine can fail: each method is one call, and fails
 * with the error that Node would give (`code` and `syscall` are set).
 */
export interface Files {
  /** `mode` is the permissions of a file that is made by it. A named pipe is opened without waiting for its other end. */
  open(path: string, how: Opening, mode?: number): Promise<OpenFile>;
  /** Follows links. */
  stat(path: string): Promise<Stats>;
  /** The path without links in it. */
  realpath(path: string): Promise<string>;
  /** What is in a folder, in no particular order. */
  readdir(path: string): Promise<readonly Dirent[]>;
  /** Gives a file another name, in place of the file that had it. */
  rename(from: string, to: string): Promise<void>;
  remove(path: string): Promise<void>;
  makeFolder(path: string): Promise<void>;
  /** Removes a folder with all that is in it. */
  removeFolder(path: string): Promise<void>;
  /** Waits until the names in a folder would outlast a power cut. Where folders cannot be synced, it does nothing. */
  syncFolder(path: string): Promise<void>;
}

const FLAGS: Readonly<Record<Opening, number>> = {
  read: constants.O_RDONLY | (constants.O_NONBLOCK ?? 0),
  write: constants.O_WRONLY | constants.O_CREAT | constants.O_TRUNC,
  create: constants.O_WRONLY | constants.O_CREAT | constants.O_EXCL,
  append: constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND,
};

const openFile = (handle: FileHandle): OpenFile => ({
  stat: () => handle.stat(),
  read: async (into) => (await handle.read(into, 0, into.length, null)).bytesRead,
  async write(bytes) {
    // The system may take it in parts.
    for (let at = 0; at < bytes.length; ) at += (await handle.write(bytes, at, bytes.length - at, null)).bytesWritten;
  },
  truncate: (length) => handle.truncate(length),
  sync: () => handle.sync(),
  close: () => handle.close(),
});

/** Systems that refuse to sync a folder, and what they say. */
const NO_FOLDER_SYNC: readonly string[] = ['EINVAL', 'EISDIR', 'EPERM', 'EACCES', 'EBADF'];

/** The file system of this machine. */
export const disk: Files = {
  open: async (path, how, mode = 0o666) => openFile(await open(path, FLAGS[how], mode)),
  stat: (path) => stat(path),
  realpath: (path) => realpath(path),
  readdir: (path) => readdir(path, { withFileTypes: true }),
  rename: (from, to) => rename(from, to),
  remove: (path) => unlink(path),
  makeFolder: (path) => mkdir(path),
  removeFolder: (path) => rm(path, { recursive: true, force: true }),
  async syncFolder(path) {
    try {
      const handle = await open(path, constants.O_RDONLY);
      await handle.sync().finally(() => handle.close());
    } catch (error) {
      if (!NO_FOLDER_SYNC.includes((error as NodeJS.ErrnoException).code ?? '')) throw error;
    }
  },
};
