import { frames, inAscii, type RecordFormat, textOf } from './json-lines.ts';
import type { Output } from './output.ts';

/** Where records go, one after another, whatever the form in which they are written. */
export interface RecordSink {
  /** Whether the reader has gone: nothing more needs to be written. */
  readonly closed: boolean;
  /** Takes a record, given as JSON on one line, in UTF-8. */
  write(json: Uint8Array): Promise<void>;
  /** Nothing more is there for now: what was gathered is to go out. */
  flush?(): Promise<void>;
  /** All records are written: makes them last. */
  finish(): Promise<void>;
  /** Something went wrong: takes back what can be taken back. */
  abandon(): Promise<void>;
}

/** Bytes that wait to be written, at most: a call for each record would cost more than the record. */
const LONGEST_WAIT = 1 << 16;

const LINE_BREAK = Uint8Array.of(10);

/** Records as JSON text; with `ascii`, everything above U+007F escaped. */
export function jsonSink(format: RecordFormat, output: Output, ascii: boolean): RecordSink {
  const frame = frames[format];
  let written = 0;
  let waiting: Uint8Array[] = [];
  let bytes = 0;
  const add = (part: Uint8Array): void => {
    waiting.push(part);
    bytes += part.length;
  };
  const flush = async (): Promise<void> => {
    const parts = waiting;
    waiting = [];
    bytes = 0;
    await output.write(Buffer.concat(parts));
  };
  return {
    get closed() {
      return output.closed;
    },
    async write(json) {
      const before = written++ === 0 ? frame.open : frame.between;
      if (format === 'jsonl' && !ascii) {
        add(json);
        add(LINE_BREAK);
      } else {
        const text = before + frame.one(textOf(json));
        add(Buffer.from(ascii ? inAscii(text) : text));
      }
      if (bytes > LONGEST_WAIT) await flush();
    },
    flush,
    async finish() {
      add(Buffer.from(written === 0 ? frame.none : frame.close));
      await flush();
      await output.finish();
    },
    abandon: () => output.abandon(),
  };
}
