import { createRequire } from 'node:module';
import type { Word } from '../model/document.ts';
import type { Span } from '../model/span.ts';

/** Which word segmenter cuts the words. Both are cppjieba's algorithm with its dictionary. */
export type SegmenterName = 'jieba' | 'nodejieba';

/** Cuts a text into tagged words, in order and without gaps. */
type Cut = (text: string) => readonly { word: string; tag: string }[];

const require = createRequire(import.meta.url);
const loaded = new Map<SegmenterName, Cut>();

/** The package that `name` needs is not installed. */
export class SegmenterMissing extends Error {
  readonly segmenter: SegmenterName;

  constructor(segmenter: SegmenterName, cause: unknown) {
    super(`the segmenter ${segmenter} cannot be loaded`, { cause });
    this.name = 'SegmenterMissing';
    this.segmenter = segmenter;
  }
}

function load(name: SegmenterName): Cut {
  if (name === 'jieba') {
    const { Jieba } = require('@node-rs/jieba') as typeof import('@node-rs/jieba');
    const { dict } = require('@node-rs/jieba/dict') as { dict: Uint8Array };
    const jieba = Jieba.withDict(dict);
    return (text) => jieba.tag(text, true);
  }
  const nodejieba = require('nodejieba') as { tag(text: string): { word: string; tag: string }[] };
  return (text) => nodejieba.tag(text);
}

const PACKAGES: Readonly<Record<SegmenterName, string>> = { jieba: '@node-rs/jieba', nodejieba: 'nodejieba' };

/**
 * Makes sure that a segmenter's package is there, without loading its dictionary: most articles are read without cutting
 * a single word. @throws SegmenterMissing when it is not.
 */
export function requireSegmenter(name: SegmenterName): void {
  try {
    require.resolve(PACKAGES[name]);
  } catch (cause) {
    throw new SegmenterMissing(name, cause);
  }
}

/** Loads a segmenter's dictionary, once a process. @throws SegmenterMissing when its package is not there. */
export function segmenter(name: SegmenterName): Cut {
  const known = loaded.get(name);
  if (known !== undefined) return known;
  try {
    const cut = load(name);
    loaded.set(name, cut);
    return cut;
  } catch (cause) {
    throw new SegmenterMissing(name, cause);
  }
}

/** The words of a stretch of text, with their places in it. */
export function wordsOf(text: string, span: Span, name: SegmenterName): readonly Word[] {
  let at = span.start;
  return segmenter(name)(text.slice(span.start, span.end)).map(({ word, tag }) => {
    const start = at;
    at += word.length;
    return { start, end: at, word, tag };
  });
}
