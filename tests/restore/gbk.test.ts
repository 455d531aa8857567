import { describe, expect, it } from 'vitest';
import { gbkCharacter, gbkCode, inGb2312, isCommonSimplified } from '../../src/restore/gbk.ts';
import { isHan } from '../../src/restore/han.ts';

const unitOf = (character: string): number => character.charCodeAt(0);
const units = Array.from({ length: 0x10000 }, (_, unit) => unit);
const isIdeograph = (unit: number): boolean => unit >= 0x4e00 && unit <= 0x9fff;

it.each([
  ['啊', 0xb0a1],
  ['会', 0xbbe1],
  ['座', 0xd7f9],
  ['齄', 0xf7fe],
  ['會', 0x95fe],
  ['丂', 0x8140],
  ['　', 0xa1a1],
  ['。', 0xa1a3],
])('%s is %i, both ways', (character, code) => {
  expect(gbkCode(unitOf(character))).toBe(code);
  expect(gbkCharacter(code >> 8, code & 0xff)).toBe(character);
});

it('bytes that stand for nothing give nothing, and the other way round', () => {
  expect(gbkCharacter(0x80, 0x40)).toBe('');
  expect(gbkCharacter(0x81, 0x3f)).toBe('');
  expect(gbkCharacter(0x81, 0x7f)).toBe('');
  expect(gbkCharacter(0x81, 0xff)).toBe('');
  expect(gbkCharacter(0xff, 0x40)).toBe('');
  expect(gbkCode(unitOf('A'))).toBe(0);
  expect(gbkCode(unitOf('é'))).toBe(0xa8a6);
  expect(gbkCode(unitOf('ñ'))).toBe(0);
});

it('the table is that of the decoder of the runtime, whole', () => {
  const decoder = new TextDecoder('gb18030');
  let characters = 0;
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      if (trail === 0x7f) continue;
      const character = gbkCharacter(lead, trail);
      if (character !== decoder.decode(Uint8Array.of(lead, trail))) throw new Error(`${lead} ${trail} is ${character}`);
      characters++;
    }
  }
  expect(characters).toBe(23_940);
});

describe('the standards count', () => {
  it('6,763 characters in GB 2312, 3,755 of them common', () => {
    expect(units.filter((unit) => isIdeograph(unit) && inGb2312(unit))).toHaveLength(6763);
    expect(units.filter(isCommonSimplified)).toHaveLength(3755);
  });

  it('as simplified what they have, and not what only GBK has', () => {
    expect(['啊', '会', '座', '亍', '齄'].map((one) => inGb2312(unitOf(one)))).toEqual(Array(5).fill(true));
    expect(['會', '丂', '。', 'A', '镕'].map((one) => inGb2312(unitOf(one)))).toEqual(Array(5).fill(false));
    expect(['啊', '会', '座'].map((one) => isCommonSimplified(unitOf(one)))).toEqual(Array(3).fill(true));
    expect(['亍', '齄', '會', '。'].map((one) => isCommonSimplified(unitOf(one)))).toEqual(Array(4).fill(false));
  });
});

it.each([
  ['一', true],
  ['鿿', true],
  ['㐀', true],
  ['䶿', true],
  ['䷀', false],
  ['ꀀ', false],
  ['㏿', false],
  ['〇', true],
  ['〆', false],
  ['。', false],
  ['A', false],
])('%s is a Chinese character: %s', (character, is) => {
  expect(isHan(unitOf(character))).toBe(is);
});
