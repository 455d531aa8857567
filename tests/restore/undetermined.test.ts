import { describe, expect, it } from 'vitest';
import { undetermined } from '../../src/restore/undetermined.ts';

const spansOf = (text: string): readonly string[] =>
  undetermined(text).map(({ span }) => (span === null ? '' : text.slice(span.start, span.end)));

describe('what could not be restored', () => {
  it.each([
    ['会议锟斤拷锟斤拷召开', ['锟斤拷锟斤拷']],
    ['会议烫烫烫烫召开', ['烫烫烫烫']],
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
