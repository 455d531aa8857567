/**
 * The shortest input that still fails, as far as leaving out stretches leads: halves first, then ever smaller ones, down
 * to one unit. Takes text or bytes; `fails` is asked at most `patience` times.
 */
export function shrunk(content, fails, patience = 2_000) {
  let best = content;
  let left = patience;
  for (let size = Math.ceil(best.length / 2); size >= 1; size = size === 1 ? 0 : Math.ceil(size / 2)) {
    for (let at = 0; at < best.length && left > 0; ) {
      const shorter = without(best, at, size);
      left--;
      if (shorter.length < best.length && shorter.length > 0 && fails(shorter)) best = shorter;
      else at += size;
    }
  }
  return best;
}

const without = (content, at, size) =>
  typeof content === 'string'
    ? content.slice(0, at) + content.slice(at + size)
    : Buffer.concat([content.subarray(0, at), content.subarray(at + size)]);
