import { dirname } from 'node:path';
import { OutputFailed } from '../emit/output.ts';
import { type Phrase, say } from '../model/phrase.ts';
import { disk, type Files, type OpenFile } from './files.ts';
import { digestOf } from './input-digest.ts';
import type { Input } from './inputs.ts';
import {
  type Done,
  descriptionIn,
  differingIn,
  doneIn,
  doneLine,
  headLine,
  LAST_LINE,
  type RunDescription,
  recordDigest,
} from './journal.ts';
import { type Line, linesOf } from './lines.ts';
import { targetOf } from './output-file.ts';
import { openStream } from './read-file.ts';

/** A run cannot go on where another one stopped: `said` tells what differs. Nothing was done. */
export class CannotResume extends Error {
  readonly said: Phrase;

  constructor(said: Phrase) {
    super('cannot resume');
    this.name = 'CannotResume';
    this.said = said;
  }
}

/** Bytes of records that wait to be written, at most, and milliseconds that they wait. */
const LONGEST_WAIT = 1 << 16;
const LONGEST_DELAY = 100;

const LINE_BREAK = Uint8Array.of(10);

/** Longest line of a journal or of a file of records that is read back. */
const LONGEST_LINE = 2 ** 29;

/** The names beside an output while it grows: its records so far, and how each input ended. */
export const besides = (path: string): { readonly partial: string; readonly journal: string } => ({
  partial: `${path}.partial`,
  journal: `${path}.journal`,
});

/** Bytes of the records and of the journal up to some input. */
interface Lengths {
  readonly partial: number;
  readonly journal: number;
}

/** Where a run stands when it begins. */
interface Standing {
  readonly done: readonly Done[];
  /** Where both files stood before each input that is done. */
  readonly before: readonly Lengths[];
  /** Bytes of the records and of the journal that are good; what is behind them was torn. */
  readonly partialLength: number;
  readonly journalLength: number;
  /** Every input is done and the records have their name: only the journal is left. */
  readonly isComplete: boolean;
}

const NOTHING: Standing = { done: [], before: [], partialLength: 0, journalLength: 0, isComplete: false };

/**
 * A file of JSON Lines that a run can be killed over at any moment. Records grow in `<name>.partial`; behind them, a line
 * in `<name>.journal` says how each input ended. At the end the records take the name and the journal goes. A run that is
 * resumed reads both again, takes every record whose journal line and bytes are whole, cuts off the rest, and goes on.
 */
export class ResumableFile {
  readonly #path: string;
  readonly #target: string;
  readonly #files: Files;
  readonly #partial: OpenFile;
  readonly #journal: OpenFile;
  readonly #before: readonly Lengths[];
  #records: Uint8Array[] = [];
  #bytes = 0;
  #lines = '';
  #flushed = performance.now();
  readonly closed = false;

  private constructor(
    path: string,
    target: string,
    files: Files,
    open: { partial: OpenFile; journal: OpenFile; before: readonly Lengths[] },
  ) {
    this.#path = path;
    this.#target = target;
    this.#files = files;
    this.#partial = open.partial;
    this.#journal = open.journal;
    this.#before = open.before;
  }

  /**
   * Opens the output of a run. With `resume` it goes on where an earlier run of the same description stopped, if there was
   * one; `done` is then how the first inputs ended.
   * @throws CannotResume when that run was another one. OutputFailed 73 when the output cannot be created.
   */
  static async open(
    path: string,
    description: RunDescription,
    resume: boolean,
    files: Files = disk,
  ): Promise<{ readonly file: ResumableFile | null; readonly done: readonly Done[] }> {
    const open: OpenFile[] = [];
    try {
      const target = await targetOf(path, files);
      const names = besides(target.path);
      const standing = resume ? await standingOf(target.path, description, files) : NOTHING;
      if (standing.isComplete) {
        await files.remove(names.journal);
        return { file: null, done: standing.done };
      }
      if (standing.journalLength === 0) {
        // A run that is still at work keeps its own files, and finds out at its end.
        for (const name of Object.values(names)) await files.remove(name).catch(ignoreMissing);
      }
      const partial = await files.open(names.partial, 'append', target.mode);
      open.push(partial);
      await partial.truncate(standing.partialLength);
      const journal = await files.open(names.journal, 'append', target.mode);
      open.push(journal);
      await journal.truncate(standing.journalLength);
      if (standing.journalLength === 0) await journal.write(Buffer.from(headLine(description)));
      const file = new ResumableFile(path, target.path, files, { partial, journal, before: standing.before });
      return { file, done: standing.done };
    } catch (error) {
      for (const file of open) await file.close().catch(() => {});
      if (error instanceof CannotResume) throw error;
      throw new OutputFailed(73, path, error);
    }
  }

  /**
   * Takes back what an earlier run did behind its first `count` inputs. It must come before anything is taken.
   * @throws OutputFailed 74
   */
  async goBack(count: number): Promise<void> {
    const before = this.#before[count];
    if (before === undefined) return;
    try {
      // A journal must never speak of a record that is not there.
      await this.#journal.truncate(before.journal);
      await this.#partial.truncate(before.partial);
    } catch (error) {
      throw new OutputFailed(74, this.#path, error);
    }
  }

  /** Takes the record of an input, as JSON on one line, in UTF-8. */
  async record(json: Uint8Array, input: Input): Promise<void> {
    this.#records.push(json, LINE_BREAK);
    this.#bytes += json.length + 1;
    await this.#done({ end: 'ok', input: digestOf(input), record: recordDigest(json) });
  }

  /** Takes note of an input that gave no record. */
  async noRecord(end: 'failed' | 'bug' | 'skipped', input: Input): Promise<void> {
    await this.#done({ end, input: digestOf(input), record: null });
  }

  async #done(done: Done): Promise<void> {
    this.#lines += doneLine(done);
    const wait = performance.now() - this.#flushed;
    if (this.#bytes > LONGEST_WAIT || this.#lines.length > LONGEST_WAIT || wait > LONGEST_DELAY) await this.#flush();
  }

  /** Records first: a journal must never speak of a record that is not there. */
  async #flush(): Promise<void> {
    const [records, lines] = [this.#records, this.#lines];
    this.#records = [];
    this.#bytes = 0;
    this.#lines = '';
    this.#flushed = performance.now();
    try {
      if (records.length > 0) await this.#partial.write(Buffer.concat(records));
      if (lines !== '') await this.#journal.write(Buffer.from(lines));
    } catch (error) {
      throw new OutputFailed(74, this.#path, error);
    }
  }

  /** Every input is done: the records get their name. */
  async finish(): Promise<void> {
    await this.#flush();
    const { partial, journal } = besides(this.#target);
    try {
      await this.#refuseStrangers(partial);
      await this.#partial.sync();
      await this.#journal.write(Buffer.from(LAST_LINE));
      await this.#journal.sync();
      await this.#partial.close();
      await this.#journal.close();
      await this.#files.rename(partial, this.#target);
      await this.#files.syncFolder(dirname(this.#target));
      await this.#files.remove(journal);
    } catch (error) {
      throw new OutputFailed(74, this.#path, error);
    }
  }

  /** Whether the file of that name is still this run's own. */
  async #refuseStrangers(partial: string): Promise<void> {
    const [own, there] = await Promise.all([this.#partial.stat(), this.#files.stat(partial)]);
    if (own.ino !== there.ino) throw Object.assign(new Error('another run'), { code: 'EBUSY' });
  }

  /** The run stops before its end: what is done so far stays, to go on from. */
  async leave(): Promise<void> {
    await this.#flush().finally(async () => {
      await this.#partial.close().catch(() => {});
      await this.#journal.close().catch(() => {});
    });
  }
}

const codeOf = (error: unknown): string | undefined => (error as NodeJS.ErrnoException).code;

function ignoreMissing(error: unknown): void {
  if (codeOf(error) !== 'ENOENT') throw error;
}

const isThere = (path: string, files: Files): Promise<boolean> =>
  files.stat(path).then(
    () => true,
    (error: unknown) => {
      ignoreMissing(error);
      return false;
    },
  );

async function standingOf(target: string, description: RunDescription, files: Files): Promise<Standing> {
  const names = besides(target);
  if (!(await isThere(names.journal, files))) return NOTHING;
  const hasRecords = await isThere(names.partial, files);
  // A last line without its line break was torn, whatever it says.
  const journalSize = (await files.stat(names.journal)).size;
  const partialSize = hasRecords ? (await files.stat(names.partial)).size : 0;
  let records: AsyncGenerator<Line> | null = null;
  const done: Done[] = [];
  const before: Lengths[] = [];
  let partialLength = 0;
  let journalLength = 0;
  try {
    for await (const { number, bytes } of linesOf(await openStream(names.journal, files), LONGEST_LINE)) {
      const length = (bytes?.length ?? 0) + 1;
      if (journalLength + length > journalSize) break;
      const line = bytes === null ? '' : new TextDecoder().decode(bytes);
      if (number === 1) {
        const then = descriptionIn(line);
        if (then === null) return NOTHING;
        const differing = differingIn(then, description);
        if (differing.length > 0) throw new CannotResume(differenceIn(then, description, differing));
      } else {
        const one = doneIn(line);
        const lengths = { partial: partialLength, journal: journalLength };
        if (one === 'end' && !hasRecords && (await isThere(target, files))) {
          return { done, before, partialLength, journalLength, isComplete: true };
        }
        if (one === 'end' || one === null) break;
        if (one.record !== null && hasRecords) {
          records ??= linesOf(await openStream(names.partial, files), LONGEST_LINE);
          const { value: record } = await records.next();
          if (record?.bytes === undefined || record.bytes === null || recordDigest(record.bytes) !== one.record) break;
          if (partialLength + record.bytes.length + 1 > partialSize) break;
          partialLength += record.bytes.length + 1;
        }
        done.push(one);
        before.push(lengths);
      }
      journalLength += length;
    }
  } finally {
    await records?.return(undefined);
  }
  // The records are gone, and the output is not there: the journal speaks of nothing.
  return hasRecords ? { done, before, partialLength, journalLength, isComplete: false } : NOTHING;
}

const shown = (value: unknown): string => (value === undefined || value === null ? '—' : JSON.stringify(value));

function differenceIn(before: RunDescription, now: RunDescription, names: readonly string[]): Phrase {
  const list = names.map((name) => `${name} (${shown(before[name])} → ${shown(now[name])})`).join(', ');
  return say`the run that was stopped differs: ${list}`;
}

/**
 * The inputs that are left when the first ones are done. Those are read again, without looking into them: they must be what
 * they were. Only one that had failed may be another by now, because the disk is back or somebody mended it: `goBack` is
 * told how many inputs are still done, and that one and those behind it are left.
 * @param passedOver is told of each input that is done
 * @throws CannotResume when an input is not what it was, or is gone.
 */
export async function* inputsAfter(
  done: readonly Done[],
  inputs: AsyncIterable<Input>,
  goBack: (count: number) => Promise<void>,
  passedOver: (input: Input) => void = () => {},
): AsyncGenerator<Input> {
  let at = 0;
  let left = done.length;
  for await (const input of inputs) {
    const known = at < left ? done[at] : undefined;
    if (known === undefined) yield input;
    else if (known.input !== digestOf(input) && known.end === 'failed') {
      left = at;
      await goBack(at);
      yield input;
    } else if (known.input !== digestOf(input)) {
      throw new CannotResume(say`an input is not what it was when the run was stopped: ${placeOf(input)}`);
    } else passedOver(input);
    at++;
  }
  if (at < left) throw new CannotResume(say`${left - at} inputs that were done are not there any more`);
}

function placeOf(input: Input): string {
  if (input.kind === 'skipped') return input.path;
  const { path, line } =
    input.kind === 'failed' ? input.failure.message : input.kind === 'line' ? input : input.raw.origin;
  return `${path ?? '<stdin>'}${line === null || line === undefined ? '' : `:${line}`}`;
}
