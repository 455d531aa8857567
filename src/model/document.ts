import type { Edits } from './edit.ts';
import type { Finding } from './finding.ts';
import type { Mention } from './mention.ts';
import type { OffsetMap } from './offset-map.ts';
import type { Span } from './span.ts';

/** Where an article came from, as the caller knows it. All null for a bare string. */
export interface Origin {
  readonly path: string | null;
  /** 1-based line of a JSON Lines input. */
  readonly line: number | null;
  /** The id field of a JSON Lines input, as it stood there. */
  readonly id: string | number | null;
  /** Headline that came beside the text (a JSON Lines field). */
  readonly title: string | null;
  /** The day of publication that came beside the text, as it stood there; any common form of date. */
  readonly published: string | null;
}

/** How the text is written: plain text or a page. */
export type Format = 'text' | 'html';

/** An article as it came: bytes of a file, or a text that is already decoded. */
export interface Raw {
  readonly origin: Origin;
  readonly content: Uint8Array | string;
  /** Null: found out from the text. */
  readonly format: Format | null;
}

/** An article as text. Every offset in a record counts in `text`. */
export interface Decoded {
  readonly origin: Origin;
  readonly format: Format;
  readonly text: string;
  /** The name of the encoding as the WHATWG Encoding Standard has it (`utf-8`, `gb18030`). */
  readonly encoding: string;
  /** Length of the input in bytes. */
  readonly bytes: number;
  /** SHA-256 of the input's bytes, in hex. */
  readonly sha256: string;
  /** The input is `text` in UTF-8, byte for byte, so that its digest is that of the text. */
  readonly verbatim: boolean;
  readonly findings: readonly Finding[];
}

/** What a page says about itself outside of its main text; null where it says nothing. */
export interface PageFacts {
  readonly title: string | null;
  readonly published: string | null;
  readonly outlet: string | null;
}

/** How often each kind of repair was made; only kinds that occurred, `traditional` as a yes. */
export type Repairs = Readonly<Record<string, number | boolean>>;

/** How sure a repair is: nothing else can have stood there, or something else is far less likely. */
export type Certainty = 'certain' | 'likely';

/** What one rule of restoring changed, against the text that the rule before it left. */
export interface RestoreStep {
  readonly certainty: Certainty;
  readonly edits: Edits;
}

/** An article with its damage undone. `clean` is what people wrote; `map` leads from it back to `text`. */
export interface Restored extends Decoded {
  readonly clean: string;
  readonly map: OffsetMap;
  readonly repairs: Repairs;
  /** The repairs of each step, in the order in which they were made, each against the text of the step before. */
  readonly steps: readonly RestoreStep[];
  readonly page: PageFacts | null;
}

/** A word and its place in clean text. `tag` is the segmenter's part of speech (n, v, nr …). */
export interface Word extends Span {
  readonly word: string;
  readonly tag: string;
}

/** A sentence with its closing mark, and the index of the paragraph it stands in. */
export interface Sentence extends Span {
  readonly paragraph: number;
}

/** An article cut into lines and sentences. Spans are in clean text. */
export interface Segmented extends Restored {
  /** Lines without their line break and outer space; empty ones are left out. */
  readonly paragraphs: readonly Span[];
  readonly sentences: readonly Sentence[];
  /** Index in `paragraphs` of the headline; null when the text opens at once. */
  readonly headline: number | null;
  /** The words of a stretch of clean text. Cutting is done on demand: most sentences never need it. */
  readonly wordsIn: (span: Span) => readonly Word[];
}

/** An article with what it names. Mentions are in the order of the text; those of one kind do not overlap. */
export interface Recognised extends Segmented {
  readonly mentions: readonly Mention[];
}
