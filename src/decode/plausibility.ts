/** A decoding of some bytes, and how much it looks like a text that somebody wrote. */
export interface Judged {
  readonly text: string;
  readonly encoding: string;
  /** Bytes or pairs that stood for nothing and became U+FFFD. */
  readonly replaced: number;
  /** From 1 (every character is common) down below 0 (most are broken). */
  readonly score: number;
}

const decoders = new Map<string, InstanceType<typeof TextDecoder>>();

/** A decoder that puts U+FFFD for what it cannot read; null for a name that the Encoding Standard does not know. */
function decoderFor(encoding: string): InstanceType<typeof TextDecoder> | null {
  const known = decoders.get(encoding);
  if (known !== undefined) return known;
  try {
    const decoder = new TextDecoder(encoding);
    decoders.set(encoding, decoder);
    return decoder;
  } catch {
    return null;
  }
}

let common: Uint8Array | null = null;

/** Characters that Chinese text is made of: ASCII, punctuation, GB 2312 level 1 and the common part of Big5. */
function isCommon(unit: number): boolean {
  if (common === null) {
    common = new Uint8Array(0x10000);
    const mark = (encoding: string, from: number, to: number, trails: readonly (readonly [number, number])[]): void => {
      const decoder = new TextDecoder(encoding);
      for (let lead = from; lead <= to; lead++) {
        for (const [low, high] of trails) {
          for (let trail = low; trail <= high; trail++) {
            const text = decoder.decode(Uint8Array.of(lead, trail));
            if (text.length === 1 && text !== '\uFFFD') (common as Uint8Array)[text.charCodeAt(0)] = 1;
          }
        }
      }
    };
    mark('gb18030', 0xb0, 0xd7, [[0xa1, 0xfe]]);
    mark('big5', 0xa4, 0xc6, [
      [0x40, 0x7e],
      [0xa1, 0xfe],
    ]);
    for (let ascii = 0x20; ascii < 0x7f; ascii++) common[ascii] = 1;
    for (const unit of [9, 10, 13, 0x3000, 0xfeff]) common[unit] = 1;
    for (const mark of '，。、；：？！“”‘’（）《》〈〉「」『』【】〔〕·—…％－～') common[mark.charCodeAt(0)] = 1;
  }
  return common[unit] === 1;
}

/** Enough of a long text to judge it by. */
const SAMPLE = 1 << 16;

/** Decodes bytes and judges the outcome. Null when the encoding has a name that nobody knows. */
export function judge(bytes: Uint8Array, encoding: string): Judged | null {
  const decoder = decoderFor(encoding);
  if (decoder === null) return null;
  const text = decoder.decode(bytes);
  let foreign = 0;
  let good = 0;
  let broken = 0;
  const limit = Math.min(text.length, SAMPLE);
  for (let i = 0; i < limit; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x80) continue;
    foreign++;
    if (unit === 0xfffd) broken++;
    else if (isCommon(unit)) good++;
  }
  const score = foreign === 0 ? 1 : (good - 3 * broken) / foreign;
  return {
    text,
    encoding: decoder.encoding,
    replaced: replacements(text) - writtenReplacements(bytes, decoder.encoding),
    score,
  };
}

/** The share of characters that are common, ASCII included: for UTF-16, where ASCII proves something. */
export function commonShare(text: string): number {
  const limit = Math.min(text.length, SAMPLE);
  let good = 0;
  for (let i = 0; i < limit; i++) if (isCommon(text.charCodeAt(i))) good++;
  return limit === 0 ? 0 : good / limit;
}

function replacements(text: string): number {
  let count = 0;
  for (let at = text.indexOf('\uFFFD'); at >= 0; at = text.indexOf('\uFFFD', at + 1)) count++;
  return count;
}

/** U+FFFD that stands in the bytes as such (UTF-8 EF BF BD): the damage is older than this reading. */
function writtenReplacements(bytes: Uint8Array, encoding: string): number {
  if (encoding !== 'utf-8') return 0;
  let count = 0;
  for (let at = bytes.indexOf(0xef); at >= 0; at = bytes.indexOf(0xef, at + 1)) {
    if (bytes[at + 1] === 0xbf && bytes[at + 2] === 0xbd) count++;
  }
  return count;
}
