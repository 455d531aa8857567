/** How many code units must be put in, taken out or changed to turn one string into the other. */
export function editDistance(a: string, b: string): number {
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  let row = Uint32Array.from({ length: short.length + 1 }, (_, i) => i);
  let next = new Uint32Array(short.length + 1);
  for (let j = 1; j <= long.length; j++) {
    next[0] = j;
    for (let i = 1; i <= short.length; i++) {
      const change = (row[i - 1] as number) + (short.charCodeAt(i - 1) === long.charCodeAt(j - 1) ? 0 : 1);
      next[i] = Math.min((row[i] as number) + 1, (next[i - 1] as number) + 1, change);
    }
    [row, next] = [next, row];
  }
  return row[short.length] as number;
}

/** 1 for equal strings down to 0 for strings that share nothing, by edit distance over the longer length. */
export function similarity(a: string, b: string): number {
  const longer = Math.max(a.length, b.length);
  return longer === 0 ? 1 : 1 - editDistance(a, b) / longer;
}
