import { createRequire } from 'node:module';

const require = createRequire(import.meta.url);
const known = new Map<string, readonly string[]>();
let polyphonic: ((text: string) => string[][]) | null = null;

function look(character: string): string[] {
  if (polyphonic === null) {
    const pinyin = require('pinyin-pro') as typeof import('pinyin-pro');
    polyphonic = (text) => pinyin.polyphonic(text, { type: 'array' });
  }
  return polyphonic(character)[0] as string[];
}

/** Letters that a toned syllable may have: 会(huì), 旅(lǚ), also with ɑ and ɡ as GBK has them, full-width, or with combining tone marks. */
export const SYLLABLE_LETTERS = 'a-zａ-ｚɑɡüêāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜńňǹḿ\u0300\u0301\u0304\u0308\u030c';

/** What is known of a syllable as it was written. */
interface Syllable {
  /** Composed, with plain a and g. */
  readonly plain: string;
  readonly toneless: string;
  readonly toned: boolean;
}

const syllables = new Map<string, Syllable>();

function syllableOf(written: string): Syllable {
  const before = syllables.get(written);
  if (before !== undefined) return before;
  const plain = written.normalize('NFKC').replaceAll('ɑ', 'a').replaceAll('ɡ', 'g').normalize('NFC');
  const toneless = plain.normalize('NFD').replaceAll(TONE, '');
  const syllable = { plain, toneless, toned: toneless !== plain.normalize('NFD') };
  // There are some 1,500 syllables; a text that has more is made up, and must not fill the memory.
  if (syllables.size > 4096) syllables.clear();
  syllables.set(written, syllable);
  return syllable;
}
const TONE = /[\u0300\u0301\u0304\u030c]/gu; // ì in its two parts

/** A syllable in one form: composed, with plain a and g. */
export const plainSyllable = (syllable: string): string => syllableOf(syllable).plain;

/** Whether a syllable carries a tone mark. */
export const isToned = (syllable: string): boolean => syllableOf(syllable).toned;

/** Every syllable with a tone mark has one of these. */
export const TONED_LETTERS = [...SYLLABLE_LETTERS].filter(isToned).join('');

/** Every reading of one character, toned, lower case, composed: 长 → cháng, zhǎng. */
export function readingsOf(character: string): readonly string[] {
  const before = known.get(character);
  if (before !== undefined) return before;
  const found = look(character).map((reading) => reading.normalize('NFC'));
  known.set(character, found);
  return found;
}

/** Whether a character can be read so. */
export const isReading = (character: string, syllable: string): boolean =>
  readingsOf(character).includes(plainSyllable(syllable));

/** Whether a character can be read so but for the tone: Taiwan reads 績 jī, the mainland jì. */
export const isReadingInAnyTone = (character: string, syllable: string): boolean => {
  const { toneless } = syllableOf(syllable);
  return readingsOf(character).some((reading) => syllableOf(reading).toneless === toneless);
};

/** A syllable without its tone. */
export const toneless = (syllable: string): string => syllableOf(syllable).toneless;

/** What is known of a character with a syllable behind it. */
export interface Judgement {
  /** The syllable carries a tone mark. */
  readonly isToned: boolean;
  /** It is a reading of the character. */
  readonly isReading: boolean;
  /** It is one but for the tone. */
  readonly isReadingInAnyTone: boolean;
  readonly toneless: string;
}

const judgements = new Map<string, Judgement>();

/** Everything about a character and a syllable at once, remembered: an article has the same few hundred of them again and again. */
export function judge(character: string, syllable: string): Judgement {
  const key = character + syllable;
  const before = judgements.get(key);
  if (before !== undefined) return before;
  const judgement = {
    isToned: isToned(syllable),
    isReading: isReading(character, syllable),
    isReadingInAnyTone: isReadingInAnyTone(character, syllable),
    toneless: toneless(syllable),
  };
  if (judgements.size > 1 << 15) judgements.clear();
  judgements.set(key, judgement);
  return judgement;
}

const LETTER = new RegExp(`[${SYLLABLE_LETTERS}]`, 'u');
/** By code unit: 0 not asked yet, 1 a letter of syllables, 2 none. */
const letters = new Uint8Array(0x10000);

/** Whether a code unit can stand in a syllable. */
export function isSyllableLetter(unit: number): boolean {
  if (letters[unit] === 0) letters[unit] = LETTER.test(String.fromCharCode(unit)) ? 1 : 2;
  return letters[unit] === 1;
}

/** No syllable has more letters: zhuāng, with its tone mark apart and one to spare. */
export const LONGEST_SYLLABLE = 8;
