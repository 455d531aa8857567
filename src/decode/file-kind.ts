import { type Phrase, say } from '../model/phrase.ts';

/** A kind of file that is no text, by the bytes it opens with (`at` is where they stand). */
export interface Signature {
  readonly what: Phrase;
  readonly extensions: string;
  readonly bytes: readonly number[];
  readonly at?: number;
  /** Set for what can be unpacked where its name says so. */
  readonly archive?: 'gzip';
}

const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));

// source: the formats' own specifications, as collected in the WHATWG MIME Sniffing Standard and by file(1)
const signatures: readonly Signature[] = [
  { what: say`JPEG image`, extensions: '*.jpg', bytes: [0xff, 0xd8, 0xff] },
  { what: say`PNG image`, extensions: '*.png', bytes: [0x89, ...ascii('PNG\r\n')] },
  { what: say`GIF image`, extensions: '*.gif', bytes: ascii('GIF8') },
  { what: say`TIFF image`, extensions: '*.tif', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { what: say`TIFF image`, extensions: '*.tif', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { what: say`WebP image`, extensions: '*.webp', bytes: ascii('WEBP'), at: 8 },
  { what: say`WAV sound`, extensions: '*.wav', bytes: ascii('WAVE'), at: 8 },
  { what: say`AVI video`, extensions: '*.avi', bytes: ascii('AVI '), at: 8 },
  { what: say`MP4 video`, extensions: '*.mp4', bytes: ascii('ftyp'), at: 4 },
  { what: say`MP3 sound`, extensions: '*.mp3', bytes: ascii('ID3') },
  { what: say`PDF document`, extensions: '*.pdf', bytes: ascii('%PDF-') },
  { what: say`PostScript document`, extensions: '*.ps', bytes: ascii('%!PS') },
  { what: say`RTF document`, extensions: '*.rtf', bytes: ascii('{\\rtf') },
  { what: say`ZIP archive or Office document`, extensions: '*.{zip,docx,xlsx,pptx}', bytes: ascii('PK\x03\x04') },
  { what: say`empty ZIP archive`, extensions: '*.zip', bytes: ascii('PK\x05\x06') },
  {
    what: say`Office document of the old form`,
    extensions: '*.{doc,xls,ppt,wps}',
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  },
  { what: say`gzip archive`, archive: 'gzip', extensions: '*.gz', bytes: [0x1f, 0x8b, 0x08] },
  { what: say`bzip2 archive`, extensions: '*.bz2', bytes: ascii('BZh') },
  { what: say`XZ archive`, extensions: '*.xz', bytes: [0xfd, ...ascii('7zXZ'), 0x00] },
  { what: say`Zstandard archive`, extensions: '*.zst', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { what: say`7-Zip archive`, extensions: '*.7z', bytes: [...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c] },
  { what: say`RAR archive`, extensions: '*.rar', bytes: ascii('Rar!\x1a\x07') },
  { what: say`tar archive`, extensions: '*.tar', bytes: ascii('ustar'), at: 257 },
  { what: say`SQLite database`, extensions: '*.db', bytes: ascii('SQLite format 3\0') },
  { what: say`Parquet table`, extensions: '*.parquet', bytes: ascii('PAR1') },
  { what: say`program`, extensions: '*', bytes: [0x7f, ...ascii('ELF')] },
  { what: say`program`, extensions: '*.exe', bytes: [...ascii('MZ'), 0x90, 0x00] },
  { what: say`Java class`, extensions: '*.class', bytes: [0xca, 0xfe, 0xba, 0xbe] },
  { what: say`WebAssembly module`, extensions: '*.wasm', bytes: [0x00, ...ascii('asm')] },
];

/** What kind of file other than text these bytes open; null when nothing says that they are none. */
export const fileKindOf = (bytes: Uint8Array): Signature | null =>
  signatures.find(
    ({ bytes: signature, at = 0 }) =>
      bytes[at] === signature[0] && signature.every((byte, i) => bytes[at + i] === byte),
  ) ?? null;
