/** How records are written: one JSON object a line, or one JSON array. */
export type RecordFormat = 'jsonl' | 'json';

/** The text that opens a file of records, stands between two, and closes it; and how one record looks in it. */
interface Frame {
  readonly open: string;
  readonly between: string;
  readonly close: string;
  readonly one: (record: unknown) => string;
}

/** For each format, what stands around the records. No record at all gives an empty file, or `[]`. */
export const frames: Readonly<Record<RecordFormat, Frame>> = {
  jsonl: { open: '', between: '', close: '', one: (record) => `${JSON.stringify(record)}\n` },
  json: { open: '[', between: ',', close: '\n]\n', one: (record) => `\n${JSON.stringify(record, null, 2)}` },
};
