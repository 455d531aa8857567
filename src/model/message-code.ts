/**
 * What can be told on stderr, by its stable code. A new code is written here and explained in src/explain/messages.ts;
 * neither compiles without the other.
 */
export type MessageCode =
  // An input that is no text.
  | 'bad-gzip'
  | 'empty'
  | 'not-text'
  | 'undecodable'
  // An input that cannot be had.
  | 'not-a-file'
  | 'not-found'
  | 'too-large'
  | 'unreadable'
  // An input that could not be read to its end.
  | 'out-of-memory'
  | 'timeout'
  | 'worker-died'
  // A line of JSON Lines.
  | 'json-invalid'
  | 'json-not-object'
  | 'line-too-long'
  | 'text-missing'
  // Records and gold that are read.
  | 'bad-answers'
  | 'bad-json'
  | 'below-baseline'
  | 'below-min'
  | 'invalid-record'
  // The call and its configuration.
  | 'config-file'
  | 'config-key'
  | 'config-value'
  | 'lexicon-file'
  | 'lexicon-row'
  | 'output-is-input'
  | 'segmenter-missing'
  | 'usage'
  // The database.
  | 'database'
  | 'database-missing'
  | 'nobody'
  // The run.
  | 'bug'
  | 'max-failed'
  | 'no-input'
  | 'resume'
  | 'stopped'
  | 'output'
  | 'watch';
