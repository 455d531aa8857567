import type { Edit } from '../model/edit.ts';
import type { Span } from '../model/span.ts';
import { gbkCharacter, gbkCode, isCommonSimplified } from './gbk.ts';
import { isHan } from './han.ts';
import { isReading, isToned, plainSyllable, SYLLABLE_LETTERS } from './readings.ts';
import type { Rule } from './rule.ts';

/** What may be left of a broken byte, then a reading and its bracket: `?shù)`, `\uFFFD(shù)`, `shù)`. */
const LEFT = new RegExp(`(?<mark>[?\\uFFFD]?)(?<open>\\(?)(?<syllable>[${SYLLABLE_LETTERS}]{1,8})\\)`, 'gu');
const ANNOTATION = new RegExp(`\\((?<syllable>[${SYLLABLE_LETTERS}]{1,8})\\)`, 'yu');
const BROKEN = new RegExp(`[?\\uFFFD]\\(?(?<syllable>[${SYLLABLE_LETTERS}]{1,8})\\)`, 'yu');
const TONED_BRACKET = /(?:[āáǎàēéěèīíǐìōóǒòūúǔùǖǘǚǜ]|\u0300|\u0301|\u0304|\u030c)[a-zɑɡ]{0,4}\)/u; // ù)

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
  examples: [
    { damaged: '擔(dān)當(dāng)?shù)倪^硬本領(lǐng)', clean: '擔(dān)當(dāng)的過硬本領(lǐng)' },
    { damaged: '獎?wù)摺\u{E568}S界代表', clean: '獎者、僑界代表' },
    { damaged: '優(yōu)秀黨員、僑界代表，獎?wù)摺S界', clean: '優(yōu)秀黨員、僑界代表，獎者、僑界' },
    { damaged: '獎?wù)摺S界代表', clean: '獎?wù)摺S界代表' },
    { damaged: '問他去嗎?(hé)平', clean: '問他去嗎?(hé)平' },
    { damaged: '会(huì)议', clean: '会(huì)议' },
  ],
  find(text) {
    if (!TONED_BRACKET.test(text)) return [];
    const edits: Edit[] = [];
    const evidence = evidenceIn(text);
    let done = 0;
    for (const match of text.matchAll(LEFT)) {
      if (match.index < done) continue;
      const repair = repairAt(text, match, evidence);
      if (repair === null) continue;
      edits.push(repair);
      done = repair.end;
    }
    return edits;
  },
};

function repairAt(text: string, match: RegExpExecArray, evidence: Evidence): Edit | null {
  const { mark, open, syllable } = match.groups as { mark: string; open: string; syllable: string };
  if (!isToned(syllable)) return null;
  const before = characterBefore(text, match.index);
  if (before === '') return null;
  // Without a mark it is an annotation like any other, unless it cannot be the reading of what it stands behind.
  if (mark === '' && open !== '' && isReading(before, syllable)) return null;
  const trail = gbkCode(before.charCodeAt(0)) & 0xff;
  if (trail < 0x81) return null;

  const ways: Way[] = [];
  for (const annotated of readLike(trail, syllable)) {
    const swallowed = gbkCode(annotated.charCodeAt(0)) & 0xff;
    if (swallowed < 0x81) continue;
    const run = decodeFrom(text, match.index + match[0].length, swallowed, evidence);
    if (run !== null) ways.push({ ...run, rank: rankOf(evidence, annotated, syllable, run.text) });
  }
  const best = onlyBest(ways);
  if (best === null) return null;
  const [first, ...rest] = best.origins as [Span, ...Span[]];
  const origins = [{ start: match.index, end: first.end }, ...rest];
  return { start: match.index, end: best.end, replacement: best.text, rule: byteShift.id, origins };
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

/** A way with this rank has two characters that hardly anybody uses. */
const TOO_ODD = 4;

/** Rare characters weigh most; then whether the article has the same annotation elsewhere. */
function rankOf(evidence: Evidence, annotated: string, syllable: string, run: string): number {
  let rare = 0;
  for (let i = 0; i < run.length; i++) if (!isUsual(run.charCodeAt(i))) rare++;
  return rare * 2 + (evidence.annotations.has(`${annotated}(${syllable})`) ? 0 : 1);
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
      const inside = onlyReading(pending, broken.groups?.syllable as string);
      const end = at + broken[0].length;
      return inside === '' ? null : { text: decoded + inside, origins: [...origins, { start: from, end }], end };
    }
    ANNOTATION.lastIndex = at;
    const annotation = ANNOTATION.exec(text);
    if (annotation !== null) {
      at += annotation[0].length;
      continue;
    }
    const unit = text.charCodeAt(at);
    const code = unit < 0x80 ? 0 : gbkCode(unit);
    const next = unit < 0x80 ? unit : code >> 8;
    const character = next < 0x40 ? '' : gbkCharacter(pending, next);
    if (character === '' || isPrivate(character)) {
      const bridge = bridgeFrom(text, at, pending, evidence);
      if (bridge === null) return null;
      const origin = { start: from, end: bridge.end };
      return { text: decoded + bridge.text, origins: [...origins, origin, origin], end: bridge.end };
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
  { pairs }: Evidence,
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

/** What the rest of an article says about how its mirror works and which characters stand together. */
interface Evidence {
  /** Annotations as they stand: 數(shù). */
  readonly annotations: ReadonlySet<string>;
  /** Every two characters that stand together once annotations are left out, of the first so many. */
  readonly pairs: () => ReadonlySet<string>;
}

/** Enough of a long text to learn its words from. */
const LEARNT = 100_000;
const ANNOTATED = new RegExp(`\\p{Script=Han}\\([${SYLLABLE_LETTERS}]{1,8}\\)`, 'gu');
const EVERY_ANNOTATION = new RegExp(ANNOTATION.source, 'gu');

function evidenceIn(text: string): Evidence {
  let pairs: Set<string> | null = null;
  return {
    annotations: new Set(Array.from(text.matchAll(ANNOTATED), ([annotation]) => annotation)),
    pairs: () => {
      if (pairs !== null) return pairs;
      const plain = text.slice(0, LEARNT).replaceAll(EVERY_ANNOTATION, '');
      pairs = new Set();
      for (let i = 1; i < plain.length; i++) pairs.add(plain.slice(i - 1, i + 1));
      return pairs;
    },
  };
}

/** The only usual character with this first byte and reading; empty when there is none or more. */
function onlyReading(lead: number, syllable: string): string {
  const found = readLike(lead, syllable).filter((character) => isUsual(character.charCodeAt(0)));
  return found.length === 1 ? (found[0] as string) : '';
}

const rows = new Map<string, readonly string[]>();

/** The characters with this first byte that can be read so. */
function readLike(lead: number, syllable: string): readonly string[] {
  const key = `${lead} ${plainSyllable(syllable)}`;
  const known = rows.get(key);
  if (known !== undefined) return known;
  const found: string[] = [];
  for (let trail = 0x40; trail <= 0xfe; trail++) {
    const character = gbkCharacter(lead, trail);
    if (character !== '' && isHan(character.charCodeAt(0)) && isReading(character, syllable)) found.push(character);
  }
  // An article has few different broken readings; this only keeps a hostile one from filling the memory.
  if (rows.size > 4096) rows.clear();
  rows.set(key, found);
  return found;
}

let usual: Uint8Array | null = null;

/** Whether people write a character: ASCII, common punctuation, GB 2312 level 1 or Big5's 5,401 common characters. */
function isUsual(unit: number): boolean {
  if (usual === null) {
    usual = new Uint8Array(0x10000);
    const decoder = new TextDecoder('big5');
    for (let lead = 0xa4; lead <= 0xc6; lead++) {
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        if (trail > 0x7e && trail < 0xa1) continue;
        const decoded = decoder.decode(Uint8Array.of(lead, trail));
        if (decoded.length === 1 && isHan(decoded.charCodeAt(0))) usual[decoded.charCodeAt(0)] = 1;
      }
    }
    for (let han = 0x4e00; han <= 0x9fff; han++) if (isCommonSimplified(han)) usual[han] = 1;
    for (let ascii = 0x20; ascii < 0x7f; ascii++) usual[ascii] = 1;
    for (const mark of '，。、；：？！“”‘’（）《》〈〉【】〔〕·—…％　') usual[mark.charCodeAt(0)] = 1;
    for (let wide = 0xff10; wide <= 0xff5a; wide++) usual[wide] = 1;
  }
  return usual[unit] === 1;
}
