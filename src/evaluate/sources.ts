import { join } from 'node:path';
import { type Line, linesOf } from '../batch/lines.ts';
import { openStream, readWhole } from '../batch/read-file.ts';
import type { Restored } from '../model/document.ts';
import { articleOf, type LineFields, readLine, restoreArticle } from '../pipeline.ts';

const MOST_BYTES = 2 ** 31 - 1;

/** Finds the articles that records were read from. Records in the order of their lines cost one pass over a file. */
export class Sources {
  readonly #folder: string;
  readonly #names: LineFields;
  #open: { readonly path: string; readonly lines: AsyncGenerator<Line>; at: number } | null = null;

  constructor(folder: string, names: LineFields) {
    this.#folder = folder;
    this.#names = names;
  }

  /** The restored article at a path, or at a line of it. @throws InputProblem, UnreadableInput or BadLine */
  async article(path: string, line: number | null): Promise<Restored | null> {
    const file = join(this.#folder, path);
    if (line === null) return restoreArticle(articleOf(await readWhole(file, MOST_BYTES), { path }));
    const text = await this.#line(file, line);
    return text === null ? null : restoreArticle(readLine(text, this.#names, { path, line }));
  }

  async #line(path: string, wanted: number): Promise<string | null> {
    if (this.#open === null || this.#open.path !== path || this.#open.at >= wanted) {
      await this.close();
      this.#open = { path, lines: linesOf(await openStream(path), MOST_BYTES), at: 0 };
    }
    const open = this.#open;
    while (true) {
      const { done, value } = await open.lines.next();
      if (done === true) return null;
      open.at = value.number;
      if (value.number === wanted) return value.bytes === null ? null : new TextDecoder().decode(value.bytes);
    }
  }

  async close(): Promise<void> {
    await this.#open?.lines.return(undefined);
    this.#open = null;
  }
}
