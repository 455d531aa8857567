import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { decode, UnreadableInput } from '../../src/decode/index.ts';
import type { Format } from '../../src/model/document.ts';
import { gbkCode } from '../../src/restore/gbk.ts';

const origin = { path: null, line: null, id: null, title: null, published: null };
const read = (content: Uint8Array | string, format: Format | null = null) => decode({ origin, content, format });
const utf8 = (text: string): Buffer => Buffer.from(text, 'utf8');
const gbk = (text: string): Uint8Array =>
  Uint8Array.from(
    [...text].flatMap((character) => {
      const unit = character.charCodeAt(0);
      const code = gbkCode(unit);
      return unit < 0x80 ? [unit] : [code >> 8, code & 0xff];
    }),
  );
const text = '县政府召开第12次常务会议，研究部署安全生产工作。\n县长乔若谷主持会议并讲话。';
const traditional = '縣政府召開常務會議，研究部署安全生產工作。';
/** 市國會議今日召開 in Big5. */
const big5 = Uint8Array.from('a5ab b0ea b77c c4b3 a4b5 a4e9 a56c b67d'.replaceAll(' ', '').match(/../gu) ?? [], (hex) =>
  Number.parseInt(hex, 16),
);

describe('the encoding', () => {
  it.each([
    ['UTF-8', utf8(text), 'utf-8'],
    ['UTF-8 with a mark', utf8(`\uFEFF${text}`), 'utf-8'],
    ['GB18030', gbk(text), 'gb18030'],
    ['UTF-16 with a mark', Buffer.from(`\uFEFF${text}`, 'utf16le'), 'utf-16le'],
    ['UTF-16 with a mark, high byte first', Buffer.from(`\uFEFF${text}`, 'utf16le').swap16(), 'utf-16be'],
    ['UTF-16 without a mark', Buffer.from(text, 'utf16le'), 'utf-16le'],
    ['UTF-16 without a mark, high byte first', Buffer.from(text, 'utf16le').swap16(), 'utf-16be'],
  ])('is found to be %s', (_name, bytes, encoding) => {
    const decoded = read(bytes);
    expect(decoded).toMatchObject({ text, encoding, bytes: bytes.length, findings: [], format: 'text' });
  });

  it('is Big5 where that makes Chinese and GB18030 does not', () => {
    expect(read(big5)).toMatchObject({ text: '市國會議今日召開', encoding: 'big5' });
  });

  it('is GB18030 for traditional text in GBK, and for two characters', () => {
    expect(read(gbk(traditional))).toMatchObject({ text: traditional, encoding: 'gb18030' });
    expect(read(gbk('联通'))).toMatchObject({ text: '联通', encoding: 'gb18030' });
  });

  it.each([
    ['UTF-8 that says GBK', utf8(`<meta charset="gbk"><p>${text}</p>`), 'utf-8', 'declared as gb18030, read as utf-8'],
    ['GBK that says UTF-8', gbk(`<meta charset=utf-8><p>${text}</p>`), 'gb18030', 'declared as utf-8, read as gb18030'],
    ['GBK that says Big5', gbk(`<meta charset=big5><p>${text}</p>`), 'gb18030', 'declared as big5, read as gb18030'],
  ])('is not believed: %s', (_name, bytes, encoding, message) => {
    const decoded = read(bytes);
    expect(decoded.encoding).toBe(encoding);
    expect(decoded.text).toContain(text);
    expect(decoded.findings).toEqual([{ code: 'decode-misdeclared', severity: 'note', message, span: null }]);
  });

  it('that a page declares rightly is no finding', () => {
    const page = gbk(`<meta http-equiv="Content-Type" content="text/html; charset=gb2312"><p>${text}</p>`);
    expect(read(page)).toMatchObject({ encoding: 'gb18030', format: 'html', findings: [] });
  });

  it('of a text with a few bad bytes is still found, and they are counted', () => {
    const bytes = utf8(text);
    bytes[9] = 0xff;
    const decoded = read(bytes);
    expect(decoded.encoding).toBe('utf-8');
    expect(decoded.text).toContain('开第12次常务会议');
    expect(decoded.findings).toMatchObject([{ code: 'decode-replaced', severity: 'error', span: null }]);
  });
});

describe('a string', () => {
  it('counts as its UTF-8', () => {
    expect(read('会议')).toMatchObject({
      text: '会议',
      encoding: 'utf-8',
      bytes: 6,
      sha256: read(utf8('会议')).sha256,
      findings: [],
    });
  });

  it('loses half characters, and says so', () => {
    const decoded = read('会\uD83D议\uDE00。😀');
    expect(decoded.text).toBe('会\uFFFD议\uFFFD。😀');
    expect(decoded.findings).toMatchObject([{ code: 'decode-replaced', severity: 'error' }]);
  });
});

describe('what cannot be read', () => {
  const refusal = (content: Uint8Array | string): UnreadableInput => {
    try {
      read(content);
    } catch (error) {
      if (error instanceof UnreadableInput) return error;
      throw error;
    }
    throw new Error('it was read');
  };

  it.each([
    ['JPEG image', [0xff, 0xd8, 0xff, 0xe0, 0, 16]],
    ['PNG image', [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]],
    ['PDF document', [...utf8('%PDF-1.7\n')]],
    ['ZIP archive or Office document', [0x50, 0x4b, 3, 4, 20, 0]],
    ['Office document of the old form', [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1]],
    ['gzip archive', [0x1f, 0x8b, 8, 0]],
    ['Parquet table', [...utf8('PAR1')]],
    ['binary data', Array.from({ length: 2000 }, (_, i) => (i * i * 7919 + i * 31) % 256)],
  ])('is named: %s', (what, bytes) => {
    const error = refusal(Uint8Array.from(bytes));
    expect(error.code).toBe('not-text');
    expect(error.message).toContain(what);
    expect(error.help).not.toBe('');
  });

  it('is told from a text in an unknown encoding', () => {
    const noise = Uint8Array.from({ length: 400 }, (_, i) => 0x80 + ((i * 37 + (i % 7) * 11) % 32));
    expect(refusal(noise)).toMatchObject({ code: 'undecodable' });
  });

  it.each([new Uint8Array(), '', ' \n\u3000', Uint8Array.of(0xef, 0xbb, 0xbf)])('is empty: %j', (content) => {
    expect(refusal(content)).toMatchObject({ code: 'empty' });
  });

  it('ends in a text or a refusal for any bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        try {
          const { text: found } = read(bytes);
          expect(/\p{Surrogate}/u.test(found)).toBe(false);
        } catch (error) {
          expect(error).toBeInstanceOf(UnreadableInput);
        }
      }),
      { numRuns: Number(process.env.HUIYAO_RUNS ?? 200) },
    );
  });
});

describe('the format', () => {
  it.each([
    ['<!DOCTYPE html><html><body>会议</body></html>', 'html'],
    ['  <html lang="zh">会议', 'html'],
    ['会议<br>召开', 'html'],
    ['<p>会议召开</p>', 'html'],
    ['<div class="content">会议', 'html'],
    ['会议召开', 'text'],
    ['增长<5%，下降>3%', 'text'],
    ['a <b and c> d', 'text'],
  ])('of %s is %s', (content, format) => {
    expect(read(content).format).toBe(format);
  });

  it('is what the caller says it is', () => {
    expect(read('<p>会议</p>', 'text').format).toBe('text');
    expect(read('会议', 'html').format).toBe('html');
  });
});
