import { describe, expect, it } from 'vitest';
import { undetermined } from '../../src/restore/undetermined.ts';

const spansOf = (text: string): readonly string[] =>
  undetermined(text).map(({ span }) => (span === null ? '' : text.slice(span.start, span.end)));

describe('what could not be restored', () => {
  it.each([
    ['会议锟斤拷锟斤拷召开', ['锟斤拷锟斤拷']],
    ['会议锟斤拷锟召开', ['锟斤拷锟']],
    ['会议锟斤召开', []],
    ['会议烫烫烫烫召开', ['烫烫烫烫']],
    ['会议屯屯屯屯召开', ['屯屯屯屯']],
    ['会议烫烫烫召开', []],
    ['???会议', ['???']],
    ['会议??召开', []],
    ['會lü?lǜ)議', []],
    ['議?zhuāng)會', ['?']],
    ['议?(shù)会', []],
    ['会(shù)议', ['(shù)']],
    ['会(shu)议', []],
    ['A(shù)议', []],
    ['会(huí)议', []],
    ['会\uFFFD\uFFFD召开', ['\uFFFD\uFFFD']],
    ['當?shù)議', ['?']],
    ['会议???召开', ['???']],
    ['What???', []],
    ['县长倪(shù)出席', ['(shù)']],
    ['县长倪(ní)出席，会议(ok)召开', []],
  ])('is told with its place: %s', (text, places) => {
    expect(spansOf(text)).toEqual(places);
  });

  it.each([
    ['锟斤拷', '会锟斤拷议，'],
    ['(shù)', '倪(shù)，'],
  ])('is told of at most twenty places: %s', (sign, piece) => {
    expect(spansOf(piece.repeat(20))).toEqual(Array(20).fill(sign));
    expect(spansOf(piece.repeat(25))).toEqual(Array(20).fill(sign));
  });
});

describe('what is said of it', () => {
  const told = (text: string): readonly unknown[] =>
    undetermined(text).map(({ code, severity, message }) => [code, severity, message]);
  it.each([
    ['锟斤拷', 'bytes were lost when this was read as UTF-8 and again as GBK'],
    ['屯屯屯屯', 'memory that nobody wrote to, read as GBK'],
    ['烫烫烫烫', 'memory that nobody wrote to, read as GBK'],
    ['\uFFFD', 'characters were lost before this text was made'],
    ['会???', 'characters were lost before this text was made'],
    ['當?shù)', 'an annotation swallowed a byte here, and more than one character would fit'],
    ['倪(shù)', 'an annotation swallowed a byte here, and more than one character would fit'],
  ])('%s', (text, message) => {
    expect(told(text)).toEqual([['restore-undetermined', 'warning', message]]);
  });
});
