import { Script } from 'node:vm';

/** A task took longer than it may. What it was doing was cut off in the middle: its state must not be used again. */
export class Overrun extends Error {
  constructor(milliseconds: number) {
    super(`not done within ${milliseconds} ms`);
    this.name = 'Overrun';
  }
}

/** Where the task lies while it runs. */
const PLACE = Symbol.for('huiyao.guarded');
const CALL = new Script(`globalThis[Symbol.for('huiyao.guarded')]()`, { filename: 'huiyao:guard' });

/**
 * Does a piece of work that must not take longer than so many milliseconds. Node can stop code that was entered by `vm`,
 * endless loops and regular expressions too, so that work in this thread needs no second one to watch over it.
 * Setting it up costs some 0.2 ms.
 * @throws Overrun when the time is up; otherwise what `task` throws.
 */
export function within<T>(milliseconds: number, task: () => T): T {
  const place = globalThis as Record<symbol, unknown>;
  place[PLACE] = task;
  try {
    return CALL.runInThisContext({ timeout: milliseconds }) as T;
  } catch (error) {
    const isTimeUp = (error as NodeJS.ErrnoException | null)?.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT';
    throw isTimeUp ? new Overrun(milliseconds) : error;
  } finally {
    delete place[PLACE];
  }
}
