/** How records are written as text: one JSON object a line, or one JSON array. */
export type RecordFormat = 'jsonl' | 'json';

/** The text that opens a file of records, stands between two, and closes it, or is all of it when there is none. */
interface Frame {
  readonly open: string;
  readonly between: string;
  readonly close: string;
  readonly none: string;
  /** A record, given as JSON on one line. */
  readonly one: (json: string) => string;
}

/** For each format, what stands around the records. */
export const frames: Readonly<Record<RecordFormat, Frame>> = {
  jsonl: { open: '', between: '', close: '', none: '', one: (json) => `${json}\n` },
  json: {
    open: '[',
    between: ',',
    close: '\n]\n',
    none: '[]\n',
    one: (json) => `\n${JSON.stringify(JSON.parse(json), null, 2)}`,
  },
};

const decoder = new TextDecoder();

/** The text of JSON that is given in UTF-8. */
export const textOf = (json: Uint8Array): string => decoder.decode(json);

/** Everything outside of ASCII. */
const BEYOND_ASCII = /[^\0-\x7F]/gu;

/** JSON with everything above U+007F written as `\uXXXX`: the same value, whatever the encoding of a pipe on its way. */
export const inAscii = (json: string): string =>
  json.replace(BEYOND_ASCII, (character) =>
    character
      .split('')
      .map((unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)
      .join(''),
  );
