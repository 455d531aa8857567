import { disk, type Files, type OpenFile } from '../../src/batch/files.ts';

/** A file system that fails one call, the `failing`-th from 1, with an error as Node gives it. `calls` counts them all. */
export interface FailingFiles extends Files {
  readonly calls: number;
}

/** Counts every call to a file system, and fails one of them; none when `failing` is 0. */
export function failingFiles(failing: number, code: string, files: Files = disk): FailingFiles {
  let calls = 0;
  /** `around` with every method counted. What `open` gives is itself such a thing. */
  const counted = <T extends object>(around: T): T =>
    new Proxy(around, {
      get(target, name) {
        const method = Reflect.get(target, name) as unknown;
        if (typeof method !== 'function') return method;
        return async (...given: unknown[]) => {
          if (++calls === failing) {
            // A descriptor is gone even when closing it fails.
            if (name === 'close') await Reflect.apply(method, target, given);
            throw Object.assign(new Error(`${code}: made to fail, ${String(name)}`), { code, syscall: String(name) });
          }
          const result = (await Reflect.apply(method, target, given)) as unknown;
          return name === 'open' ? counted(result as OpenFile) : result;
        };
      },
    });
  return Object.defineProperty(counted({ ...files }), 'calls', { get: () => calls }) as FailingFiles;
}
