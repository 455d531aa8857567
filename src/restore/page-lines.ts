import { loadTable } from '../lexicon/load.ts';
import { entitiesIn } from './entities.ts';
import { isHan } from './han.ts';
import type { PageElement, PageTree } from './page-tree.ts';
import { simplified } from './script.ts';

/** A piece of a line: where it stands in the source, and what it says there. */
export interface Piece {
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/** A line as a reader of the page sees it. */
export interface PageLine {
  readonly pieces: readonly Piece[];
  readonly text: string;
  /** The same in simplified characters, if it is short enough for a label; labels are looked up in it. */
  readonly plain: string;
  /** The element that holds the first words. */
  readonly element: PageElement;
  /** How many of its characters are links, and how many links there are. */
  readonly linked: number;
  readonly links: number;
  /** Whether a picture stands right above it. */
  readonly isBelowPicture: boolean;
}

/** Elements that are no text of an article. */
const UNREAD = new Set(
  'aside audio button canvas datalist dialog embed figcaption footer iframe input label map nav noscript object rp rt script select style svg template textarea title video'.split(
    ' ',
  ),
);

let boilerplate: ReadonlyMap<string, string> | null = null;

/** What the table of boilerplate says of a word: `name`, `frame`, `line`, `call`, `end`; undefined when it is no boilerplate. */
export function boilerplateKind(word: string): string | undefined {
  boilerplate ??= new Map(loadTable('page-boilerplate').map(({ word: entry = '', kind = '' }) => [entry, kind]));
  return boilerplate.get(word);
}

/** Which kind of boilerplate line this is, by how it opens: `line`, `end`; undefined for a line of the article. */
export function lineKind(line: string): 'line' | 'end' | undefined {
  for (let length = Math.min(8, line.length); length > 1; length--) {
    const kind = boilerplateKind(line.slice(0, length).replace(':', '：'));
    if (kind === 'call') return 'line';
    if (kind !== 'line' && kind !== 'end') continue;
    // 终审判决… is a sentence: a label ends with its word, or the line is no longer than a label and a name.
    const goesOn = isHan(line.charCodeAt(length - 1)) && isHan(line.charCodeAt(length));
    if (!goesOn || line.length <= LONGEST_LABEL) return kind;
  }
  return undefined;
}

/** 责任编辑欧阳某某 and no more. */
const LONGEST_LABEL = 9;

/** The words of an element's class, id and role: `class="newsTitle share-bar"` → news, title, share, bar. */
export function wordsOf(element: PageElement): readonly string[] {
  const names = ['class', 'id', 'role'].map((name) => element.attributes.get(name) ?? '').join(' ');
  return names
    .slice(0, 200)
    .replaceAll(/(?<=[a-z])(?=[A-Z])/gu, ' ')
    .toLowerCase()
    .split(/[^a-z]+/u);
}

/** How much text stands in each element, and which ones are left out of an article. */
export interface Survey {
  /** Characters outside of links that stand in sentences. */
  readonly prose: ReadonlyMap<PageElement, number>;
  /** Elements with any Chinese text outside of links. */
  readonly spoken: ReadonlySet<PageElement>;
  readonly isUnread: (element: PageElement) => boolean;
}

/** A sentence has a mark and some length; a menu has neither. */
const isProse = (text: string): boolean => text.length >= 12 && /[，。；！？、,;]/u.test(text);

/** Whether an element is named like what is no article, and has too small a share of the page to be one all the same. */
const isNamedSo = (element: PageElement, share: number): boolean =>
  share < 0.9 &&
  wordsOf(element).some((word) => {
    const kind = boilerplateKind(word);
    return kind === 'frame' || (kind === 'name' && share < 0.5);
  });

/** Measures a page: what stands where, and which elements are left out. */
export function survey(source: string, tree: PageTree): Survey {
  const prose = new Map<PageElement, number>();
  const spoken = new Set<PageElement>();
  for (const part of tree.parts) {
    if (part.kind !== 'text' || UNREAD.has(part.element.tag)) continue;
    const text = source.slice(part.start, part.end).trim();
    if (!/\p{Script=Han}/u.test(text) || within(part.element, 'a') !== null) continue;
    for (let at: PageElement | null = part.element; at !== null && !spoken.has(at); at = at.parent) spoken.add(at);
    if (!isProse(text)) continue;
    for (let at: PageElement | null = part.element; at !== null; at = at.parent) {
      prose.set(at, (prose.get(at) ?? 0) + text.length);
    }
  }
  const all = prose.get(tree.root) ?? 0;
  const known = new Map<PageElement, boolean>();
  const isUnread = (element: PageElement): boolean => {
    const before = known.get(element);
    if (before !== undefined) return before;
    const unread =
      UNREAD.has(element.tag) ||
      element.attributes.has('hidden') ||
      /display\s?:\s?none/u.test(element.attributes.get('style') ?? '') ||
      isNamedSo(element, (prose.get(element) ?? 0) / Math.max(all, 1)) ||
      (element.parent !== null && isUnread(element.parent));
    known.set(element, unread);
    return unread;
  };
  return { prose, spoken, isUnread };
}

/** A longer line is a paragraph, and has no label. */
const LONGEST_LABELLED = 120;

/** The lines of a page, those of left-out elements excepted. */
export function linesOf(source: string, tree: PageTree, { isUnread }: Survey): readonly PageLine[] {
  const lines: PageLine[] = [];
  let pieces: Piece[] = [];
  let element: PageElement | null = null;
  let linked = 0;
  let links = 0;
  let lastLink: PageElement | null = null;
  let isBelowPicture = false;
  const finish = (): void => {
    const trimmed = trim(pieces);
    if (trimmed.length > 0 && element !== null) {
      const text = trimmed.map((piece) => piece.text).join('');
      const plain = text.length <= LONGEST_LABELLED ? simplified(text) : text;
      lines.push({ pieces: trimmed, text, plain, element, linked, links, isBelowPicture });
      isBelowPicture = false;
    }
    pieces = [];
    element = null;
    linked = 0;
    links = 0;
  };
  for (const part of tree.parts) {
    if (part.kind === 'break') {
      finish();
      continue;
    }
    if (isUnread(part.element)) continue;
    if (part.kind !== 'text') {
      // A picture among words is a sign; one between lines has a caption.
      isBelowPicture ||= pieces.every(isBlank);
      continue;
    }
    const keepsBreaks = !tree.hasBlocks || within(part.element, 'pre') !== null;
    const link = within(part.element, 'a');
    for (const piece of piecesOf(source, part.start, part.end)) {
      if (keepsBreaks && /[\n\r]/u.test(piece.text)) {
        finish();
        continue;
      }
      if (element === null && piece.text.trim() === '') continue;
      element ??= part.element;
      pieces.push(piece);
      if (link === null) continue;
      linked += piece.text.length;
      if (link !== lastLink) links++;
      lastLink = link;
    }
  }
  finish();
  return lines;
}

/** The element itself or the one around it with this tag. */
export function within(element: PageElement, tag: string): PageElement | null {
  for (let at: PageElement | null = element; at !== null; at = at.parent) if (at.tag === tag) return at;
  return null;
}

/** Text cut at entities and at white space; a run of white space is one piece. */
function piecesOf(source: string, start: number, end: number): readonly Piece[] {
  const text = source.slice(start, end);
  const found: Piece[] = [];
  const plain = (from: number, to: number): void => {
    for (const run of text.slice(from, to).matchAll(/[ \t\n\r\f]+|[^ \t\n\r\f]+/gu)) {
      const at = start + from + run.index;
      found.push({ start: at, end: at + run[0].length, text: run[0] });
    }
  };
  let at = 0;
  for (const edit of text.includes('&') ? entitiesIn(text) : []) {
    plain(at, edit.start);
    found.push({ start: start + edit.start, end: start + edit.end, text: edit.replacement });
    at = edit.end;
  }
  plain(at, text.length);
  return found;
}

const isEntity = ({ start, end, text }: Piece): boolean => end - start !== text.length;

const isBlank = ({ text }: Piece): boolean => /^[\s\u00a0\u3000]*$/u.test(text);

/**
 * A line without outer space; inner space is one space, and none where a break of the source parts two characters.
 * Spaces that were written as entities stay, however many.
 */
function trim(pieces: readonly Piece[]): readonly Piece[] {
  let first = 0;
  let last = pieces.length;
  while (first < last && isBlank(pieces[first] as Piece)) first++;
  while (last > first && isBlank(pieces[last - 1] as Piece)) last--;
  const found: Piece[] = [];
  for (let i = first; i < last; i++) {
    const piece = pieces[i] as Piece;
    if (isEntity(piece) || !/^[ \t\n\r\f]+$/u.test(piece.text)) {
      const lead = i === first ? piece.text.length - piece.text.trimStart().length : 0;
      const isVerbatim = piece.end - piece.start === piece.text.length;
      found.push(
        isVerbatim && lead > 0 ? { ...piece, start: piece.start + lead, text: piece.text.slice(lead) } : piece,
      );
      continue;
    }
    // The first piece and the last are not blank, so that there is one on either side.
    const last = found[found.length - 1] as Piece;
    const { text: before } = last;
    const { text: after } = pieces[i + 1] as Piece;
    if (before.endsWith(' ') && !isEntity(last)) continue;
    if (/[\n\r]/u.test(piece.text) && isWide(before, before.length - 1) && isWide(after, 0)) continue;
    found.push({ ...piece, text: ' ' });
  }
  return found;
}

/** Whether a character is written without space beside it: Chinese, or its punctuation. */
const isWide = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return (
    isHan(unit) ||
    (unit >= 0x3000 && unit <= 0x303f) ||
    (unit >= 0xff00 && unit <= 0xffef) ||
    '“”‘’…—'.includes(text[at] ?? '!')
  );
};
