import { readdirSync, readFileSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';

const FIXTURES = fileURLToPath(new URL('../../fixtures/', import.meta.url));

/** The bytes of every article, page and damaged text among the fixtures; longer ones would make a run slow, not better. */
export const SOUND: readonly Buffer[] = readdirSync(FIXTURES, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.(?:txt|html|jsonl)$/u.test(path))
  .sort()
  .map((path) => `${FIXTURES}${path}`)
  .filter((path) => statSync(path).size < 12_000)
  .map((path) => readFileSync(path));

/** Stretches that steer something: marks of encodings, of pages, of annotations, of lists and of terminals. */
const STEERING: readonly Buffer[] = [
  ...[
    '\uFEFF',
    '\uFFFD',
    '\u0000',
    '\u200B',
    '\u202E',
    '\u2028',
    '\x1b[31m',
    '\r',
    '\r\n',
    '锟斤拷',
    '浼氳',
    '會(huì)',
  ],
  ...['<', '>', '<div>', '</div>', '<!--', '-->', '<![CDATA[', '<script>', '<title>', '<meta charset="gbk">', '<h1>'],
  ...['&#x4f1a;', '&amp;', '&#55296;', '\\u4f1a', '\\ud83d', '%E4%BC', '=E4=BC', '?ù)', '(huì)', '(', '（', '《', '“'],
  ...[
    '一是',
    '二是',
    '（一）',
    '1.',
    '、',
    '，',
    '。',
    '·',
    '王明',
    '市委书记',
    '主持',
    '来源：',
    '2024年',
    '2月30日',
    '13月',
  ],
  ...[
    '99999999999999999999',
    '0',
    '十二',
    '第一',
    '𠮷',
    '😀',
    'e\u0301',
    '\u{10FFFF}',
    '__proto__',
    'constructor',
    ' ',
    '　',
  ],
].map((text) => Buffer.from(text));
const RAW: readonly Buffer[] = [
  [0xff, 0xfe],
  [0xfe, 0xff],
  [0xff, 0xff],
  [0x80],
  [0xed, 0xa0, 0x80],
  [0xf4, 0x90, 0x80, 0x80],
  [0xc0, 0xaf],
  [0x1f, 0x8b],
  [0x00],
  [0xa1, 0xa1],
  [0x81, 0x30],
].map((bytes) => Buffer.from(bytes));
const INSERTED = [...STEERING, ...RAW];

type Change =
  | { readonly kind: 'flip'; readonly at: number; readonly bit: number }
  | { readonly kind: 'cut' | 'repeat'; readonly at: number; readonly length: number }
  | { readonly kind: 'insert'; readonly at: number; readonly which: number; readonly times: number }
  | {
      readonly kind: 'splice';
      readonly at: number;
      readonly other: number;
      readonly from: number;
      readonly length: number;
    }
  | { readonly kind: 'truncate'; readonly at: number }
  | { readonly kind: 'encode'; readonly as: (typeof ENCODED)[number] };

const ENCODED = ['utf16le', 'latin1', 'twice', 'utf16be', 'base64', 'gzip'] as const;

function encoded(bytes: Buffer, as: (typeof ENCODED)[number]): Buffer {
  if (as === 'utf16le') return Buffer.from(`\uFEFF${bytes.toString('utf8')}`, 'utf16le');
  if (as === 'utf16be') return Buffer.from(`\uFEFF${bytes.toString('utf8')}`, 'utf16le').swap16();
  if (as === 'latin1') return Buffer.from(bytes.toString('utf8'), 'latin1');
  if (as === 'twice') return Buffer.from(bytes.toString('latin1'), 'utf8');
  if (as === 'gzip') return gzipSync(bytes);
  return Buffer.from(bytes.toString('base64'));
}

function changed(bytes: Buffer, change: Change): Buffer {
  if (change.kind === 'encode') return encoded(bytes, change.as);
  const at = Math.floor(change.at * bytes.length);
  const [before, behind] = [bytes.subarray(0, at), bytes.subarray(at)];
  switch (change.kind) {
    case 'flip': {
      const copy = Buffer.from(bytes);
      if (at < copy.length) copy[at] = (copy[at] as number) ^ (1 << change.bit);
      return copy;
    }
    case 'cut':
      return Buffer.concat([before, behind.subarray(change.length)]);
    case 'repeat':
      return Buffer.concat([before, behind.subarray(0, change.length), behind]);
    case 'insert': {
      const piece = INSERTED[change.which % INSERTED.length] as Buffer;
      return Buffer.concat([before, ...Array<Buffer>(change.times).fill(piece), behind]);
    }
    case 'splice': {
      const other = SOUND[change.other % SOUND.length] as Buffer;
      const from = Math.floor(change.from * other.length);
      return Buffer.concat([before, other.subarray(from, from + change.length), behind]);
    }
    case 'truncate':
      return before;
  }
}

const share = fc.double({ min: 0, max: 1, noNaN: true });
const length = fc.integer({ min: 1, max: 60 });
const change: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ kind: fc.constant('flip' as const), at: share, bit: fc.integer({ min: 0, max: 7 }) }),
  fc.record({ kind: fc.constantFrom('cut' as const, 'repeat' as const), at: share, length }),
  {
    weight: 3,
    arbitrary: fc.record({
      kind: fc.constant('insert' as const),
      at: share,
      which: fc.nat(),
      times: fc.oneof(fc.constant(1), fc.integer({ min: 1, max: 40 })),
    }),
  },
  fc.record({
    kind: fc.constant('splice' as const),
    at: share,
    other: fc.nat(),
    from: share,
    length: fc.integer({ min: 1, max: 400 }),
  }),
  fc.record({ kind: fc.constant('truncate' as const), at: share }),
  fc.record({ kind: fc.constant('encode' as const), as: fc.constantFrom(...ENCODED) }),
);

/** A fixture after one to eight changes of its bytes: flipped, cut, repeated, spliced, truncated, encoded otherwise. */
export const damagedBytes: fc.Arbitrary<Buffer> = fc
  .tuple(fc.nat(), fc.array(change, { minLength: 1, maxLength: 8 }))
  .map(([which, changes]) => changes.reduce(changed, SOUND[which % SOUND.length] as Buffer));
