import { emitKeypressEvents, type Key } from 'node:readline';
import { ReadStream } from 'node:tty';

/** The keys that somebody presses at a terminal, one after the other. */
export interface Keys {
  /** The next key as the character that it types; `interrupt` for ctrl-C, `quit` for ctrl-D, a terminal that is gone, and SIGTERM. */
  next(): Promise<string>;
  /** Gives the terminal back. */
  close(): void;
}

/** Takes the keys of a terminal without waiting for Enter; null when the stream is no terminal. */
export function keysOf(stream: unknown): Keys | null {
  if (!(stream instanceof ReadStream)) return null;
  // What is typed ahead, or pasted, waits here until it is asked for.
  const typed: string[] = [];
  let waiting: ((key: string) => void) | null = null;
  const take = (key: string): void => {
    if (waiting === null) typed.push(key);
    else {
      waiting(key);
      waiting = null;
    }
  };
  const press = (text: string | undefined, key: Key): void => {
    if (key.ctrl === true && key.name === 'c') take('interrupt');
    else if (key.ctrl === true && key.name === 'd') take('quit');
    else if (text !== undefined && key.ctrl !== true && key.meta !== true) take(text);
  };
  const quit = (): void => take('quit');
  emitKeypressEvents(stream);
  stream.on('keypress', press).on('end', quit).on('error', quit);
  process.once('SIGTERM', quit);
  stream.setRawMode(true);
  stream.resume();
  return {
    next: () => {
      const key = typed.shift();
      return key === undefined
        ? new Promise((resolve) => {
            waiting = resolve;
          })
        : Promise.resolve(key);
    },
    close() {
      process.off('SIGTERM', quit);
      stream.off('keypress', press).off('end', quit);
      stream.setRawMode(false);
      stream.pause();
    },
  };
}
