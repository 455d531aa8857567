import type { Content, Tag } from './page/element.ts';

/** Elements without an end tag. */
const VOID: ReadonlySet<Tag> = new Set(['input']);

/** Characters that mean something in HTML, and those that a parser of HTML or UTF-8 would change. */
const SPECIAL = /[&<>"'\0\r\p{Surrogate}]/gu;

const ESCAPED: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
  // HTML can hold no NUL: its picture stands for it.
  '\0': '␀',
  '\r': '&#13;',
};

/** What stands for half of a surrogate pair, which UTF-8 cannot hold either. */
const REPLACEMENT = '\uFFFD';

/** A text as it is written in HTML, between tags or within the quotation marks of an attribute. */
export const escaped = (text: string): string =>
  text.replace(SPECIAL, (character) => ESCAPED[character] ?? REPLACEMENT);

/** Content as HTML. */
export function markupOf(content: Content): string {
  if (content === null) return '';
  if (typeof content === 'string') return escaped(content);
  if (isList(content)) return content.map(markupOf).join('');
  const attributes = Object.entries(content.attributes).map(([name, value]) =>
    value === false || value === null || value === undefined
      ? ''
      : value === true
        ? ` ${name}`
        : ` ${name}="${escaped(String(value))}"`,
  );
  const open = `<${content.tag}${attributes.join('')}>`;
  return VOID.has(content.tag) ? open : `${open}${content.content.map(markupOf).join('')}</${content.tag}>`;
}

const isList = (content: Content): content is readonly Content[] => Array.isArray(content);

/** A value as JSON that can stand in a script element: nothing in it can end the element or open a comment. */
export const embedded = (value: unknown): string =>
  JSON.stringify(value).replaceAll('<', '\\u003c').replaceAll('\u2028', '\\u2028').replaceAll('\u2029', '\\u2029');
