import { type Content, h } from './element.ts';

/** Characters that show nothing or steer what is around them: controls, format characters, separators, half pairs. */
const UNSEEN = /(?![\t\n\r])[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu;

const NAMES: Readonly<Record<string, string>> = {
  '00AD': 'SHY',
  '061C': 'ALM',
  '200B': 'ZWSP',
  '200C': 'ZWNJ',
  '200D': 'ZWJ',
  '200E': 'LRM',
  '200F': 'RLM',
  '2028': 'LS',
  '2029': 'PS',
  '202A': 'LRE',
  '202B': 'RLE',
  '202C': 'PDF',
  '202D': 'LRO',
  '202E': 'RLO',
  '2060': 'WJ',
  '2066': 'LRI',
  '2067': 'RLI',
  '2068': 'FSI',
  '2069': 'PDI',
  FEFF: 'BOM',
};

/** What is shown in place of a character that would not show: its short name, or its code. */
function markOf(character: string): string {
  const code = character.codePointAt(0) as number;
  // U+2400 ff. are pictures of the controls.
  if (code < 0x20) return String.fromCodePoint(0x2400 + code);
  const hex = code.toString(16).toUpperCase().padStart(4, '0');
  return NAMES[hex] ?? hex;
}

/**
 * A text with a mark for every character that would not show. The characters stay in it, each alone in an element that
 * keeps it from turning the words around it: the text of the page is the text of the article.
 */
export function seen(text: string): Content {
  const parts: Content[] = [];
  let at = 0;
  for (const { 0: character, index } of text.matchAll(UNSEEN)) {
    if (index > at) parts.push(text.slice(at, index));
    parts.push(h('bdi', { class: 'x', 'data-x': markOf(character) }, character));
    at = index + character.length;
  }
  if (at === 0) return text;
  parts.push(text.slice(at));
  return parts;
}

/** A text for a place that can hold no marks (a tooltip, an option): `\u{202e}` for what would not show. */
export const spelled = (text: string): string =>
  text.replace(UNSEEN, (character) => `\\u{${(character.codePointAt(0) as number).toString(16)}}`);
