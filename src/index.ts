export { jsonSchema } from './emit/json-schema.ts';
export { InvalidRecord } from './emit/record.ts';
export { type Evidence, type MeetingRecord, schema } from './emit/schema.ts';
export type { Format, Recognised, Repairs, Restored, Sentence, Word } from './model/document.ts';
export type { Edit } from './model/edit.ts';
export type { Mention } from './model/mention.ts';
export type { OffsetMap } from './model/offset-map.ts';
export type { Span } from './model/span.ts';
export {
  type Additions,
  type ArticleOptions,
  additionsOf,
  BadAddition,
  extract,
  restore,
  SegmenterMissing,
  type SegmenterName,
  segment,
  type UnreadableCode,
  UnreadableInput,
} from './pipeline.ts';
