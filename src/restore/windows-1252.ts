/** Characters that the bytes 80–9F stand for in Windows-1252. source: WHATWG Encoding Standard (Node's decoder has Latin-1 there) */
export const WINDOWS_1252 = '€\u0081‚ƒ„…†‡ˆ‰Š‹Œ\u008dŽ\u008f\u0090‘’“”•–—˜™š›œ\u009džŸ';

const bytes = new Map([...WINDOWS_1252].map((letter, i) => [letter.charCodeAt(0), 0x80 + i]));

/** The byte of a character in Windows-1252, or in Latin-1 where that has another; 0 for ASCII and what neither has. */
export const latinByte = (unit: number): number => bytes.get(unit) ?? (unit >= 0x80 && unit <= 0xff ? unit : 0);

/** Every code unit that has such a byte. */
export const latinUnits: readonly number[] = [...bytes.keys(), ...Array.from({ length: 0x80 }, (_, i) => 0x80 + i)];
