import { describe, expect, it } from 'vitest';
import { gbkAsLatin, utf8AsGbkWithLoss, utf8AsLatin, utf8AsWindows } from '../../scripts/damage.mjs';
import { rewrite } from '../../src/model/edit.ts';
import { mojibake } from '../../src/restore/mojibake.ts';

const restored = (text: string): string => rewrite(text, mojibake.find(text)).text;

/** Short texts that each wrong reading leaves enough of to be undone. */
const BACK = {
  utf8AsLatin: {
    misread: utf8AsLatin,
    texts: [
      '会',
      '会议',
      '会议召',
      '会议召开',
      '会议召开。',
      '“会议”召开',
      '（会议）',
      'Café会议召开',
      'lüè会议召开',
      'ＡＢ会议召开',
      '\u2f00会议召开',
      '会议 2024 召开',
      'a会b议c召d开',
      '会议·召开—结束…',
      '輀会议召开',
      '会议\u200b召开',
      'é会',
      '会é议ü',
      '会议aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      '涓会议召开',
    ],
  },
  utf8AsWindows: {
    misread: utf8AsWindows,
    texts: [
      '会',
      '会议',
      '会议召',
      '会议召开',
      '会议召开。',
      '“会议”召开',
      '（会议）',
      'Café会议召开',
      'lüè会议召开',
      'ＡＢ会议召开',
      '\u2f00会议召开',
      '会议 2024 召开',
      'a会b议c召d开',
      '会议·召开—结束…',
      '輀会议召开',
      '会议\u200b召开',
      'é会',
      '会é议ü',
      '会议aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
      '涓会议召开',
    ],
  },
  gbkAsLatin: {
    misread: gbkAsLatin,
    texts: [
      '会议召开',
      '会议召开。',
      '“会议”召开',
      '（会议）',
      'Café会议召开',
      'lüè会议召开',
      'ＡＢ会议召开',
      '会议 2024 召开',
      'a会b议c召d开',
      '会议·召开—结束…',
      '輀会议召开',
      '会é议ü',
      '涓会议召开',
    ],
  },
  utf8AsGbkWithLoss: {
    misread: utf8AsGbkWithLoss,
    texts: [
      '会议召开',
      '“会议”召开',
      '（会议）',
      'Café会议召开',
      'lüè会议召开',
      'ＡＢ会议召开',
      '\u2f00会议召开',
      '輀会议召开',
      '会议\u200b召开',
      '会é议ü',
      '涓会议召开',
    ],
  },
};

describe.each(Object.entries(BACK))('%s', (_name, { misread, texts }) => {
  it.each(texts)('of %j comes back', (text) => {
    expect(restored(misread(text, 1))).toBe(text);
  });
});

/** What is too little, or too mixed, to be sure of; and what is no damage. */
const MIXED: readonly (readonly [text: string, clean: string])[] = [
  ['&#12032;»áÒéÕÙ¿ª', '&#12032;会议召开'],
  ['»áÒé&#8203;ÕÙ¿ª', '会议&#8203;召开'],
  ['浼氳\ue185路鍙\ue100紑鈥旂粨鏉熲€\ufffd', '会议·召开—结束\ufffd'],
  ['会议——召开……', '会议——召开……'],
  ['lüè', 'lüè'],
  ['Ã©', 'Ã©'],
  ['cafÃ© ä¼šè®®', 'café 会议'],
  ['cafÃ© cafÃ© cafÃ© ä¼š', 'cafÃ© cafÃ© cafÃ© ä¼š'],
  ['ä¼š', '会'],
  ['ä¼', 'ä¼'],
  ['会ä¼š', '会会'],
  ['县长骞某出席会议', '县长骞某出席会议'],
  ['骞', '骞'],
  ['»áÒéÝ[ÕÙ¿ª', '会议輀召开'],
  ['»áÒéÕÙ¿ªé', '»áÒéÕÙ¿ªé'],
  [
    '»áÒéÕÙ¿ª »áÒéÕÙ¿ª »áÒéÕÙ¿ª »áÒéÕÙ¿ª »áÒéÕÙ¿ª »áÒéÕÙ¿ª é',
    '会议召开 会议召开 会议召开 会议召开 会议召开 会议召开 é',
  ],
  ['»áÒé abc ÕÙ¿ª', '会议 abc 召开'],
  ['éa éb éc éd', 'éa éb éc éd'],
  ['Ââ€œ', 'Ââ€œ'],
  ['浼氳', '浼氳'],
  ['浼氳\ue185鍙\ue100紑?', '会议召开?'],
  ['会议浼氳\ue185鍙\ue100紑', '会议浼氳\ue185鍙\ue100紑'],
  ['涓涓', '涓涓'],
  ['浼氳\ue185', '浼氳\ue185'],
  ['鍏\ue102', '鍏\ue102'],
  ['¡¡¡', '¡¡¡'],
  ['·会·议·', '·会·议·'],
  ['Ã¼Ã¶Ã¤', 'Ã¼Ã¶Ã¤'],
];

describe('beside other words', () => {
  it.each(MIXED)('%j is %j', (text, clean) => {
    expect(restored(text)).toBe(clean);
  });

  it.each([
    '»á',
    '»áÒé',
    '»áÒéÕÙ',
    '¨¦»á',
    '»áÒéaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
    '浼\ufffd',
    '浼氳\ue185',
    '浼氳\ue185鍙\ufffd',
    '浼氳\ue185 2024 鍙\ue100紑',
    'a浼歜璁甤鍙琩寮€',
    '茅浼\ufffd',
    '浼氳\ue185aaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaaa',
  ])('%j stays', (text) => {
    expect(restored(text)).toBe(text);
  });
});
