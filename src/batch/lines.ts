/** A line of a stream of bytes, without its line break; null when it is longer than the limit. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

/** The lines of a stream. Memory holds one line of at most `limit` bytes; what is longer is read past, not kept. */
export async function* linesOf(stream: AsyncIterable<Uint8Array>, limit: number): AsyncGenerator<Line> {
  let number = 1;
  let parts: Uint8Array[] = [];
  let length = 0;
  const line = (): Line => {
    const bytes = length > limit ? null : Buffer.concat(parts, length);
    return { number, bytes: bytes?.at(-1) === 13 ? bytes.subarray(0, -1) : bytes };
  };
  for await (const chunk of stream) {
    let at = 0;
    while (at < chunk.length) {
      const end = chunk.indexOf(10, at);
      const part = chunk.subarray(at, end < 0 ? chunk.length : end);
      length += part.length;
      if (length <= limit) parts.push(part);
      else parts = [];
      if (end < 0) break;
      yield line();
      number++;
      parts = [];
      length = 0;
      at = end + 1;
    }
  }
  if (length > 0) yield line();
}
