import { basename, resolve, sep } from 'node:path';
import { type FSWatcher, watch } from 'chokidar';
import { disk, type Files } from './files.ts';

/** Something cannot be watched: most often the system has no more watches to give. */
export class WatchFailed extends Error {
  /** What the system says: `ENOSPC`. */
  readonly code: string;

  constructor(error: unknown) {
    super('cannot be watched', { cause: error });
    this.name = 'WatchFailed';
    this.code = (error as NodeJS.ErrnoException).code ?? String(error);
  }
}

/** Milliseconds without news after which a change counts as done: an editor saves in several steps. */
const QUIET = 250;

/** Milliseconds after which a change is told although there is still news. */
const LONGEST = 3000;

/** Milliseconds between two looks at whether what is watched was put away and made anew, of which the system does not tell. */
const GLANCE = 1000;

/** Tells when something in files and folders may have changed. What has changed is for the caller to find out. */
export class Watch {
  readonly #watcher: FSWatcher;
  #first: number | null = null;
  #last = 0;
  #failure: WatchFailed | null = null;
  #wake: () => void = () => {};
  #closed = false;
  #glances: NodeJS.Timeout | undefined;

  private constructor(watcher: FSWatcher) {
    this.#watcher = watcher;
  }

  /**
   * Watches files and folders, and all that is in these; hidden entries of a folder, and all at or below the paths of
   * `except`, are not looked at. From then on no change is missed.
   * @throws WatchFailed
   */
  static async open(paths: readonly string[], except: readonly string[], files: Files = disk): Promise<Watch> {
    const given = new Set(paths.map((path) => resolve(path)));
    const out = except.map((path) => resolve(path));
    const ignored = (path: string): boolean => {
      const whole = resolve(path);
      if (given.has(whole)) return false;
      return basename(whole).startsWith('.') || out.some((one) => whole === one || whole.startsWith(one + sep));
    };
    const watcher = watch([...paths], { ignored, ignoreInitial: true, ignorePermissionErrors: true });
    const opened = new Watch(watcher);
    watcher.on('all', () => opened.#news()).on('error', (error) => opened.#fail(error));
    await new Promise<void>((ready) => {
      watcher.once('ready', ready).once('error', () => ready());
    });
    if (opened.#failure !== null) {
      await opened.close();
      throw opened.#failure;
    }
    await opened.#glanceAt(paths, files);
    return opened;
  }

  /** Looks now and then whether a path stands for another file or folder than before, and watches that one. */
  async #glanceAt(paths: readonly string[], files: Files): Promise<void> {
    const nodeOf = (path: string): Promise<number | null> =>
      files.stat(path).then(
        ({ ino }) => ino,
        () => null,
      );
    const nodes = new Map<string, number | null>();
    for (const path of paths) nodes.set(path, await nodeOf(path));
    const glance = async (): Promise<void> => {
      for (const [path, before] of nodes) {
        const now = await nodeOf(path);
        if (now === before) continue;
        nodes.set(path, now);
        this.#watcher.unwatch(path);
        if (now !== null) this.#watcher.add(path);
        this.#news();
      }
      if (!this.#closed) this.#glances = setTimeout(glance, GLANCE);
    };
    this.#glances = setTimeout(glance, GLANCE);
  }

  #news(): void {
    this.#last = performance.now();
    this.#first ??= this.#last;
    this.#wake();
  }

  #fail(error: unknown): void {
    this.#failure ??= new WatchFailed(error);
    this.#wake();
  }

  /**
   * Waits until something has changed since the last call, and then for a moment of quiet. False when `ended` comes first.
   * @throws WatchFailed
   */
  async changed(ended: AbortSignal): Promise<boolean> {
    while (!ended.aborted) {
      if (this.#failure !== null) throw this.#failure;
      const due = this.#first === null ? null : Math.min(this.#last + QUIET, this.#first + LONGEST) - performance.now();
      if (due !== null && due <= 0) {
        this.#first = null;
        return true;
      }
      await this.#pause(due, ended);
    }
    return false;
  }

  /** Waits for news, for the end, or for so many milliseconds. */
  async #pause(milliseconds: number | null, ended: AbortSignal): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    let resume = (): void => {};
    await new Promise<void>((resolved) => {
      resume = () => resolved();
      this.#wake = resume;
      ended.addEventListener('abort', resume);
      if (milliseconds !== null) timer = setTimeout(resume, milliseconds);
    });
    ended.removeEventListener('abort', resume);
    clearTimeout(timer);
  }

  /** Watches no longer. */
  async close(): Promise<void> {
    this.#closed = true;
    clearTimeout(this.#glances);
    await this.#watcher.close();
  }
}
