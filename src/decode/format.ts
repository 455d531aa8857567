import type { Format } from '../model/document.ts';

/** How a page opens, after white space, comments and processing instructions: <!doctype html>, <html>. */
const OPENING = /<(?:!doctype\s+html|html|head|body)[\s>]/iu;
/** A tag that nobody writes into plain text: </p>, <br/>, <div class="x">. */
const TAG =
  /<(?:\/(?:p|div|span|strong|td|h[1-6]|article|section|font)|br\s?\/?|p|div(?:\s[^<>]{0,200})?|p\s[^<>]{0,200})>/iu;

/** A page opens within so many characters. */
const OPENING_WITHIN = 2048;

/** Whether a text is a page (or a piece of one) or plain. */
export function formatOf(text: string): Format {
  if (!text.includes('<')) return 'text';
  return OPENING.test(text.slice(0, OPENING_WITHIN)) || TAG.test(text) ? 'html' : 'text';
}
