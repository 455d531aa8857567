/** A line of a stream of bytes, without its line break; null when it is longer than the limit. */
export interface Line {
  /** 1-based. */
  readonly number: number;
  readonly bytes: Uint8Array | null;
}

/** The byte that ends a line. */
const LINE_BREAK = 10;

/**
 * The lines of a stream, or what stands between two bytes of another value. Memory holds one line of at most `limit` bytes, however small the pieces in which it comes; what
 * is longer is read past, not kept.
 */
export async function* linesOf(
  stream: AsyncIterable<Uint8Array>,
  limit: number,
  separator = LINE_BREAK,
): AsyncGenerator<Line> {
  let number = 1;
  const begun = new Pieces(limit, separator === LINE_BREAK);
  for await (const chunk of stream) {
    let at = 0;
    while (at < chunk.length) {
      const end = chunk.indexOf(separator, at);
      begun.add(chunk.subarray(at, end < 0 ? chunk.length : end));
      if (end < 0) break;
      yield { number: number++, bytes: begun.take() };
      at = end + 1;
    }
  }
  if (begun.length > 0) yield { number, bytes: begun.take() };
}

/** The pieces of one line, joined in one buffer that grows by doubling: one copy for a line that came whole. */
class Pieces {
  readonly #limit: number;
  readonly #isLine: boolean;
  #bytes: Uint8Array = new Uint8Array(0);
  /** Bytes of the line so far, also those that are no longer kept. */
  length = 0;

  constructor(limit: number, isLine: boolean) {
    this.#limit = limit;
    this.#isLine = isLine;
  }

  add(piece: Uint8Array): void {
    const length = this.length + piece.length;
    if (length > this.#limit) this.#bytes = new Uint8Array(0);
    else {
      if (length > this.#bytes.length) {
        const wanted = this.length === 0 ? length : Math.min(this.#limit, 2 * length);
        const larger = new Uint8Array(wanted);
        larger.set(this.#bytes.subarray(0, this.length));
        this.#bytes = larger;
      }
      this.#bytes.set(piece, this.length);
    }
    this.length = length;
  }

  /** The line, which is the caller's from now on; null when it was too long. The carriage return of a CRLF is left out. */
  take(): Uint8Array | null {
    const { length } = this;
    const bytes = length > this.#limit ? null : this.#bytes.subarray(0, length);
    this.length = 0;
    this.#bytes = new Uint8Array(0);
    return this.#isLine && bytes?.at(-1) === 13 ? bytes.subarray(0, -1) : bytes;
  }
}
