import type { Decoded } from '../../src/model/document.ts';

/** A text as if it had been decoded from a plain file. */
export const plainText = (text: string): Decoded => ({
  origin: { path: null, line: null, id: null, title: null, published: null },
  format: 'text',
  text,
  encoding: 'utf-8',
  bytes: text.length,
  sha256: '',
  verbatim: false,
  findings: [],
});
