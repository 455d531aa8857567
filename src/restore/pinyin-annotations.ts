import { EditColumns, type Edits } from '../model/edit.ts';
import type { Span } from '../model/span.ts';
import { gbkCharacter, gbkCode, inGb2312 } from './gbk.ts';
import { isHan } from './han.ts';
import { isSyllableLetter, judge, LONGEST_SYLLABLE, TONED_LETTERS } from './readings.ts';
import type { Rule } from './rule.ts';

/** One bracket with a syllable in it, and whether that is a reading of the character before it. */
interface Annotation extends Span {
  readonly syllable: string;
  readonly fits: boolean;
  readonly isToned: boolean;
}

/**
 * Takes out the readings that a mirror puts after characters in brackets.
 *
 *     省僑聯(lián)擴(kuò)大會(huì)議   →  省僑聯擴大會議
 *           ~~~~~~  ~~~~~     ~~~~~
 *
 * A gloss on a rare surname and a lesson in pinyin have brackets too; only an article that is full of them loses them.
 */
export const pinyinAnnotations: Rule = {
  id: 'restore/pinyin-annotations',
  repair: 'pinyinAnnotations',
  certainty: 'certain',
  signs: [TONED_LETTERS],
  examples: [
    { damaged: '縣僑聯(lián)擴(kuò)大會(huì)議開幕', clean: '縣僑聯擴大會議開幕' },
    { damaged: '縣僑聯（lián）擴（kuò）大會（huì）議開幕', clean: '縣僑聯擴大會議開幕' },
    { damaged: '縣僑聯( lián )擴( kuò )大會( huì )議開幕', clean: '縣僑聯擴大會議開幕' },
    { damaged: '委員會(huì)(擴(kuò)大)會(huì)議', clean: '委員會(擴大)會議' },
    { damaged: '縣僑聯(lián)會(huì)議(ok)開(shuì)幕aS(jiè)', clean: '縣僑聯會議(ok)開(shuì)幕aS(jiè)' },
    { damaged: '市长逯(lù)远山出席会议', clean: '市长逯(lù)远山出席会议' },
    { damaged: '重庆(chóng qìng)与拼音(pinyin)', clean: '重庆(chóng qìng)与拼音(pinyin)' },
    { damaged: '和(hé)有和(hè)、和(huó)、和(hú)、和(huò)五读', clean: '和(hé)有和(hè)、和(huó)、和(hú)、和(huò)五读' },
    { damaged: '县(xiàn)委(wěi)会(huì)议(yì)', clean: '县委会议' },
    { damaged: '妈(mā)、麻(má)、马(mǎ)、骂(mà)四声', clean: '妈(mā)、麻(má)、马(mǎ)、骂(mà)四声' },
  ],
  find(text) {
    const annotations = annotationsIn(text);
    if (!isFull(text, annotations)) return [];
    // A toned reading that the character cannot have comes from a shifted byte boundary, and is the last trace of it.
    const edits = new EditColumns(pinyinAnnotations.id);
    for (const annotation of annotations) {
      const { start, end, syllable, fits, isToned } = read(text, annotation);
      if (fits || (isToned && mayBeRead(text[start - 1] as string, syllable))) edits.add(start, end, '');
    }
    return edits;
  },
};

/** Whether a dictionary that knows more tones may read a character so. */
const mayBeRead = (character: string, syllable: string): boolean => judge(character, syllable).isReadingInAnyTone;

/** The brackets with one syllable that stand behind a character: 会(huì)议, 会（huì）议, 会( huì )议. */
function annotationsIn(text: string): Edits {
  const found = new EditColumns(pinyinAnnotations.id);
  let last = -1;
  for (let start = 1; start < text.length; start++) {
    const unit = text.charCodeAt(start);
    // Of 会(huì)(huì) the second bracket is the article's own.
    if ((unit !== 0x28 && unit !== 0xff08) || start === last) continue;
    let from = start + 1;
    if (isNarrowSpace(text.charCodeAt(from))) from++;
    let to = from;
    while (to - from < LONGEST_SYLLABLE && isSyllableLetter(text.charCodeAt(to))) to++;
    if (to === from) continue;
    const close = isNarrowSpace(text.charCodeAt(to)) ? to + 1 : to;
    const bracket = text.charCodeAt(close);
    if (bracket !== 0x29 && bracket !== 0xff09) continue;
    if (isHan(text.charCodeAt(start - 1)) || isTrail(text, start - 1, text.slice(from, to))) {
      last = close + 1;
      found.add(start, last, '');
    }
    start = close;
  }
  return found;
}

/** What a bracket says; it is looked at again rather than kept, for a book has a million of them. */
function read(text: string, { start, end }: Span): Annotation {
  const from = isNarrowSpace(text.charCodeAt(start + 1)) ? start + 2 : start + 1;
  const to = isNarrowSpace(text.charCodeAt(end - 2)) ? end - 2 : end - 1;
  const syllable = text.slice(from, to);
  if (!isHan(text.charCodeAt(start - 1))) return { start, end, syllable, fits: true, isToned: true };
  const { isReading, isToned } = judge(text[start - 1] as string, syllable);
  return { start, end, syllable, fits: isReading, isToned };
}

const isNarrowSpace = (unit: number): boolean => unit === 0x20 || unit === 0xa0;

/** Whether the letter at `at` was taken for the second byte of an annotated character, its first byte being the last of the character before. */
function isTrail(text: string, at: number, syllable: string): boolean {
  const unit = text.charCodeAt(at);
  if (unit < 0x40 || unit > 0x7e || at === 0) return false;
  const trail = gbkCode(text.charCodeAt(at - 1)) & 0xff;
  if (trail < 0x81) return false;
  const { isToned, isReading } = judge(gbkCharacter(trail, unit), syllable);
  return isToned && isReading;
}

/**
 * Whether the brackets are so many that no author can have written them: on traditional characters, which is how mirrors
 * write, or behind nearly every occurrence of several characters.
 */
function isFull(text: string, annotations: Edits): boolean {
  let fitting = 0;
  let brackets = 0;
  let isTraditionalOnly = true;
  const characters = new Set<number>();
  const syllables = new Set<string>();
  for (const annotation of annotations) {
    const { start, end, syllable, fits, isToned } = read(text, annotation);
    if (!fits || !isToned) continue;
    const before = text.charCodeAt(start - 1);
    fitting++;
    brackets += end - start;
    isTraditionalOnly &&= isTraditional(before);
    characters.add(before);
    if (syllables.size < 3) syllables.add(judge(text[start - 1] as string, syllable).toneless);
  }
  if (fitting === 0 || fitting * SPARSEST < text.length - brackets) return false;
  if (isTraditionalOnly) return true;
  if (fitting < FEWEST || syllables.size < 3 || characters.size < 3) return false;
  let all = 0;
  for (const character of characters) annotated[character] = 1;
  for (let i = 0; i < text.length; i++) all += annotated[text.charCodeAt(i)] as number;
  for (const character of characters) annotated[character] = 0;
  return fitting * 4 >= all * 3;
}

/** By code unit: 1 for the characters that are being counted; all 0 between two texts. */
const annotated = new Uint8Array(0x10000);

/** One bracket in so many characters is the least that counts as full; the seed of this rule has one in five. */
const SPARSEST = 120;
/** So few brackets in simplified text are a person's glosses. */
const FEWEST = 4;

const isTraditional = (unit: number): boolean => isHan(unit) && gbkCode(unit) !== 0 && !inGb2312(unit);
