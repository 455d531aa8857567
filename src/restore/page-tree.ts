import { createRequire } from 'node:module';
import type { TokenizerCallbacks } from 'htmlparser2';

/** An element of a page. */
export interface PageElement {
  readonly tag: string;
  readonly attributes: ReadonlyMap<string, string>;
  readonly parent: PageElement | null;
  readonly children: PageElement[];
}

/** Something of a page in reading order: text as it stands in the source, a picture, or the edge of a block. */
export type PagePart =
  | { readonly kind: 'text'; readonly start: number; readonly end: number; readonly element: PageElement }
  | { readonly kind: 'break' | 'picture'; readonly element: PageElement };

/** A page as a tree and as a row of parts. */
export interface PageTree {
  readonly root: PageElement;
  readonly parts: readonly PagePart[];
  /** Whether any tag starts a new line; where none does, line breaks of the source do. */
  readonly hasBlocks: boolean;
}

const words = (list: string): ReadonlySet<string> => new Set(list.split(' '));

/** Elements that have nothing inside. source: HTML Standard, void elements */
const VOID = words('area base br col embed hr img input link meta param source track wbr');
/** Elements that start and end a line. source: HTML Standard, rendering, display: block and table parts */
const BLOCK = words(
  'address article aside blockquote body br caption center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header hgroup hr html legend li main menu nav ol optgroup option p pre search section select summary table tbody td tfoot th thead title tr ul',
);
/** Elements that a sibling of their kind closes. */
const CLOSED_BY_SIBLING = words('li dt dd tr td th option p');
/** Elements whose end tags end a cell as well. */
const TABLE = words('table tbody thead tfoot tr body html');
/** Deeper elements count as text of the one above: no page that people read is deeper, and hostile ones are. */
const DEEPEST = 256;

/** Cuts a page into elements and text. It takes any text; what is no tag is text. Linear in its length. */
export function parsePage(source: string): PageTree {
  const require = createRequire(import.meta.url);
  const { Tokenizer } = require('htmlparser2') as typeof import('htmlparser2');
  const root: PageElement = { tag: '', attributes: new Map(), parent: null, children: [] };
  const parts: PagePart[] = [];
  const stack: PageElement[] = [root];
  let hasBlocks = false;
  let tag = '';
  let attributes = new Map<string, string>();
  let attribute = '';
  const top = (): PageElement => stack[stack.length - 1] as PageElement;
  const lineBreak = (name: string, element: PageElement): void => {
    if (!BLOCK.has(name)) return;
    if (name !== 'html' && name !== 'head' && name !== 'body' && name !== 'title') hasBlocks = true;
    parts.push({ kind: 'break', element });
  };
  const open = (): void => {
    if (stack.length > 1 && top().tag === tag && CLOSED_BY_SIBLING.has(tag)) stack.pop();
    else if (top().tag === 'p' && BLOCK.has(tag)) stack.pop();
    const parent = top();
    lineBreak(tag, parent);
    if (stack.length > DEEPEST && !VOID.has(tag)) return;
    const element: PageElement = { tag, attributes, parent, children: [] };
    parent.children.push(element);
    if (tag === 'img') parts.push({ kind: 'picture', element: parent });
    if (!VOID.has(tag)) stack.push(element);
  };
  const close = (name: string): void => {
    lineBreak(name, top());
    for (let i = stack.length - 1; i > 0; i--) {
      const { tag: opened } = stack[i] as PageElement;
      // A stray </div> in a cell does not end the table.
      if ((opened === 'td' || opened === 'th') && !TABLE.has(name) && opened !== name) return;
      if (opened !== name) continue;
      stack.length = i;
      return;
    }
  };
  const callbacks: TokenizerCallbacks = {
    onopentagname(start, end) {
      tag = source.slice(start, end).toLowerCase();
      attributes = new Map();
    },
    onattribname(start, end) {
      attribute = source.slice(start, end).toLowerCase();
      if (!attributes.has(attribute)) attributes.set(attribute, '');
    },
    onattribdata(start, end) {
      attributes.set(attribute, (attributes.get(attribute) as string) + source.slice(start, end));
    },
    onattribentity() {},
    onattribend() {},
    onopentagend: open,
    onselfclosingtag: open,
    onclosetag(start, end) {
      close(source.slice(start, end).trim().toLowerCase());
    },
    ontext(start, end) {
      // The tokenizer tells the rest of an end tag that is never closed (</t会议…) as text from −1.
      if (start < 0) return;
      parts.push({ kind: 'text', start, end, element: top() });
    },
    ontextentity() {},
    oncdata() {},
    oncomment() {},
    ondeclaration() {},
    onprocessinginstruction() {},
    onend() {},
  };
  const tokenizer = new Tokenizer({ decodeEntities: false }, callbacks);
  tokenizer.write(source);
  tokenizer.end();
  return { root, parts, hasBlocks };
}
