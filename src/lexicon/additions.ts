import { inEnglish, type Phrase, say } from '../model/phrase.ts';
import { Lexicon } from './lookup.ts';

/** What a user adds to the tables: words that are names, bodies, posts or places wherever they stand. */
export interface Additions {
  readonly names: Lexicon<true>;
  readonly organisations: Lexicon<true>;
  readonly posts: Lexicon<true>;
  /** By name: the plain form of the place and its code in GB/T 2260; empty when the line gives none. */
  readonly places: Lexicon<{ readonly place: string; readonly adcode: string }>;
}

/** A line of an added table that cannot be used; the message says what is wrong. */
export class BadAddition extends Error {
  /** 1-based. */
  readonly line: number;
  /** Where in the line it is wrong: 1-based, in code points; and for how many of them. */
  readonly column: number;
  readonly length: number;
  readonly said: Phrase;

  constructor(line: number, { column, text }: Cell, said: Phrase) {
    super(inEnglish(said));
    this.name = 'BadAddition';
    this.line = line;
    this.column = column;
    this.length = [...text].length;
    this.said = said;
  }
}

/** One cell of a line; `column` counts code points from 1. */
interface Cell {
  readonly text: string;
  readonly column: number;
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
  let columns: readonly string[] | null = null;
  text
    .replace(/^\uFEFF/u, '')
    .split('\n')
    .forEach((raw, index) => {
      const line = raw.replace(/\r$/u, '');
      if (line === '' || line.startsWith('#')) return;
      const cells = cellsOf(line);
      if (columns === null) columns = columnsOf(cells, index + 1);
      else addRow(words, columns, cells, index + 1);
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

function cellsOf(line: string): readonly Cell[] {
  let column = 1;
  return line.split('\t').map((text) => {
    const cell = { text, column };
    column += [...text].length + 1;
    return cell;
  });
}

/** The first line that is no comment must name the columns. */
function columnsOf(cells: readonly Cell[], line: number): readonly string[] {
  const strange = cells.find(({ text }, at) => !COLUMNS.includes(text) || (at < 2 && text !== COLUMNS[at]));
  const wrong = strange ?? (cells.length < 2 ? cells[0] : undefined);
  if (wrong !== undefined) {
    throw new BadAddition(
      line,
      wrong,
      say`the first line must name the columns: ${COLUMNS.join(', ')} (tab between them)`,
    );
  }
  return cells.map(({ text }) => text);
}

/** Takes one line in; it may have fewer cells than there are columns, but not more. */
function addRow(
  words: Record<Kind, Map<string, { place: string; adcode: string }>>,
  columns: readonly string[],
  cells: readonly Cell[],
  line: number,
): void {
  const beyond = cells[columns.length];
  if (beyond !== undefined) {
    throw new BadAddition(line, beyond, say`${cells.length} cells in a table of ${columns.length} columns`);
  }
  const [first = { text: '', column: 1 }] = cells;
  const cell = (name: string): Cell => cells[columns.indexOf(name)] ?? { text: '', column: first.column };
  const kind = KINDS.find((one) => one === first.text);
  if (kind === undefined) {
    throw new BadAddition(line, first, say`unknown kind ${first.text}; kinds: ${KINDS.join(', ')}`);
  }
  const word = cell('word').text.trim();
  if (word === '') throw new BadAddition(line, cell('word'), say`no word`);
  if (word.length > LONGEST_WORD) {
    throw new BadAddition(line, cell('word'), say`a word of ${word.length} characters; at most ${LONGEST_WORD}`);
  }
  const adcode = cell('adcode').text;
  if (adcode !== '' && !/^\d{6}$/u.test(adcode)) {
    throw new BadAddition(line, cell('adcode'), say`${adcode} is no code of six digits`);
  }
  const place = cell('place').text;
  words[kind].set(word, { place: place === '' ? word : place, adcode });
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
