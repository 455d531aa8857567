import { createRequire } from 'node:module';
import type { Decoded } from '../../src/model/document.ts';
import { gbkCharacter, gbkCode } from '../../src/restore/gbk.ts';
import { readingsOf } from '../../src/restore/readings.ts';

/** A text as if it had been decoded from a plain file. */
export const plainText = (text: string): Decoded => ({
  origin: { path: null, line: null, id: null, title: null, published: null },
  format: 'text',
  text,
  encoding: 'utf-8',
  bytes: text.length,
  sha256: '',
  findings: [],
});

/** One way to damage a text; the same seed gives the same damage. */
export type Damage = (text: string, seed: number) => string;

/** A row of numbers below 1 that depends on the seed alone (mulberry32). */
function randomFrom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

const require = createRequire(import.meta.url);
const { Converter } = require('opencc-js/cn2t') as {
  Converter(options: { from: string; to: string }): (text: string) => string;
};
const converters = ['t', 'tw', 'hk'].map((to) => Converter({ from: 'cn', to }));

/** Converts a text to traditional characters, as the mainland, Taiwan or Hong Kong writes them. */
export const toTraditional: Damage = (text, seed) => (converters[seed % 3] as (text: string) => string)(text);

const isHan = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff';

/** The characters that a mirror annotates: all of those with the text's script that the seed picks, two in three. */
function annotated(text: string, seed: number): ReadonlyMap<string, string> {
  const random = randomFrom(seed);
  const found = new Map<string, string>();
  for (const character of new Set(text)) {
    const isPicked = random() < 0.66;
    if (!isHan(character) || !isPicked) continue;
    const [reading] = readingsOf(character);
    if (reading !== undefined && /[^a-zü]/u.test(reading)) found.set(character, reading);
  }
  return found;
}

/** Puts the reading behind every occurrence of some characters: 聯(lián). */
export const annotate: Damage = (text, seed) => {
  const readings = annotated(text, seed);
  return [...text]
    .map((character) => (readings.has(character) ? `${character}(${readings.get(character)})` : character))
    .join('');
};

/** What decoders leave for a byte that an annotation broke off. */
export const leavings = ['?', '\uFFFD(', '\uFFFD', '', '('] as const;

/**
 * Annotates the bytes of GBK text with a plain byte search, for characters that occur in the text and for those that only
 * the search sees; then decodes, leaving `leaving` for a broken pair.
 */
export function annotateBytes(
  text: string,
  readings: ReadonlyMap<string, string>,
  leaving: (typeof leavings)[number],
): string {
  /** A byte, or the inserted text behind one. */
  let row: (number | string)[] = [];
  for (const character of text) {
    const unit = character.charCodeAt(0);
    const code = gbkCode(unit);
    if (unit < 0x80 || code === 0) row.push(unit < 0x80 ? unit : character);
    else row.push(code >> 8, code & 0xff);
  }
  for (const [character, reading] of readings) {
    const code = gbkCode(character.charCodeAt(0));
    const after: (number | string)[] = [];
    for (let i = 0; i < row.length; i++) {
      after.push(row[i] as number | string);
      if (i > 0 && row[i - 1] === code >> 8 && row[i] === (code & 0xff)) after.push(`(${reading})`);
    }
    row = after;
  }
  let decoded = '';
  for (let i = 0; i < row.length; i++) {
    const byte = row[i] as number | string;
    if (typeof byte === 'string') {
      decoded += byte;
      continue;
    }
    if (byte < 0x80) {
      decoded += String.fromCharCode(byte);
      continue;
    }
    const next = row[i + 1];
    if (typeof next === 'number' && next >= 0x40) {
      decoded += gbkCharacter(byte, next);
      i++;
    } else if (typeof next === 'string' && next.startsWith('(')) {
      decoded += leaving + next.slice(1);
      i++;
    } else {
      decoded += '\uFFFD';
    }
  }
  return decoded;
}

/** Writes some characters as HTML entities: by name where there is one, else by number, decimal or hexadecimal. */
export const toEntities: Damage = (text, seed) => {
  const random = randomFrom(seed);
  const names = new Map([
    ['“', 'ldquo'],
    ['”', 'rdquo'],
    ['·', 'middot'],
    ['—', 'mdash'],
    ['…', 'hellip'],
    ['&', 'amp'],
  ]);
  return [...text]
    .map((character) => {
      const name = names.get(character);
      if (name !== undefined) return `&${name};`;
      const dice = random();
      const point = character.codePointAt(0) as number;
      if (point < 0x80 || dice > 0.1) return character;
      return dice > 0.05 ? `&#${point};` : `&#x${point.toString(16)};`;
    })
    .join('');
};

/** Strews in characters that show nothing. */
export const strewInvisible: Damage = (text, seed) => {
  const random = randomFrom(seed);
  const unseen = ['\u200b', '\u200c', '\u200e', '\u202c', '\u2060', '\ufeff', '\u00ad'];
  return [...text]
    .map((character) => (random() < 0.1 ? character + unseen[Math.floor(random() * unseen.length)] : character))
    .join('');
};

const radicalOf = new Map<string, string>();
for (let radical = 0x2f00; radical <= 0x2fd5; radical++) {
  const character = String.fromCharCode(radical);
  radicalOf.set(character.normalize('NFKC'), character);
}
for (const [standard, radical] of [
  ['见', '\u2ec5'],
  ['长', '\u2ed3'],
  ['门', '\u2ed4'],
  ['民', '\u2ea0'],
  ['车', '\u2ecb'],
  ['户', '\u2f3e'],
] as const) {
  radicalOf.set(standard, radical);
}

/** Puts radicals for the characters that look like them, as text copied from PDF has them. */
export const toRadicals: Damage = (text) =>
  [...text].map((character) => radicalOf.get(character) ?? character).join('');

/** Makes digits full-width. */
export const widen: Damage = (text) =>
  text.replaceAll(/[0-9]/gu, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0));

/** Pads the names of two characters among these to the width of three. */
export const padNames =
  (names: readonly string[]): Damage =>
  (text) =>
    names
      .filter((name) => name.length === 2)
      .reduce(
        (padded, name) =>
          padded.replaceAll(new RegExp(`(?<=[、：:])${name}(?=[、，。])`, 'gu'), `${name[0]}\u3000${name[1]}`),
        text,
      );

/** Reads the UTF-8 bytes of a text as GBK; a text that would lose bytes so comes back as it is. */
export const utf8AsGbk: Damage = (text) => {
  const wrong = new TextDecoder('gb18030').decode(new TextEncoder().encode(text));
  return /\uFFFD/u.test(wrong) || [...wrong].some((character) => character.length > 1) ? text : wrong;
};

/** Reads the UTF-8 bytes of a text as Latin-1. */
export const utf8AsLatin: Damage = (text) => Buffer.from(text, 'utf8').toString('latin1');

/** Breaks every paragraph at a fixed width of `cells` half-width cells. */
export const wrapAt =
  (cells: number): Damage =>
  (text) =>
    text
      .split('\n')
      .map((line) => {
        const lines: string[] = [];
        let current = '';
        let width = 0;
        for (const character of line) {
          const own = character.charCodeAt(0) >= 0x1100 ? 2 : 1;
          if (width + own > cells) {
            lines.push(current);
            current = '';
            width = 0;
          }
          current += character;
          width += own;
        }
        return [...lines, current].join('\n');
      })
      .join('\n');
