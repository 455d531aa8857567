import { hash } from 'node:crypto';
import type { Decoded, Raw } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { type Phrase, say } from '../model/phrase.ts';
import { readBytes } from './encoding.ts';
import { fileKindOf, type Signature } from './file-kind.ts';
import { formatOf } from './format.ts';
import { UnreadableInput } from './unreadable.ts';

export { type UnreadableCode, UnreadableInput } from './unreadable.ts';

/** Makes text of an input. @throws UnreadableInput when it is no text, in no known encoding, or empty. */
export function decode(raw: Raw): Decoded {
  return typeof raw.content === 'string' ? decodeString(raw, raw.content) : decodeBytes(raw, raw.content);
}

function decodeString(raw: Raw, content: string): Decoded {
  const findings: Finding[] = [];
  const text = content.toWellFormed();
  if (text !== content) {
    const lone = content.match(LONE)?.length ?? 0;
    findings.push(replaced(lone, `${lone} half characters (lone surrogates)`));
  }
  refuseEmpty(text);
  return {
    origin: raw.origin,
    format: raw.format ?? formatOf(text),
    text,
    encoding: 'utf-8',
    bytes: Buffer.byteLength(text),
    sha256: hash('sha256', text),
    verbatim: true,
    findings,
  };
}
/** Half of a character beyond U+FFFF: \uD83D without its other half. */
const LONE = /\p{Surrogate}/gu;

function decodeBytes(raw: Raw, bytes: Uint8Array): Decoded {
  if (bytes.length === 0) refuseEmpty('');
  const kind = fileKindOf(bytes);
  if (kind !== null) {
    throw new UnreadableInput('not-text', say`not a text file (${kind.what})`, helpFor(kind));
  }
  const reading = readBytes(bytes);
  if (reading === null || hasManyControls(reading.text)) {
    if (hasManyControls(new TextDecoder('latin1').decode(bytes.subarray(0, 1 << 16)))) {
      throw new UnreadableInput('not-text', say`not a text file (binary data)`, say`leave it out with --exclude`);
    }
    throw new UnreadableInput(
      'undecodable',
      say`no encoding makes Chinese text of these bytes (tried UTF-8, UTF-16, GB18030, Big5)`,
      say`convert the file to UTF-8 first, e.g. with iconv -f … -t utf-8`,
    );
  }
  refuseEmpty(reading.text);
  const findings: Finding[] = [];
  if (reading.misdeclared !== null) {
    findings.push({
      code: 'decode-misdeclared',
      severity: 'note',
      message: `declared as ${reading.misdeclared}, read as ${reading.encoding}`,
      span: null,
    });
  }
  if (reading.replaced > 0) {
    findings.push(replaced(reading.replaced, `${reading.replaced} places that are no ${reading.encoding}`));
  }
  return {
    origin: raw.origin,
    format: raw.format ?? formatOf(reading.text),
    text: reading.text,
    encoding: reading.encoding,
    bytes: bytes.length,
    sha256: hash('sha256', bytes),
    verbatim:
      reading.encoding === 'utf-8' && reading.replaced === 0 && Buffer.byteLength(reading.text) === bytes.length,
    findings,
  };
}

const replaced = (count: number, what: string): Finding => ({
  code: 'decode-replaced',
  severity: 'error',
  message: `${what} became U+FFFD${count > 1 ? ' each' : ''}`,
  span: null,
});

function refuseEmpty(text: string): void {
  if (/\S/u.test(text)) return;
  throw new UnreadableInput('empty', say`there is no text in it`, say`leave it out, or look at how it was saved`);
}

const helpFor = ({ archive, extensions }: Signature): Phrase =>
  archive === 'gzip'
    ? say`give it a name that ends in .txt.gz, .html.gz or .jsonl.gz, so that it is unpacked`
    : say`leave it out with --exclude '${extensions}'`;

/** Whether so many characters are control characters (other than white space and escape) that it is no text. */
function hasManyControls(text: string): boolean {
  if (!CONTROL.test(text)) return false;
  const limit = Math.min(text.length, 1 << 16);
  let controls = 0;
  for (let i = 0; i < limit; i++) {
    const unit = text.charCodeAt(i);
    if (unit < 0x20 && unit !== 9 && unit !== 10 && unit !== 12 && unit !== 13 && unit !== 27) controls++;
  }
  return controls * 50 > limit;
}
/** Other than white space; most texts have none. */
const CONTROL = /(?![\t\n\f\r])\p{Cc}/u;
