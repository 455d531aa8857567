import type { Edit } from '../model/edit.ts';
import { isUnseen } from './invisible.ts';
import type { Rule } from './rule.ts';
import { WINDOWS_1252 } from './windows-1252.ts';

/** Named entities that Chinese pages use. source: HTML Standard, named character references */
const NAMED: ReadonlyMap<string, string> = new Map(
  Object.entries({
    nbsp: ' ',
    ensp: ' ',
    emsp: ' ',
    thinsp: ' ',
    amp: '&',
    lt: '<',
    gt: '>',
    quot: '"',
    apos: "'",
    ldquo: '“',
    rdquo: '”',
    lsquo: '‘',
    rsquo: '’',
    laquo: '«',
    raquo: '»',
    hellip: '…',
    mdash: '—',
    ndash: '–',
    middot: '·',
    bull: '•',
    times: '×',
    divide: '÷',
    plusmn: '±',
    deg: '°',
    permil: '‰',
    sect: '§',
    copy: '©',
    reg: '®',
    trade: '™',
    yen: '¥',
    euro: '€',
    pound: '£',
    cent: '¢',
    larr: '←',
    rarr: '→',
    uarr: '↑',
    darr: '↓',
    le: '≤',
    ge: '≥',
    ne: '≠',
    sup2: '²',
    sup3: '³',
    frac12: '½',
    zwnj: '',
    zwj: '',
    shy: '',
  }),
);

/** `&nbsp;` `&#20250;` `&#x4F1A;`, also escaped once more (`&amp;nbsp;`), with its digits made full-width, or `&nbsp` cut short. */
const ENTITY =
  /&(?:amp;|#38;){0,8}(?:#(?<decimal>[\d０-９]{1,7})|#[xX](?<hex>[\dA-Fa-f０-９]{1,6})|(?<name>[A-Za-z][A-Za-z\d]{1,7}));|&(?:amp;){0,8}(?<bare>nbsp)(?![A-Za-z\d;])/gu;

/**
 * Writes out HTML entities that were left in the text.
 *
 *     &ldquo;两个维护&rdquo;&nbsp;  →  “两个维护”
 */
export const entities: Rule = {
  id: 'restore/entities',
  repair: 'entities',
  certainty: 'certain',
  signs: ['&'],
  examples: [
    { damaged: '&ldquo;十四五&rdquo;规划', clean: '“十四五”规划' },
    { damaged: '&#20250;&#x8BAE;召开', clean: '会议召开' },
    { damaged: '科技&amp;nbsp;教育', clean: '科技 教育' },
    { damaged: '&nbsp&nbsp会议&nbsp', clean: '  会议 ' },
    { damaged: '会&#160;议&#150;甲&#9;乙&#10;丙&#8203;', clean: '会 议–甲\t乙\n丙' },
    { damaged: '&#13;&#55296;&#57343;&#1114112;&nothing;', clean: '&#13;&#55296;&#57343;&#1114112;&nothing;' },
    { damaged: 'R&D;AT&T；A&B', clean: 'R&D;AT&T；A&B' },
  ],
  find: entitiesIn,
};

/** The edits that write out every entity of a text that has a meaning. */
export function entitiesIn(text: string): readonly Edit[] {
  const edits: Edit[] = [];
  for (const match of text.matchAll(ENTITY)) {
    const { decimal, hex, name, bare } = match.groups as Record<string, string | undefined>;
    const named = name ?? bare;
    const replacement = named === undefined ? character(decimal, hex) : NAMED.get(named);
    if (replacement === undefined) continue;
    edits.push({ start: match.index, end: match.index + match[0].length, replacement, rule: entities.id });
  }
  return edits;
}

function character(decimal: string | undefined, hex: string | undefined): string | undefined {
  const digits = (decimal ?? (hex as string)).normalize('NFKC');
  const point = Number.parseInt(digits, decimal === undefined ? 16 : 10);
  if (point === 0xa0) return ' ';
  if (isUnseen(point)) return '';
  if (point > 0x10ffff || (point >= 0xd800 && point <= 0xdfff) || (point < 0x20 && point !== 9 && point !== 10))
    return undefined;
  // Windows-1252 numbers are read as the HTML Standard reads them.
  if (point >= 0x80 && point <= 0x9f) return WINDOWS_1252[point - 0x80];
  return String.fromCodePoint(point);
}
