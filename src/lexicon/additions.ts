import { parseTable } from './load.ts';
import { Lexicon } from './lookup.ts';

/** What a user adds to the tables: words that are names, bodies, posts or places wherever they stand. */
export interface Additions {
  readonly names: Lexicon<true>;
  readonly organisations: Lexicon<true>;
  readonly posts: Lexicon<true>;
  /** By name: the plain form of the place and its code in GB/T 2260; empty when the line gives none. */
  readonly places: Lexicon<{ readonly place: string; readonly adcode: string }>;
}

/** A line of an added table that cannot be used; the message says what is wrong, `line` where (1-based). */
export class BadAddition extends Error {
  readonly line: number;

  constructor(line: number, message: string) {
    super(message);
    this.name = 'BadAddition';
    this.line = line;
  }
}

const KINDS = ['name', 'organisation', 'post', 'place'] as const;
type Kind = (typeof KINDS)[number];
const COLUMNS = ['kind', 'word', 'place', 'adcode'];
const LONGEST_WORD = 60;

/** No additions. */
export const NONE: Additions = {
  names: new Lexicon([]),
  organisations: new Lexicon([]),
  posts: new Lexicon([]),
  places: new Lexicon([]),
};

/**
 * Reads a table of additions: tab-separated, with the columns kind, word and, for places, place and adcode; lines that open
 * with `#` are comments.
 * @throws BadAddition at the first line that cannot be used.
 */
export function additionsOf(text: string): Additions {
  const words: Record<Kind, Map<string, { place: string; adcode: string }>> = {
    name: new Map(),
    organisation: new Map(),
    post: new Map(),
    place: new Map(),
  };
  checkForm(text);
  const lines = text.replace(/^\uFEFF/u, '').split('\n');
  const places = lines.flatMap((line, index) => (line.trim() === '' || line.startsWith('#') ? [] : [index + 1]));
  parseTable(text.replace(/^\uFEFF/u, ''), 'lexicon').forEach((row, index) => {
    const line = places[index + 1] as number;
    const kind = KINDS.find((one) => one === row.kind);
    if (kind === undefined) throw new BadAddition(line, `unknown kind ${row.kind}; kinds: ${KINDS.join(', ')}`);
    const word = (row.word as string).trim();
    if (word === '') throw new BadAddition(line, 'no word');
    if (word.length > LONGEST_WORD)
      throw new BadAddition(line, `a word of ${word.length} characters; at most ${LONGEST_WORD}`);
    const adcode = row.adcode ?? '';
    if (adcode !== '' && !/^\d{6}$/u.test(adcode)) throw new BadAddition(line, `${adcode} is no code of six digits`);
    words[kind].set(word, { place: row.place === '' || row.place === undefined ? word : row.place, adcode });
  });
  const plain = (kind: Kind): Lexicon<true> =>
    new Lexicon([...words[kind].keys()].map((word) => [word, true as const]));
  return {
    names: plain('name'),
    organisations: plain('organisation'),
    posts: plain('post'),
    places: new Lexicon(words.place),
  };
}

/** The first line that is no comment must name the columns, and no line may have more cells than there are columns. */
function checkForm(text: string): void {
  let width = 0;
  text.split('\n').forEach((raw, index) => {
    const line = raw.replace(/\r$/u, '').replace(/^\uFEFF/u, '');
    if (line === '' || line.startsWith('#')) return;
    const cells = line.split('\t');
    if (width === 0) {
      const strange = cells.find((cell) => !COLUMNS.includes(cell));
      if (strange !== undefined || cells[0] !== 'kind' || cells[1] !== 'word') {
        throw new BadAddition(
          index + 1,
          `the first line must name the columns: ${COLUMNS.join(', ')} (tab between them)`,
        );
      }
      width = cells.length;
    } else if (cells.length > width) {
      throw new BadAddition(index + 1, `${cells.length} cells in a table of ${width} columns`);
    }
  });
}

let current = NONE;

/** The additions in force while an article is read. */
export const inForce = (): Additions => current;

/** Does some work with additions in force. Reading an article is one such piece of work, from end to end. */
export function using<T>(additions: Additions, work: () => T): T {
  const before = current;
  current = additions;
  try {
    return work();
  } finally {
    current = before;
  }
}
