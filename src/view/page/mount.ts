import type { Content } from './element.ts';

/** Makes content part of a document: elements by name, text as text. Nothing in it is ever read as HTML. */
export function mount(content: Content): Node {
  if (content === null) return document.createDocumentFragment();
  if (typeof content === 'string') return document.createTextNode(content);
  if (isList(content)) {
    const fragment = document.createDocumentFragment();
    for (const one of content) fragment.append(mount(one));
    return fragment;
  }
  const element = document.createElement(content.tag);
  for (const [name, value] of Object.entries(content.attributes)) {
    if (value !== false && value !== null && value !== undefined) {
      element.setAttribute(name, value === true ? '' : String(value));
    }
  }
  for (const one of content.content) element.append(mount(one));
  return element;
}

const isList = (content: Content): content is readonly Content[] => Array.isArray(content);
