import { describe, expect, it } from 'vitest';
import { type PageElement, type PagePart, parsePage } from '../../src/restore/page-tree.ts';

/** table(tr(td td)), with attributes in square brackets. */
function shown({ tag, attributes, children }: PageElement): string {
  const named = [...attributes].map(([name, value]) => `${name}=${value}`).join(' ');
  const inside = children.map(shown).join(' ');
  return `${tag}${named === '' ? '' : `[${named}]`}${inside === '' ? '' : `(${inside})`}`;
}

/** 甲@td for words in a cell, /td for the edge of a block in it, ▣ for a picture. */
const shownPart = (source: string, part: PagePart): string =>
  part.kind === 'text'
    ? `${source.slice(part.start, part.end)}@${part.element.tag}`
    : `${part.kind === 'break' ? '/' : '▣'}${part.element.tag}`;

type Row = readonly [source: string, elements: string, parts: string, hasBlocks: boolean];

const PAGES: readonly Row[] = [
  ['<p>甲<p>乙', 'p p', '/ 甲@p / 乙@p', true],
  ['<ul><li>甲<li>乙</ul>', 'ul(li li)', '/ /ul 甲@li /ul 乙@li /li', true],
  ['<dl><dt>甲<dd>乙</dl>', 'dl(dt(dd))', '/ /dl 甲@dt /dt 乙@dd /dd', true],
  ['<p>甲<div>乙</div>', 'p div', '/ 甲@p / 乙@div /div', true],
  ['<p>甲<b>乙</b></p>', 'p(b)', '/ 甲@p 乙@b /p', true],
  ['<b>甲<p>乙</b>丙', 'b(p)', '甲@b /b 乙@p 丙@', true],
  [
    '<table><tr><td>甲<td>乙<tr><td>丙</table>',
    'table(tr(td td(tr(td))))',
    '/ /table /tr 甲@td /tr 乙@td /td /tr 丙@td /td',
    true,
  ],
  ['<table><tr><td>甲</div>乙</td></tr></table>', 'table(tr(td))', '/ /table /tr 甲@td /td 乙@td /td /tr /table', true],
  ['<table><tr><td><div>甲</td></tr></table>', 'table(tr(td(div)))', '/ /table /tr /td 甲@div /div /tr /table', true],
  ['<table><tr><th>甲</p>乙</th></tr></table>', 'table(tr(th))', '/ /table /tr 甲@th /th 乙@th /th /tr /table', true],
  ['<table><tr><td>甲</table>乙', 'table(tr(td))', '/ /table /tr 甲@td /td 乙@', true],
  ['<td>甲</td>', 'td', '/ 甲@td /td', true],
  ['<br>甲<br/>乙', 'br br', '/ 甲@ / 乙@', true],
  ['<img src="a.jpg">甲', 'img[src=a.jpg]', '▣ 甲@', false],
  ['<hr>甲', 'hr', '/ 甲@', true],
  ['<input value=1>甲', 'input[value=1]', '甲@', false],
  ['<p title="a&amp;b">甲</p>', 'p[title=a&amp;b]', '/ 甲@p /p', true],
  ['甲</p>乙', '', '甲@ / 乙@', true],
  ['甲</ p >乙', '', '甲@ 乙@', false],
  ['</b></i>甲', '', '甲@', false],
  [
    '<select><option>甲<option>乙</select>',
    'select(option option)',
    '/ /select 甲@option /select 乙@option /option',
    true,
  ],
  ['<span>甲<span>乙</span></span>', 'span(span)', '甲@span 乙@span', false],
  [
    '<html><head><title>甲</title></head><body>乙</body></html>',
    'html(head(title) body)',
    '/ /html /head 甲@title /title /head /html 乙@body /body /html',
    false,
  ],
  ['<b>甲</b>', 'b', '甲@b', false],
  ['<div>甲</div>', 'div', '/ 甲@div /div', true],
  ['a < b > c', '', 'a @ < b > c@', false],
  ['<!-- 甲 -->乙', '', '乙@', false],
  ['<script>if (a<b) {}</script>甲', 'script', 'if (a<b) {}@script 甲@', false],
  ['<style>p{}</style>甲', 'style', 'p{}@style 甲@', false],
  ['<p>甲</P>乙', 'p', '/ 甲@p /p 乙@', true],
  ['<em><strong>甲</em>乙', 'em(strong)', '甲@strong 乙@', false],
];

describe('a page as a tree and as a row of parts', () => {
  it.each(PAGES)('%s', (source, elements, parts, hasBlocks) => {
    const tree = parsePage(source);
    expect(tree.root.children.map(shown).join(' ')).toBe(elements);
    expect(tree.parts.map((part) => shownPart(source, part)).join(' ')).toBe(parts);
    expect(tree.hasBlocks).toBe(hasBlocks);
  });

  it('has elements within elements up to a depth, and text below it', () => {
    const depthOf = (element: PageElement): number => 1 + Math.max(0, ...element.children.map(depthOf));
    const nested = (depth: number): PageElement => parsePage('<div>'.repeat(depth)).root;
    expect(depthOf(nested(255))).toBe(256);
    expect(depthOf(nested(256))).toBe(257);
    expect(depthOf(nested(300))).toBe(257);
    const { root, parts } = parsePage(`${'<div>'.repeat(300)}甲<br><b>乙`);
    expect(depthOf(root)).toBe(258);
    expect(parts.filter(({ kind }) => kind === 'text').map(({ element }) => element.tag)).toEqual(['div', 'div']);
  });
});
