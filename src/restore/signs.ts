/** Characters of one code unit: those of a string, and ranges of them, the last one too. */
export type Signs = readonly (string | readonly [first: number, last: number])[];

/** Marks characters in a table by code unit: sets these bits of each. */
export function mark(table: Uint8Array | Uint32Array, signs: Signs, bits: number): void {
  for (const sign of signs) {
    if (typeof sign === 'string') {
      for (let i = 0; i < sign.length; i++) table[sign.charCodeAt(i)] = (table[sign.charCodeAt(i)] as number) | bits;
    } else for (let unit = sign[0]; unit <= sign[1]; unit++) table[unit] = (table[unit] as number) | bits;
  }
}

/** The bits of all the characters of a text, in one pass over it. */
export function marksIn(text: string, table: Uint32Array): number {
  let bits = 0;
  for (let at = 0; at < text.length; at++) bits |= table[text.charCodeAt(at)] as number;
  return bits;
}
