import { Writable } from 'node:stream';
import { SingleBar } from 'cli-progress';
import type { Output } from './output.ts';
import { columnsOf } from './width.ts';

/** A line at the foot of a terminal that tells how far a run is. */
export interface ProgressBar {
  /** Takes the line away, for something else to be written, and holds it back until `show`. */
  hide(): Promise<void>;
  show(): void;
  /** Takes the line away for good. */
  stop(): Promise<void>;
}

/** What a bar shows: how much is done, from 0 to 1 (null: nobody knows), and words. */
export interface Standing {
  readonly share: number | null;
  readonly words: string;
}

const CELLS = 24;
const ERASED = '\r\u001b[2K';

/**
 * Draws a bar on a terminal, ten times a second when it changes. No setting of the terminal is changed (cursor, wrapping),
 * so that a run that is killed leaves none behind.
 * @param columns how wide the terminal is now
 */
export function progressBar(output: Output, columns: () => number, standing: () => Standing): ProgressBar {
  let isHidden = false;
  const terminal = new Writable({
    decodeStrings: false,
    write(text: string, _encoding, done) {
      // Saved and restored, the cursor would jump back over the messages that were written since.
      const isCursor = text === '\u001b7' || text === '\u001b8';
      if (isHidden || isCursor) done();
      // A bar that cannot be drawn is no reason to stop the run.
      else
        output.write(text).then(
          () => done(),
          () => done(),
        );
    },
  });
  const bar = new SingleBar({
    stream: Object.assign(terminal, { isTTY: true, columns: Number.MAX_SAFE_INTEGER }),
    clearOnComplete: true,
    forceRedraw: true,
    linewrap: true,
    format: () => fitted(standing(), columns() - 1),
  });
  bar.start(1, 0);
  const written = (): Promise<void> => new Promise((resolve) => terminal.write('', () => resolve()));
  return {
    async hide() {
      await written();
      isHidden = true;
      await output.write(ERASED);
    },
    show() {
      isHidden = false;
    },
    async stop() {
      isHidden = false;
      bar.stop();
      await written();
    },
  };
}

/** [======------] 42% 1200 done …: as much of it as there is room for. */
function fitted({ share, words }: Standing, room: number): string {
  if (share !== null) {
    const full = Math.floor(share * CELLS);
    const percent = `${Math.floor(share * 100)}%`;
    const whole = `[${'='.repeat(full)}${'-'.repeat(CELLS - full)}] ${percent} ${words}`;
    if (columnsOf(whole) <= room) return whole;
    if (columnsOf(`${percent} ${words}`) <= room) return `${percent} ${words}`;
  }
  return columnsOf(words) <= room ? words : '';
}
