import type { Edit } from '../model/edit.ts';
import type { Span } from '../model/span.ts';
import { gbkCharacter, gbkCode, inGb2312, isCommonSimplified } from './gbk.ts';
import { isHan } from './han.ts';
import {
  isReading,
  isReadingInAnyTone,
  isSyllableLetter,
  isToned,
  judge,
  LONGEST_SYLLABLE,
  plainSyllable,
  SYLLABLE_LETTERS,
  TONED_LETTERS,
} from './readings.ts';
import type { Rule } from './rule.ts';

const ANNOTATION = new RegExp(`\\([${SYLLABLE_LETTERS}]{1,8}\\)`, 'gu');
const BROKEN = new RegExp(`[?\\uFFFD]?\\(?(?<syllable>[${SYLLABLE_LETTERS}]{1,8})\\)`, 'yu');

/** Two brackets and a syllable. */
const LONGEST_ANNOTATION = 10;

/** No run of shifted characters is followed further than this. */
const LONGEST_RUN = 64;

/**
 * Puts back a byte that an annotation swallowed, and decodes again what came out of step.
 *
 *     當?shù)倪^硬   AE94 [B5 (] shù) C4DF 5E   →   AE94 B5C4 DF5E   當的過硬
 *       ~~~~~~~
 *
 * 94 B5 spells 數, which is read shù: so the swallowed byte was B5. It works on text that still has its annotations,
 * for one of them may stand in the middle of a run. Where several bytes would do, nothing is changed.
 */
export const byteShift: Rule = {
  id: 'restore/byte-shift',
  repair: 'realigned',
  certainty: 'likely',
  signs: [TONED_LETTERS],
  examples: [
    { damaged: '應(yīng)當?shù)倪^關(guān)測試', clean: '應(yīng)當的過關(guān)測試' },
    { damaged: '獎?wù)摺\u{E568}S界代表', clean: '獎者、僑界代表' },
    { damaged: '優(yōu)秀黨員、僑界代表，獎?wù)摺S界', clean: '優(yōu)秀黨員、僑界代表，獎者、僑界' },
    { damaged: '獎?wù)摺S界代表', clean: '獎?wù)摺S界代表' },
    { damaged: '問他去嗎?(hé)平', clean: '問他去嗎?(hé)平' },
    { damaged: '應當?shù)腲過硬', clean: '應當的^過硬' },
    { damaged: '應當?shù)膧過硬', clean: '應當?shù)膧過硬' },
    { damaged: '應當?shù)倪\n', clean: '應當的\uFFFD\n' },
    { damaged: '應當?shù)倪?', clean: '應當的\uFFFD' },
    { damaged: '應當?shù)囊?yì)會', clean: '應當?shù)囊?yì)會' },
    { damaged: '應當?shù)ma)議', clean: '應當?shù)ma)議' },
    { damaged: '獎?wù)摺S', clean: '獎?wù)摺S' },
    { damaged: '優(yōu)秀黨員“僑界代表，獎?wù)摺S界', clean: '優(yōu)秀黨員“僑界代表，獎?wù)摺S界' },
    { damaged: '會(huì)(huì)議', clean: '會(huì)(huì)議' },
    { damaged: '丂?shù)倪^', clean: '丂?shù)倪^' },
    { damaged: '好(ma)', clean: '好(ma)' },
    { damaged: '会(huì)议', clean: '会(huì)议' },
  ],
  find(text) {
    const edits: Edit[] = [];
    let evidence: Evidence | null = null;
    let done = 0;
    for (let close = text.indexOf(')'); close >= 0; close = text.indexOf(')', close + 1)) {
      const left = leftAt(text, close, done);
      if (left === null || isAnnotation(text, left)) continue;
      evidence ??= evidenceIn(text);
      const repair = repairAt(text, left, evidence);
      if (repair === null) continue;
      edits.push(repair);
      done = repair.end;
    }
    return edits;
  },
};

/** What may be left of a broken byte, then a reading and its bracket: `?shù)`, `\uFFFD(shù)`, `shù)`. */
interface Left extends Span {
  readonly isMarked: boolean;
  readonly isOpen: boolean;
  readonly syllable: string;
}

/** What the bracket at `close` ends, within the text from `from` on; null when that is no toned syllable. */
function leftAt(text: string, close: number, from: number): Left | null {
  const least = Math.max(from, close - LONGEST_SYLLABLE);
  let start = close;
  while (start > least && isSyllableLetter(text.charCodeAt(start - 1))) start--;
  if (start === close) return null;
  const syllable = text.slice(start, close);
  if (!isToned(syllable)) return null;
  const isOpen = start > from && text[start - 1] === '(';
  if (isOpen) start--;
  const isMarked = start > from && (text[start - 1] === '?' || text[start - 1] === '\uFFFD');
  if (isMarked) start--;
  return { start, end: close + 1, isMarked, isOpen, syllable };
}

/** Whether it is an annotation like any other, right behind a character that can be read so. */
function isAnnotation(text: string, { start, isMarked, isOpen, syllable }: Left): boolean {
  if (isMarked || !isOpen || start === 0 || !isHan(text.charCodeAt(start - 1))) return false;
  return judge(text[start - 1] as string, syllable).isReadingInAnyTone;
}

function repairAt(text: string, left: Left, evidence: Evidence): Edit | null {
  const { start, end, isMarked, isOpen, syllable } = left;
  const before = characterBefore(text, start);
  if (before === '') return null;
  // Without a mark it is an annotation like any other, unless it cannot be the reading of what it stands behind.
  if (!isMarked && isOpen && isReadSo(before, syllable, evidence)) return null;
  const trail = gbkCode(before.charCodeAt(0)) & 0xff;
  if (trail < 0x81) return null;

  const ways: Way[] = [];
  for (const annotated of readLike(trail, syllable, evidence)) {
    const swallowed = gbkCode(annotated.charCodeAt(0)) & 0xff;
    if (swallowed < 0x81) continue;
    const run = decodeFrom(text, end, swallowed, evidence);
    if (run !== null) ways.push({ ...run, rank: rankOf(evidence, annotated, syllable, run.text) });
  }
  const best = onlyBest(ways);
  if (best === null) return null;
  const [first, ...rest] = best.origins as [Span, ...Span[]];
  const origins = [{ start, end: first.end }, ...rest];
  return { start, end: best.end, replacement: best.text, rule: byteShift.id, origins };
}

/** What a run says when it is decoded again, where each character comes from, and where it ends. */
interface Run {
  readonly text: string;
  readonly origins: readonly Span[];
  readonly end: number;
}

/** One way to read a run: what it says, where it ends, and how unlikely it is. */
interface Way extends Run {
  readonly rank: number;
}

/** The likeliest way, when it stands alone and says something that people write. */
function onlyBest(ways: readonly Way[]): Way | null {
  const least = Math.min(...ways.map(({ rank }) => rank));
  const best = ways.filter(({ rank }) => rank === least);
  return best.length === 1 && least < TOO_ODD ? (best[0] as Way) : null;
}

/** What a character that hardly anybody uses adds to a rank. */
const RARE = 4;
/** A way with this rank has two of them. */
const TOO_ODD = 2 * RARE;

/** Rare characters weigh most; then whether the article has the same annotation elsewhere, then whether the tone fits. */
function rankOf(evidence: Evidence, annotated: string, syllable: string, run: string): number {
  let rare = 0;
  for (const character of annotated + run) if (!evidence.isUsual(character.charCodeAt(0))) rare++;
  if (evidence.annotations.has(`${annotated}(${syllable})`)) return rare * RARE;
  return rare * RARE + (isReading(annotated, syllable) ? 1 : 2);
}

/** The character before `at`, over annotations of its own: 當(dāng)|?shù). Empty when there is none. */
function characterBefore(text: string, at: number): string {
  let end = at;
  for (let tries = 0; tries < 3 && text[end - 1] === ')'; tries++) {
    let open = end - 2;
    while (open > end - LONGEST_ANNOTATION && text[open] !== '(') open--;
    if (open < 1 || text[open] !== '(') return '';
    end = open;
  }
  return end > 0 && isHan(text.charCodeAt(end - 1)) ? (text[end - 1] as string) : '';
}

/**
 * Decodes again from a swallowed byte until the boundaries of old and new characters fall together.
 * Null when the bytes spell nothing or the run does not end.
 */
function decodeFrom(text: string, start: number, swallowed: number, evidence: Evidence): Run | null {
  let at = start;
  let pending = swallowed;
  let from = start;
  let decoded = '';
  const origins: Span[] = [];
  for (let length = 0; length < LONGEST_RUN && at < text.length; length++) {
    BROKEN.lastIndex = at;
    const broken = BROKEN.exec(text);
    if (broken !== null) {
      const syllable = broken.groups?.syllable as string;
      const end = at + broken[0].length;
      // An annotation of what the shift made of two halves: the search saw those bytes as well.
      if (broken[0].startsWith('(') && at > start && isReadSo(text[at - 1] as string, syllable, evidence)) {
        at = end;
        continue;
      }
      if (!isToned(syllable)) return null;
      const inside = onlyReading(pending, syllable, evidence);
      return inside === '' ? null : { text: decoded + inside, origins: [...origins, { start: from, end }], end };
    }
    const unit = text.charCodeAt(at);
    const code = unit < 0x80 ? 0 : gbkCode(unit);
    const next = unit < 0x80 ? unit : code >> 8;
    const character = next < 0x40 ? '' : gbkCharacter(pending, next);
    if (character === '' || isPrivate(character)) {
      const bridge = bridgeFrom(text, at, pending, evidence) ?? lostAt(text, at, decoded);
      if (bridge === null) return null;
      const origin = { start: from, end: bridge.end };
      const bridged = Array.from(bridge.text, () => origin);
      return { text: decoded + bridge.text, origins: [...origins, ...bridged], end: bridge.end };
    }
    decoded += character;
    origins.push({ start: from, end: at + 1 });
    from = at++;
    if (unit < 0x80) return { text: decoded, origins, end: at };
    pending = code & 0xff;
    if (pending < 0x80) {
      return { text: decoded + String.fromCharCode(pending), origins: [...origins, { start: from, end: at }], end: at };
    }
    if (pending === 0x80) return null;
  }
  return null;
}

/** Private characters that the shift makes are often dropped, by a decoder or on the way. */
const isPrivate = (character: string): boolean => character >= '\ue000' && character <= '\uf8ff';

/**
 * Two characters across a private one that was dropped: 摺[A283]S界 without its A283, where 、僑 stood (A1A2 8353). Their
 * outer bytes are known; the inner two count as known only when the rest of the article has exactly one such pair.
 */
function bridgeFrom(
  text: string,
  at: number,
  pending: number,
  { pairs, isUsual }: Evidence,
): { readonly text: string; readonly end: number } | null {
  const letter = text[at] === '\uFFFD' ? at + 1 : at;
  const last = text.charCodeAt(letter);
  const after = text[letter + 1] ?? '';
  if (!(last >= 0x40 && last < 0x7f) || !isHan(after.charCodeAt(0))) return null;
  const known = pairs();
  const found: string[] = [];
  for (let trail = 0x81; trail <= 0xfe; trail++) {
    const second = gbkCharacter(trail, last);
    if (second === '' || !isUsual(second.charCodeAt(0)) || !known.has(second + after)) continue;
    for (let lead = 0xa1; lead <= 0xfe; lead++) {
      const first = gbkCharacter(pending, lead);
      if (first === '' || !isUsual(first.charCodeAt(0)) || !known.has(first + second)) continue;
      if (isPrivate(gbkCharacter(lead, trail))) found.push(first + second);
    }
  }
  return found.length === 1 ? { text: found[0] as string, end: letter + 1 } : null;
}

/**
 * The end of a run before ASCII or a line break: its last byte had no partner, and was lost. The characters before it
 * are known all the same; U+FFFD stands for the one that lost half.
 */
function lostAt(text: string, at: number, decoded: string): { readonly text: string; readonly end: number } | null {
  if (decoded === '') return null;
  const unit = text.charCodeAt(at);
  if (unit === 0xfffd || text[at] === '?') return { text: '\uFFFD', end: at + 1 };
  return unit < 0x40 ? { text: '\uFFFD', end: at } : null;
}

/** What the rest of an article says about how its mirror works and which characters stand together. */
interface Evidence {
  /** Annotations as they stand: 數(shù). */
  readonly annotations: ReadonlySet<string>;
  /** Whether people write a character in the script of this article. */
  readonly isUsual: (unit: number) => boolean;
  /** Every two characters that stand together once annotations are left out, of the first so many. */
  readonly pairs: () => ReadonlySet<string>;
}

/** Enough of a long text to learn its words from. */
const LEARNT = 100_000;
const ANNOTATED = new RegExp(`\\p{Script=Han}\\([${SYLLABLE_LETTERS}]{1,8}\\)`, 'gu');

/**
 * The annotations of a text that belong to their character: with one of its readings, or behind its every occurrence,
 * twice at least. 當(shù) is none, where the search saw a 數 between 當 and 的.
 */
function annotationsOf(text: string): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const [annotation] of text.matchAll(ANNOTATED)) counts.set(annotation, (counts.get(annotation) ?? 0) + 1);
  const doubtful = new Map<string, number>();
  const sure = new Set<string>();
  for (const annotation of counts.keys()) {
    if (isReading(annotation[0] as string, annotation.slice(2, -1))) sure.add(annotation);
    else doubtful.set(annotation[0] as string, 0);
  }
  if (doubtful.size === 0) return sure;
  for (const character of text) {
    const count = doubtful.get(character);
    if (count !== undefined) doubtful.set(character, count + 1);
  }
  for (const [annotation, count] of counts) {
    if (count > 1 && doubtful.get(annotation[0] as string) === count) sure.add(annotation);
  }
  return sure;
}

function evidenceIn(text: string): Evidence {
  let pairs: Set<string> | null = null;
  const annotations = annotationsOf(text);
  let han = 0;
  let traditional = 0;
  for (let i = 0; i < Math.min(text.length, LEARNT); i++) {
    const unit = text.charCodeAt(i);
    if (!isHan(unit)) continue;
    han++;
    if (!inGb2312(unit)) traditional++;
  }
  const usual = usualCharacters();
  const script = traditional * 10 > han ? TRADITIONAL : ANY;
  return {
    annotations,
    isUsual: (unit) => ((usual[unit] as number) & script) !== 0,
    pairs: () => {
      if (pairs !== null) return pairs;
      const plain = text.slice(0, LEARNT).replaceAll(ANNOTATION, '');
      pairs = new Set();
      for (let i = 1; i < plain.length; i++) pairs.add(plain.slice(i - 1, i + 1));
      return pairs;
    },
  };
}

/** The character with this first byte and reading, when only one would do; empty when none or more would. */
function onlyReading(lead: number, syllable: string, evidence: Evidence): string {
  const usual = readLike(lead, syllable, evidence).filter((character) => evidence.isUsual(character.charCodeAt(0)));
  const annotated = usual.filter((character) => evidence.annotations.has(`${character}(${syllable})`));
  const toned = usual.filter((character) => isReading(character, syllable));
  const [found = '', ...others] = [annotated, toned, usual].find(({ length }) => length > 0) ?? [];
  return others.length === 0 ? found : '';
}

/** Whether a character can be read so, or the article has it annotated so: a mirror may read 績 as Taiwan does, jī. */
const isReadSo = (character: string, syllable: string, { annotations }: Evidence): boolean =>
  isReadingInAnyTone(character, syllable) || annotations.has(`${character}(${syllable})`);

const rows = new Map<string, readonly string[]>();

/** The characters with this first byte that can be read so, those first that the article has annotated so. */
function readLike(lead: number, syllable: string, { annotations }: Evidence): readonly string[] {
  const taught = [...annotations]
    .filter((one) => one.endsWith(`(${syllable})`) && gbkCode(one.charCodeAt(0)) >> 8 === lead)
    .map((one) => one[0] as string);
  return [...new Set([...taught, ...inDictionary(lead, syllable)])];
}

function inDictionary(lead: number, syllable: string): readonly string[] {
  const key = `${lead} ${plainSyllable(syllable)}`;
  const known = rows.get(key);
  if (known !== undefined) return known;
  const found: string[] = [];
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const character = gbkCharacter(lead, trail);
    if (character !== '' && isHan(character.charCodeAt(0)) && isReadingInAnyTone(character, syllable)) {
      found.push(character);
    }
  }
  // An article has few different broken readings; this only keeps a hostile one from filling the memory.
  if (rows.size > 4096) rows.clear();
  rows.set(key, found);
  return found;
}

const ANY = 1;
const TRADITIONAL = 2;
let usual: Uint8Array | null = null;

/**
 * Which characters people write: ASCII, common punctuation, GB 2312 level 1 or Big5's 5,401 common characters; in
 * traditional text only the latter.
 */
function usualCharacters(): Uint8Array {
  if (usual !== null) return usual;
  usual = new Uint8Array(0x10000);
  const decoder = new TextDecoder('big5');
  for (let lead = 0xa4; lead <= 0xc6; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail > 0x7e && trail < 0xa1) continue;
      const decoded = decoder.decode(Uint8Array.of(lead, trail));
      if (decoded.length === 1 && isHan(decoded.charCodeAt(0))) usual[decoded.charCodeAt(0)] = ANY | TRADITIONAL;
    }
  }
  for (let han = 0x4e00; han <= 0x9fff; han++) if (usual[han] === 0 && isCommonSimplified(han)) usual[han] = ANY;
  for (let ascii = 0x20; ascii < 0x7f; ascii++) usual[ascii] = ANY | TRADITIONAL;
  for (const mark of '，。、；：？！“”‘’（）《》〈〉【】〔〕·—…％　\uFFFD')
    usual[mark.charCodeAt(0)] = ANY | TRADITIONAL;
  for (let wide = 0xff10; wide <= 0xff5a; wide++) usual[wide] = ANY | TRADITIONAL;
  // Mainland converters write these otherwise than Big5 does: 為 爲, 裡 裏, 眾 衆, 台, 群 羣.
  for (const variant of '爲裏衆台群峰床啓温説脱悦税鋭緑録顔衞綫污着') usual[variant.charCodeAt(0)] = ANY | TRADITIONAL;
  return usual;
}
