import { isUtf8, transcode } from 'node:buffer';
import { commonShare, type Judged, judge } from './plausibility.ts';

/** What bytes say as text. */
export interface Reading {
  readonly text: string;
  readonly encoding: string;
  readonly replaced: number;
  /** The encoding that the input claims to be in, when it is in another. */
  readonly misdeclared: string | null;
}

/** Byte order marks, as the Encoding Standard has them. */
const marks: readonly { encoding: string; bytes: readonly number[] }[] = [
  { encoding: 'utf-8', bytes: [0xef, 0xbb, 0xbf] },
  { encoding: 'utf-16le', bytes: [0xff, 0xfe] },
  { encoding: 'utf-16be', bytes: [0xfe, 0xff] },
];

/** <meta charset="gbk">, <meta http-equiv=… content="text/html; charset=gb2312">, <?xml … encoding="big5"?> */
const DECLARED = /(?:charset|encoding)\s{0,4}=\s{0,4}["']?\s{0,4}(?<label>[\w.:-]{1,40})/iu;
/** A declaration stands within so many bytes (the Encoding Standard looks at 1024; Chinese pages are laxer). */
const DECLARED_WITHIN = 4096;

/** Below this a text has more broken or never used characters than anybody would write. */
const LEAST = 0.4;
/** Text without a declaration is taken for UTF-16 only when nearly all of it is common. */
const LEAST_UTF16 = 0.85;
/** What a declared encoding is worth against one that fits a little better. */
const DECLARED_BONUS = 0.1;

/**
 * Finds out how bytes are encoded: by their mark; as UTF-8, when they are valid; by their zero bytes; else by what makes
 * the most common Chinese of them. A declaration is an argument, no proof. Null when nothing makes text of them.
 */
export function readBytes(bytes: Uint8Array): Reading | null {
  for (const { encoding, bytes: mark } of marks) {
    if (!mark.every((byte, i) => bytes[i] === byte)) continue;
    const reading = judge(bytes, encoding);
    if (reading !== null && reading.score >= LEAST) return { ...reading, misdeclared: null };
  }
  const utf8 = strictlyUtf8(bytes);
  const declared = utf8 === null || utf8.includes('<') ? declaredIn(bytes) : null;
  const wide = utf8 === null || utf8.includes('\0') ? asUtf16(bytes, utf8 !== null) : null;
  if (wide !== null) return { ...wide, misdeclared: null };
  if (utf8 !== null) {
    return { text: utf8, encoding: 'utf-8', replaced: 0, misdeclared: differs(declared, 'utf-8', bytes) };
  }
  let best: Judged | null = null;
  let bestScore = Number.NEGATIVE_INFINITY;
  for (const encoding of new Set(['utf-8', 'gb18030', 'big5', ...(declared === null ? [] : [declared])])) {
    const judged = judge(bytes, encoding);
    if (judged === null) continue;
    const score = judged.score + (encoding === declared ? DECLARED_BONUS : 0);
    if (score > bestScore) {
      best = judged;
      bestScore = score;
    }
  }
  if (best === null || best.score < LEAST) return null;
  return { ...best, misdeclared: differs(declared, best.encoding, bytes) };
}

/** The encoding that a page declares, by its name in the Encoding Standard (gb2312 and gbk: gb18030, which holds both). */
function declaredIn(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, DECLARED_WITHIN));
  if (!head.includes('<')) return null;
  const label = DECLARED.exec(head)?.groups?.label;
  if (label === undefined) return null;
  try {
    const { encoding } = new TextDecoder(label);
    // A declaration that could be read as ASCII is not UTF-16.
    if (encoding.startsWith('utf-16')) return null;
    return encoding === 'gbk' ? 'gb18030' : encoding;
  } catch {
    return null;
  }
}

function differs(declared: string | null, encoding: string, bytes: Uint8Array): string | null {
  if (declared === null || declared === encoding) return null;
  return bytes.some((byte) => byte >= 0x80) ? declared : null;
}

function strictly(bytes: Uint8Array, encoding: string): string | null {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}

/** The same of UTF-8, for which a decoder takes five times as long. */
function strictlyUtf8(bytes: Uint8Array): string | null {
  if (!isUtf8(bytes)) return null;
  const text = transcode(bytes, 'utf8', 'utf16le').toString('utf16le');
  return text.startsWith('\uFEFF') ? text.slice(1) : text;
}

/** UTF-16 without a mark: an even number of bytes that make common Chinese, with more of it than the other order. */
function asUtf16(bytes: Uint8Array, isUtf8: boolean): Omit<Reading, 'misdeclared'> | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const sample = bytes.subarray(0, 4096);
  let best: { encoding: string; share: number } | null = null;
  for (const encoding of ['utf-16le', 'utf-16be']) {
    const share = commonShare(new TextDecoder(encoding).decode(sample));
    if (best === null || share > best.share) best = { encoding, share };
  }
  if (best === null || best.share < LEAST_UTF16) return null;
  // A short run of UTF-8 or GBK can pass for UTF-16; those that are read well as such are no UTF-16.
  if (!sample.includes(0) && (isUtf8 || (judge(bytes, 'gb18030')?.score ?? 0) > 0.8)) return null;
  const text = strictly(bytes, best.encoding);
  return text === null ? null : { text, encoding: best.encoding, replaced: 0 };
}
