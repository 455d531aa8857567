/** A kind of file that is no text, by the bytes it opens with (`at` is where they stand). */
interface Signature {
  readonly what: string;
  readonly extensions: string;
  readonly bytes: readonly number[];
  readonly at?: number;
}

const ascii = (text: string): readonly number[] => [...text].map((letter) => letter.charCodeAt(0));

// source: the formats' own specifications, as collected in the WHATWG MIME Sniffing Standard and by file(1)
const signatures: readonly Signature[] = [
  { what: 'JPEG image', extensions: '*.jpg', bytes: [0xff, 0xd8, 0xff] },
  { what: 'PNG image', extensions: '*.png', bytes: [0x89, ...ascii('PNG\r\n')] },
  { what: 'GIF image', extensions: '*.gif', bytes: ascii('GIF8') },
  { what: 'TIFF image', extensions: '*.tif', bytes: [0x49, 0x49, 0x2a, 0x00] },
  { what: 'TIFF image', extensions: '*.tif', bytes: [0x4d, 0x4d, 0x00, 0x2a] },
  { what: 'WebP image', extensions: '*.webp', bytes: ascii('WEBP'), at: 8 },
  { what: 'WAV sound', extensions: '*.wav', bytes: ascii('WAVE'), at: 8 },
  { what: 'AVI video', extensions: '*.avi', bytes: ascii('AVI '), at: 8 },
  { what: 'MP4 video', extensions: '*.mp4', bytes: ascii('ftyp'), at: 4 },
  { what: 'MP3 sound', extensions: '*.mp3', bytes: ascii('ID3') },
  { what: 'PDF document', extensions: '*.pdf', bytes: ascii('%PDF-') },
  { what: 'PostScript document', extensions: '*.ps', bytes: ascii('%!PS') },
  { what: 'RTF document', extensions: '*.rtf', bytes: ascii('{\\rtf') },
  { what: 'ZIP archive or Office document', extensions: '*.{zip,docx,xlsx,pptx}', bytes: ascii('PK\x03\x04') },
  { what: 'empty ZIP archive', extensions: '*.zip', bytes: ascii('PK\x05\x06') },
  {
    what: 'Office document of the old form',
    extensions: '*.{doc,xls,ppt,wps}',
    bytes: [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1],
  },
  { what: 'gzip archive', extensions: '*.gz', bytes: [0x1f, 0x8b, 0x08] },
  { what: 'bzip2 archive', extensions: '*.bz2', bytes: ascii('BZh') },
  { what: 'XZ archive', extensions: '*.xz', bytes: [0xfd, ...ascii('7zXZ'), 0x00] },
  { what: 'Zstandard archive', extensions: '*.zst', bytes: [0x28, 0xb5, 0x2f, 0xfd] },
  { what: '7-Zip archive', extensions: '*.7z', bytes: [...ascii('7z'), 0xbc, 0xaf, 0x27, 0x1c] },
  { what: 'RAR archive', extensions: '*.rar', bytes: ascii('Rar!\x1a\x07') },
  { what: 'tar archive', extensions: '*.tar', bytes: ascii('ustar'), at: 257 },
  { what: 'SQLite database', extensions: '*.db', bytes: ascii('SQLite format 3\0') },
  { what: 'Parquet table', extensions: '*.parquet', bytes: ascii('PAR1') },
  { what: 'program', extensions: '*', bytes: [0x7f, ...ascii('ELF')] },
  { what: 'program', extensions: '*.exe', bytes: [...ascii('MZ'), 0x90, 0x00] },
  { what: 'Java class', extensions: '*.class', bytes: [0xca, 0xfe, 0xba, 0xbe] },
  { what: 'WebAssembly module', extensions: '*.wasm', bytes: [0x00, ...ascii('asm')] },
];

/** What kind of file other than text these bytes open; null when nothing says that they are none. */
export function fileKindOf(bytes: Uint8Array): { readonly what: string; readonly extensions: string } | null {
  for (const { what, extensions, bytes: signature, at = 0 } of signatures) {
    if (signature.every((byte, i) => bytes[at + i] === byte)) return { what, extensions };
  }
  return null;
}
