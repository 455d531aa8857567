import type { Edit } from '../model/edit.ts';
import type { Span } from '../model/span.ts';
import { gbkCharacter, gbkCode } from './gbk.ts';
import { isUnseen } from './invisible.ts';
import type { Rule } from './rule.ts';
import { latinByte, latinUnits } from './windows-1252.ts';

/** What the first two bytes of common characters in UTF-8 make in GBK: 涓 is E4 B8, which opens 中, 为, 主, 业. */
const AS_GBK =
  '涓浜浠浼浣鍏鍙鍐鍒鍔鍗鍘鍚鍛鍜鍥鍦鍩澶濂瀛瀹寰宸甯骞搴寮褰蹇鎬鎯鎴鎵鎶鎸鏀鏁鏂鏃鏄鏈鏉姘娉娴鐢鐨鐩绀绔绗缁缃鑰鑷琛瑕璁璇璐璧杩閫閮閲闀闂闃闈锛銆';

const GBK_SIGN = 1;
const LATIN_SIGN = 2;
/** By code unit: what a character is a sign of. Latin-1 and Windows-1252 letters are one when two stand together. */
const signs = new Uint8Array(0x10000);
for (const sign of AS_GBK) signs[sign.charCodeAt(0)] = GBK_SIGN;
for (const unit of latinUnits) signs[unit] = LATIN_SIGN;

/** One sign of UTF-8 read as GBK in so many characters is the least; 骞 and 璐 stand in names as well. */
const SPARSEST = 32;

/** Whether a text may have been decoded as GBK, as Latin-1, as either, or is beyond suspicion (0). */
function suspicionOf(text: string): number {
  let gbk = 0;
  let latin = 0;
  let before = 0;
  for (let i = 0; i < text.length; i++) {
    const sign = signs[text.charCodeAt(i)] as number;
    if (sign === 0) {
      before = 0;
      continue;
    }
    if (sign === GBK_SIGN) gbk++;
    // …… and —— are Windows-1252 as well; the bytes of a Chinese character have a letter among them.
    // lüè has two letters as well, and ü is a byte of no UTF-8.
    else if (before === LATIN_SIGN && text[i - 1] !== 'ü' && (isLetter(text, i) || isLetter(text, i - 1)))
      latin = LATIN_SIGN;
    before = sign;
  }
  return gbk > 0 && gbk * SPARSEST >= text.length ? GBK_SIGN | latin : latin;
}

const isLetter = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return unit >= 0xa1 && unit <= 0xff && unit !== 0xb7;
};

/** A maximal stretch that one wrong decoding can have made, and what its bytes say when they are read rightly. */
interface Stretch {
  readonly start: number;
  readonly end: number;
  readonly right: string;
  /** Where each unit of `right` comes from. */
  readonly origins: readonly Span[];
  /** So long and so Chinese that chance is out of the question. */
  readonly sure: boolean;
}

/**
 * Reads again what was decoded with the wrong table.
 *
 *     浼氳  →  会议   (UTF-8 read as GBK)        ä¼šè®®  →  会议   (as Windows-1252)        »áÒé  →  会议   (GBK as Latin-1)
 *
 * Only stretches whose bytes are valid from end to end; a last character that lost a byte becomes U+FFFD.
 */
export const mojibake: Rule = {
  id: 'restore/mojibake',
  repair: 'misdecoded',
  certainty: 'certain',
  signs: [AS_GBK, [0xa1, 0xb6], [0xb8, 0xff]],
  examples: [
    { damaged: '甯傚\ue759鍏氱粍鍙\ue100紑浼氳\ue185', clean: '市委党组召开会议' },
    { damaged: '鍏\u3125浗浜哄\u3047銆\uFFFD', clean: '全国人大\uFFFD' },
    { damaged: '娴呯煑娴\ue10a拷', clean: '浅矗浬\uFFFD' },
    { damaged: '娴呯煑娴\ue10a拷?', clean: '浅矗浬\uFFFD?' },
    { damaged: 'ä¼šè®®åœ¨åŒ—äº¬å\u008f¬å¼€', clean: '会议在北京召开' },
    { damaged: 'ÊÐÎ¯»áÒé', clean: '市委会议' },
    { damaged: 'cafÃ© dÃ©jÃ  prÃ©fÃ©rÃ©', clean: 'cafÃ© dÃ©jÃ  prÃ©fÃ©rÃ©' },
    { damaged: '涓涓细流汇成大海', clean: '涓涓细流汇成大海' },
    { damaged: 'Café Ñandú à la carte', clean: 'Café Ñandú à la carte' },
  ],
  find(text) {
    const suspicion = suspicionOf(text);
    if (suspicion === 0) return [];
    const edits = (suspicion & GBK_SIGN) !== 0 ? editsFor(utf8AsGbk(text)) : [];
    if (edits.length > 0 || (suspicion & LATIN_SIGN) === 0) return edits;
    const latin = editsFor(utf8AsLatin(text));
    return latin.length > 0 ? latin : gbkAsLatin(text);
  },
};

/** Unless most of what could be wrong surely is, nothing is. */
function editsFor(stretches: readonly Stretch[]): readonly Edit[] {
  let all = 0;
  let sure = 0;
  for (const stretch of stretches) {
    const length = stretch.end - stretch.start;
    all += length;
    if (stretch.sure) sure += length;
  }
  if (sure * 2 < all || sure === 0) return [];
  return stretches
    .filter(({ right }) => right !== '')
    .map(({ start, end, right, origins }) => ({ start, end, replacement: right, rule: mojibake.id, origins }));
}

function utf8AsGbk(text: string): readonly Stretch[] {
  return stretchesIn(
    text,
    (unit) => (unit === 0x20ac ? 0x80 : gbkCode(unit)),
    (bytes, cut) => {
      const right = decodeUtf8(bytes, cut);
      return { right, width: utf8Width, sure: right.length >= 4 && share(right) > 0.8 };
    },
  );
}

function utf8AsLatin(text: string): readonly Stretch[] {
  return stretchesIn(text, latinByte, (bytes) => {
    const right = decodeUtf8(bytes, false);
    const sure = bytes.length >= 3 && right !== '' && (share(right) > 0.8 || isLatinAgain(right));
    return { right, width: utf8Width, sure };
  });
}

/** Whether a text is Chinese that was read so once more: Ã¤Â¼Å¡ is ä¼š is 会. */
function isLatinAgain(text: string): boolean {
  const bytes = Array.from(text, (character) => latinByte(character.charCodeAt(0)));
  if (bytes.length < 3 || bytes.includes(0)) return false;
  const right = decodeUtf8(Uint8Array.from(bytes), false);
  return right !== '' && share(right) > 0.8;
}

/** So many characters of GBK are no chance: words of other languages have one or two accents in a row. */
const FEWEST_PAIRS = 4;

/**
 * GBK read as Latin-1. Its second bytes may be ASCII (Ý[ is 輀), so a text is read from end to end; where nearly all
 * of it is pairs, and many of them are of GB 2312, it is taken back whole.
 */
function gbkAsLatin(text: string): readonly Edit[] {
  // Words of other languages in UTF-8 (cafÃ©) have bytes that are pairs of GBK as well.
  const stretches = utf8AsLatin(text);
  if (stretches.filter(({ right }) => right !== '').length * 2 > stretches.length) return [];
  const edits: Edit[] = [];
  let pairs = 0;
  let standard = 0;
  let broken = 0;
  let start = 0;
  let replacement = '';
  let origins: Span[] = [];
  const close = (end: number): void => {
    if (replacement !== '') edits.push({ start, end, replacement, rule: mojibake.id, origins });
    replacement = '';
    origins = [];
  };
  for (let at = 0; at < text.length; at++) {
    const lead = latinByte(text.charCodeAt(at));
    const next = at + 1 < text.length ? text.charCodeAt(at + 1) : 0;
    const trail = next >= 0x40 && next < 0x7f ? next : latinByte(next);
    const character = lead >= 0x81 && trail >= 0x40 ? gbkCharacter(lead, trail) : '';
    if (character === '') {
      if (lead !== 0) broken++;
      close(at);
      continue;
    }
    if (replacement === '') start = at;
    replacement += character;
    origins.push({ start: at, end: at + 2 });
    pairs++;
    // GB 2312 has both bytes above A0; é and a letter behind it make something else.
    if (lead >= 0xa1 && trail >= 0xa1) standard++;
    at++;
  }
  close(text.length);
  return pairs >= FEWEST_PAIRS && standard * 3 >= pairs && broken * 20 <= pairs ? edits : [];
}

/** What the bytes of a stretch say, and how many of them a character of it takes. */
interface Reread {
  readonly right: string;
  readonly width: (character: string) => number;
  readonly sure: boolean;
}

const utf8Width = (character: string): number => {
  const point = character.codePointAt(0) as number;
  return point < 0x80 ? 1 : point < 0x800 ? 2 : point < 0x10000 ? 3 : 4;
};

/** Cuts a text at everything that `codeOf` knows no byte (or two) for, and reads the bytes of each piece again. */
function stretchesIn(
  text: string,
  codeOf: (unit: number) => number,
  read: (bytes: Uint8Array, cut: boolean) => Reread,
): readonly Stretch[] {
  const found: Stretch[] = [];
  const bytes: number[] = [];
  /** The place in the text that each byte comes from. */
  const places: number[] = [];
  const close = (end: number): void => {
    if (bytes.length > 1) {
      // A lead byte that stood before ASCII was lost; decoders leave U+FFFD or a question mark for it.
      const cut = text[end] === '\uFFFD' || text[end] === '?';
      const { right, width, sure } = read(Uint8Array.from(bytes), cut);
      const origins: Span[] = [];
      let byte = 0;
      // A character that lacks bytes takes what stands for the lost one; one that was written as U+FFFD lacks none.
      let until = end;
      for (const character of right) {
        const last = byte + width(character) - 1;
        if (last >= places.length) until = end + 1;
        const origin = { start: places[byte] as number, end: (places[last] ?? until - 1) + 1 };
        for (let i = 0; i < character.length; i++) origins.push(origin);
        byte = last + 1;
      }
      found.push({ start: places[0] as number, end: until, right, origins, sure });
    }
    bytes.length = 0;
    places.length = 0;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const code = unit < 0x80 ? 0 : codeOf(unit);
    if (code === 0) {
      close(at);
      continue;
    }
    if (code > 0xff) {
      bytes.push(code >> 8);
      places.push(at);
    }
    bytes.push(code & 0xff);
    places.push(at);
  }
  close(text.length);
  return found;
}

/** Bytes as UTF-8; `cut` lets the last character lack bytes, and U+FFFD stand for it. Empty when they are none. */
function decodeUtf8(bytes: Uint8Array, cut: boolean): string {
  const whole = strictly(bytes, 'utf-8');
  if (whole !== '' || !cut) return whole;
  for (let lacking = 1; lacking <= 2 && lacking < bytes.length; lacking++) {
    const opens = bytes[bytes.length - lacking] as number;
    if (opens < 0xe0 || opens > 0xef) continue;
    const rest = strictly(bytes.subarray(0, bytes.length - lacking), 'utf-8');
    return rest === '' ? '' : `${rest}\uFFFD`;
  }
  return '';
}

function strictly(bytes: Uint8Array, encoding: string): string {
  try {
    return new TextDecoder(encoding, { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    return '';
  }
}

/** The share of what Chinese text is made of: characters, radicals, punctuation, full-width forms, letters of pinyin, and what shows nothing. */
function share(text: string): number {
  let chinese = 0;
  for (let i = 0; i < text.length; i++) {
    const unit = text.charCodeAt(i);
    if (
      (unit >= 0x2e80 && unit <= 0x9fff) ||
      (unit >= 0xff00 && unit <= 0xffef) ||
      MARKS.has(text[i] as string) ||
      isUnseen(unit)
    )
      chinese++;
  }
  return chinese / text.length;
}
const MARKS = new Set('“”‘’·—…\uFFFDāáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜü');
