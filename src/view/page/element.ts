/** The tags that a page is made of: none of them runs code, loads anything or sends anything. */
export type Tag =
  | 'a'
  | 'article'
  | 'aside'
  | 'b'
  | 'bdi'
  | 'button'
  | 'datalist'
  | 'dd'
  | 'del'
  | 'details'
  | 'dialog'
  | 'div'
  | 'dl'
  | 'dt'
  | 'footer'
  | 'form'
  | 'h1'
  | 'h2'
  | 'h3'
  | 'header'
  | 'i'
  | 'input'
  | 'ins'
  | 'kbd'
  | 'label'
  | 'li'
  | 'main'
  | 'nav'
  | 'ol'
  | 'option'
  | 'p'
  | 'q'
  | 'section'
  | 'select'
  | 'small'
  | 'span'
  | 'summary'
  | 'table'
  | 'tbody'
  | 'td'
  | 'th'
  | 'thead'
  | 'time'
  | 'tr'
  | 'ul';

/** The attributes that an element may have: no handler, no style and no address but `href`. */
export type Attribute =
  | 'autocomplete'
  | 'checked'
  | 'class'
  | 'colspan'
  | 'disabled'
  | 'for'
  | 'hidden'
  | 'href'
  | 'id'
  | 'lang'
  | 'list'
  | 'name'
  | 'open'
  | 'placeholder'
  | 'role'
  | 'scope'
  | 'selected'
  | 'start'
  | 'tabindex'
  | 'title'
  | 'type'
  | 'value'
  | `aria-${string}`
  | `data-${string}`;

/** What an attribute is set to: true stands for the bare attribute; false and null leave it out. */
export type Attributes = Readonly<Partial<Record<Attribute, string | number | boolean | null>>>;

/** What stands in an element: text, which stays text whatever is in it, or elements; null stands for nothing. */
export type Content = string | Tree | null | readonly Content[];

/** An element before it is either HTML (for readers without scripts) or part of a living page: the same code makes both. */
export interface Tree {
  readonly tag: Tag;
  readonly attributes: Attributes;
  readonly content: readonly Content[];
}

/** Addresses lead to places of the report and nowhere else: `#…`, or the pages beside this one. */
const WITHIN = /^(?:(?:index|part-\d{1,6})\.html)?(?:#|$)/u;

/** An element. @throws RangeError for an address that leads out of the report. */
export function h(tag: Tag, attributes: Attributes, ...content: readonly Content[]): Tree {
  const { href } = attributes;
  if (typeof href === 'string' && !WITHIN.test(href)) throw new RangeError(`${href} leads out of the report`);
  return { tag, attributes, content };
}

/** The names of several classes, those that are false or empty left out. */
export const classes = (...names: readonly (string | false | null)[]): string =>
  names.filter((name) => name !== false && name !== null && name !== '').join(' ');
