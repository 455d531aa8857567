import { frames, inAscii, type RecordFormat } from './json-lines.ts';
import type { Output } from './output.ts';

/** Where records go, one after another, whatever the form in which they are written. */
export interface RecordSink {
  /** Whether the reader has gone: nothing more needs to be written. */
  readonly closed: boolean;
  /** Takes a record, given as JSON on one line. */
  write(json: string): Promise<void>;
  /** All records are written: makes them last. */
  finish(): Promise<void>;
  /** Something went wrong: takes back what can be taken back. */
  abandon(): Promise<void>;
}

/** Records as JSON text; with `ascii`, everything above U+007F escaped. */
export function jsonSink(format: RecordFormat, output: Output, ascii: boolean): RecordSink {
  const frame = frames[format];
  let written = 0;
  return {
    get closed() {
      return output.closed;
    },
    async write(json) {
      const text = frame.one(json);
      await output.write((written++ === 0 ? frame.open : frame.between) + (ascii ? inAscii(text) : text));
    },
    async finish() {
      await output.write(written === 0 ? frame.none : frame.close);
      await output.finish();
    },
    abandon: () => output.abandon(),
  };
}
