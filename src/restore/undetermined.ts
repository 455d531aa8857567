import type { Finding } from '../model/finding.ts';
import type { Span } from '../model/span.ts';
import { isReadingInAnyTone, isToned, SYLLABLE_LETTERS, TONED_LETTERS } from './readings.ts';
import type { Signs } from './signs.ts';

const SHIFTED = 'an annotation swallowed a byte here, and more than one character would fit';

/** CC CC CC CC on the stack, CD CD CD CD on the heap. */
const UNWRITTEN = 'memory that nobody wrote to, read as GBK';

/** What is left of damage that cannot be undone, each with what is known about it. */
const LEFT: readonly {
  readonly pattern: RegExp;
  readonly sign: string;
  readonly message: string;
  /** It says so only beside a Chinese character. */
  readonly besideHan?: boolean;
}[] = [
  {
    pattern: /锟斤拷(?:锟|斤|拷)*/gu,
    sign: '锟斤拷',
    message: 'bytes were lost when this was read as UTF-8 and again as GBK',
  },
  { pattern: /(?:烫烫){2,}/gu, sign: '烫烫烫烫', message: UNWRITTEN },
  { pattern: /(?:屯屯){2,}/gu, sign: '屯屯屯屯', message: UNWRITTEN },
  { pattern: /\uFFFD+/gu, sign: '\uFFFD', message: 'characters were lost before this text was made' },
  {
    pattern: /(?<=\p{Script=Han})\?(?=[a-zü]{0,4}[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ][a-z]{0,4}\))/gu,
    sign: '?',
    message: SHIFTED,
  },
  {
    // What stands around it is asked afterwards: a lookahead would try every ? of a long run anew.
    pattern: /\?{3,}/gu,
    sign: '???',
    besideHan: true,
    message: 'characters were lost before this text was made',
  },
];

const isBesideHan = (text: string, { start, end }: Span): boolean =>
  /\p{Script=Han}$/u.test(text.slice(Math.max(0, start - 2), start)) ||
  /^\p{Script=Han}/u.test(text.slice(end, end + 2));

/** What is left has one of these; a reading in brackets has a letter with a tone mark. */
export const UNDETERMINED: Signs = [...LEFT.map(({ sign }) => sign[0] as string), TONED_LETTERS];

/** A reading behind a character that cannot be read so: 倪(shù). */
const STRANGE = new RegExp(`(?<=(?<character>\\p{Script=Han}))\\((?<syllable>[${SYLLABLE_LETTERS}]{1,8})\\)`, 'gu');

/** No more places than this are told one by one. */
const MOST = 20;

/** Findings for what restoring had to leave as it was: the evidence does not say which characters stood there. */
export function undetermined(text: string): readonly Finding[] {
  const findings: Finding[] = [];
  for (const { pattern, sign, message, besideHan } of LEFT) {
    if (!text.includes(sign)) continue;
    for (const match of text.matchAll(pattern)) {
      if (findings.length === MOST) return findings;
      const span = { start: match.index, end: match.index + match[0].length };
      if (besideHan === true && !isBesideHan(text, span)) continue;
      findings.push({ code: 'restore-undetermined', severity: 'warning', message, span });
    }
  }
  if (!text.includes('(')) return findings;
  for (const match of text.matchAll(STRANGE)) {
    const { character, syllable } = match.groups as { character: string; syllable: string };
    if (findings.length === MOST) return findings;
    if (!isToned(syllable) || isReadingInAnyTone(character, syllable)) continue;
    const span = { start: match.index, end: match.index + match[0].length };
    findings.push({ code: 'restore-undetermined', severity: 'warning', message: SHIFTED, span });
  }
  return findings;
}
