import { disk, type Files, type OpenFile } from '../../src/batch/files.ts';

/** A file system that fails one call, the `failing`-th from 1, with an error as Node gives it. `calls` counts them all. */
export interface FailingFiles extends Files {
  readonly calls: number;
  /** The name of the method that was made to fail; null when none was. */
  readonly failed: string | null;
}

/**
 * Counts every call to a file system, and fails one of them; none when `failing` is 0. With `lasting`, it fails that one and
 * every call behind it that the same reason would hinder, as a disk does that is full or gone.
 */
export function failingFiles(failing: number, code: string, files: Files = disk, lasting = false): FailingFiles {
  let calls = 0;
  let failed: string | null = null;
  const fails = (name: string): boolean => {
    calls++;
    if (failing === 0 || calls < failing) return false;
    if (calls > failing && !(lasting && LASTING[code]?.includes(name) === true)) return false;
    failed ??= name;
    return true;
  };
  /** `around` with every method counted. What `open` gives is itself such a thing. */
  const counted = <T extends object>(around: T): T =>
    new Proxy(around, {
      get(target, name) {
        const method = Reflect.get(target, name) as unknown;
        if (typeof method !== 'function') return method;
        return async (...given: unknown[]) => {
          if (fails(String(name))) {
            // A descriptor is gone even when closing it fails.
            if (name === 'close') await Reflect.apply(method, target, given);
            throw Object.assign(new Error(`${code}: made to fail, ${String(name)}`), { code, syscall: String(name) });
          }
          const result = (await Reflect.apply(method, target, given)) as unknown;
          return name === 'open' ? counted(result as OpenFile) : result;
        };
      },
    });
  return Object.defineProperties(counted({ ...files }), {
    calls: { get: () => calls },
    failed: { get: () => failed },
  }) as FailingFiles;
}

/** What goes on failing, by the reason: a full disk still gives back what it holds, and lets go of files. */
const LASTING: Readonly<Record<string, readonly string[]>> = {
  EIO: ['read', 'write', 'sync', 'readdir'],
  ENOSPC: ['write', 'sync', 'makeFolder'],
  EMFILE: ['open', 'readdir'],
  EACCES: ['open', 'readdir', 'stat', 'makeFolder'],
};
