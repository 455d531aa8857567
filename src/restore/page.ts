import type { PageFacts } from '../model/document.ts';
import type { Edit } from '../model/edit.ts';
import { entitiesIn } from './entities.ts';
import { isHan } from './han.ts';
import { lineKind, linesOf, type PageLine, type Piece, type Survey, survey, within, wordsOf } from './page-lines.ts';
import { type PageElement, type PageTree, parsePage } from './page-tree.ts';
import type { Rule } from './rule.ts';

/** 来源：县融媒体中心　发布时间… → 县融媒体中心 */
const SOURCE =
  /(?:信息|文章|新闻|稿件)?(?:来源|稿源|出处)[:：][\s\u3000]{0,8}(?<outlet>[^\s\u3000|｜：:，,；;。【[（()）】\]]{2,30}?)(?=[\s\u3000|｜，,；;。【[（()）】\]]|(?:作者|编辑|责编|责任编辑|时间|日期|字体|字号|点击|浏览|阅读|访问)(?:次数|量|数)?[:：]|发布(?:时间|日期|于|者)|(?:点击|浏览|阅读|访问)(?:次数|量|数)|$)/u;
/** 来源：… with a name behind it, however it ends. */
const NAMES_SOURCE = /(?:来源|稿源|转自)[:：][\s\u3000]{0,8}\p{Script=Han}/u;
/** 发布时间：2024-10-20 10:11, 2024年10月20日 */
const DAY =
  /(?<day>(?:19|20)\d{2}(?:[-/.]\d{1,2}[-/.]\d{1,2}|年\d{1,2}月\d{1,2}日?)(?:[\s\u3000T]{1,3}\d{1,2}:\d{2}(?::\d{2})?)?)/u;
const LABELLED_DAY = new RegExp(
  `(?:发布|发表|发文|更新|录入|添加)?(?:时间|日期|于)[:：]?[\\s\\u3000]{0,3}${DAY.source}`,
  'u',
);
/** What only a line about the article has: 作者：… · 浏览次数 · 发布时间：2024-03-05 · 日期：2024年3月5日 */
const ABOUT =
  /(?:来源|稿源|出处|作者|浏览|点击|阅读|访问|字体|字号|编辑|责编)[^:：，,]{0,3}[:：]|(?:浏览|点击|阅读)(?:次数|量|数)|(?:发布|发表|发文|更新|录入|添加)(?:时间|日期)|(?:时间|日期)[:：][\s\u3000]{0,3}(?:19|20)\d{2}[-/.年]/u;
/** A line that opens with a day and has no sentence behind it: 2024-03-05 10:11　县融媒体中心 */
const DAY_LINE = /^\D{0,6}(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}[^，,；;]{0,60}$/u;
/** A name with its day and hour, as papers on telephones stamp what they send: 某某发布 2024-03-05 10:11. It names the source. */
const STAMP =
  /^[\p{Script=Han}A-Za-z·]{4,14}[ \u3000]+(?:19|20)\d{2}[-/.年]\d{1,2}[-/.月]\d{1,2}日?[ \u3000]+\d{1,2}[:：]\d{2}/u;
/** A longer line is a paragraph, whatever it mentions. */
const LONGEST_ABOUT = 120;

/**
 * Keeps of a page what is its article: the headline, the line that names the source, and the paragraphs.
 *
 *     <h1>全县会议召开</h1><p>会议强调…</p><div class="share">…</div>  →  全县会议召开 ⏎ 会议强调…
 */
export const page: Rule = {
  id: 'restore/page',
  repair: 'page',
  certainty: 'likely',
  format: 'html',
  examples: [
    {
      damaged:
        '<html><head><title>全县教育工作会议召开-某某县人民政府</title></head><body><div class="nav"><a href="/">首页</a></div><h1>全县教育工作会议召开</h1><div class="info">发布时间：2024-03-05　来源：县融媒体中心　浏览次数：12</div><div id="zoom"><p>　　3月4日，全县教育工作会议召开，县长赵一鸣出席并讲话。</p><p>会议强调，要&ldquo;稳中求进&rdquo;。</p></div><div class="share">分享到：<a>微博</a></div></body></html>',
      clean:
        '全县教育工作会议召开\n来源：县融媒体中心\n3月4日，全县教育工作会议召开，县长赵一鸣出席并讲话。\n会议强调，要“稳中求进”。',
    },
    { damaged: '<p>会议<b>强调</b>，要落实。</p><p>会议<br>要求</p>', clean: '会议强调，要落实。\n会议\n要求' },
    { damaged: '全县会议召开\n会议<strong>强调</strong>，要落实。', clean: '全县会议召开\n会议强调，要落实。' },
  ],
  find(text) {
    const { lines } = readPage(text);
    return editsBetween(text, lines);
  },
};

/** The lines of a page that are its article, and what the page says about itself. */
interface PageReading {
  readonly lines: readonly (readonly Piece[])[];
  readonly facts: PageFacts;
}

/** What a page says about itself: in its meta tags, its JSON-LD, and the line under its headline. */
export const factsOf = (source: string): PageFacts => readPage(source).facts;

/** The last page read: its lines and its facts are asked for one after the other. */
let last: { readonly source: string; readonly reading: PageReading } | null = null;

function readPage(source: string): PageReading {
  if (last?.source !== source) last = { source, reading: readAnew(source) };
  return last.reading;
}

function readAnew(source: string): PageReading {
  const tree = parsePage(source);
  const measures = survey(source, tree);
  const all = linesOf(source, tree, measures);
  const main = mainElement(tree, measures);
  const title = titleOf(source, tree);
  const headline = headlineAmong(all, main, title.text) ?? lineAboveAbout(all, title.text);
  const lines: (readonly Piece[])[] = [];
  const body: PageLine[] = [];
  for (const line of all) {
    if (!isInside(line.element, main) || line === headline) continue;
    // Whatever stands above the headline in the same element is a path or a heading of the site.
    const isAbove = headline !== null && isInside(headline.element, main) && startOf(line) < startOf(headline);
    if (isAbove && !isParagraph(line)) continue;
    const kind = line.text.length <= LONGEST_ABOUT ? lineKind(line.plain) : undefined;
    if (kind === 'end' && line.text.length <= 20 && body.length > 0) break;
    if (kind !== undefined || isLinks(line) || isCaption(line)) continue;
    body.push(line);
  }
  // A page of nothing but links and labels is kept whole: better too much than nothing.
  if (body.length === 0) for (const line of all) if (line !== headline) body.push(line);
  const first = body.find((line) => !isAbout(line));
  // Between two paragraphs stands the article itself: 时间：… 地点：… of a meeting that is announced.
  const opening = body.find(isParagraph);
  const closing = body.findLast(isParagraph);
  const isWithin = (line: PageLine): boolean =>
    opening !== undefined &&
    closing !== undefined &&
    startOf(opening) < startOf(line) &&
    startOf(line) < startOf(closing);
  const about = all.filter((line) => isAbout(line) && !isWithin(line));
  const aboutIt = new Set(about);
  const from = headline === null ? 0 : startOf(headline);
  if (headline !== null) lines.push(headline.pieces);
  else if (title.pieces.length > 0 && first?.text !== title.text) lines.push(title.pieces);
  const kept = new Set(body);
  for (const line of all) {
    // A headline may name the source itself: 全县要闻　来源：某某融媒.
    if (line === headline) continue;
    if (aboutIt.has(line)) {
      const source = SOURCE.exec(line.plain);
      const isHere = kept.has(line) || (startOf(line) >= from && first !== undefined && startOf(line) < startOf(first));
      // What is said of the source in other words than these stays as it is.
      if (source === null && isHere && (STAMP.test(line.plain) || NAMES_SOURCE.test(line.plain)))
        lines.push(line.pieces);
      if (source !== null && isHere) lines.push(slice(line.pieces, source.index, source.index + source[0].length));
      continue;
    }
    if (kept.has(line)) lines.push(line.pieces);
  }
  // A heading that stands below what is kept stays there: the lines keep the order of the page.
  lines.sort(([a], [b]) => (a as Piece).start - (b as Piece).start);
  return { lines, facts: factsFrom(source, tree, about, headline?.text ?? title.text) };
}

const startOf = (line: PageLine): number => (line.pieces[0] as Piece).start;

function isInside(element: PageElement, outer: PageElement): boolean {
  for (let at: PageElement | null = element; at !== null; at = at.parent) if (at === outer) return true;
  return false;
}

const isAbout = (line: PageLine): boolean =>
  line.text.length <= LONGEST_ABOUT &&
  (ABOUT.test(line.plain) || DAY_LINE.test(line.plain)) &&
  !/[。！？]/u.test(line.text);

/** A line with a sentence in it. */
const isParagraph = ({ text }: PageLine): boolean => /[。！？]/u.test(text) && hanIn(text) >= 10;

/** Lists of links: related articles, paths, pages. A link in a sentence is none. */
const isLinks = ({ text, linked, links }: PageLine): boolean =>
  linked * 10 >= text.length * 8 && (links > 1 || !/[，。]/u.test(text)) && text.length < 60 * links;

/** How a caption opens wherever it stands: 图为…, ▲… */
const CAPTION = /^(?:图为|图片说明|图[:：]|▲|△|◎|↑)/u;
/** Longer lines below a picture are paragraphs. */
const LONGEST_CAPTION = 60;
const LONGEST_CENTRED = 30;

/** The words below a picture: they say so, or are a few centred ones without a sentence's end. */
const isCaption = (line: PageLine): boolean =>
  line.isBelowPicture &&
  line.text.length <= LONGEST_CAPTION &&
  (CAPTION.test(line.plain) ||
    (line.text.length <= LONGEST_CENTRED && isCentred(line.element) && !/[。！？；：]$/u.test(line.text)));

function isCentred(element: PageElement): boolean {
  for (let at: PageElement | null = element, depth = 0; at !== null && depth < 4; at = at.parent, depth++) {
    if (at.tag === 'center' || at.attributes.get('align') === 'center') return true;
    if (/text-align\s?:\s?center/u.test(at.attributes.get('style') ?? '')) return true;
  }
  return false;
}

/** Elements that hold paragraphs; an article is never a single paragraph or link inside one. */
const HOLDERS = new Set('html body div table tbody tr td article section main center form font span dl dd'.split(' '));

/** The only <article> of a page, or the smallest element that holds most of its sentences. */
function mainElement(tree: PageTree, { prose, spoken, isUnread }: Survey): PageElement {
  const articles: PageElement[] = [];
  for (const element of elementsOf(tree.root)) {
    if (element.tag === 'article' && (prose.get(element) ?? 0) > 0) articles.push(element);
  }
  let main = articles.length === 1 ? (articles[0] as PageElement) : tree.root;
  for (;;) {
    const whole = prose.get(main) ?? 0;
    const next = main.children.find(
      (child) => HOLDERS.has(child.tag) && !isUnread(child) && (prose.get(child) ?? 0) * 10 >= whole * 7,
    );
    if (whole === 0 || next === undefined) return main;
    // Paragraphs are written in elements that are alike; the longest of them is not the article.
    const isParted = (one: PageElement): boolean => (next.tag === 'tr' ? prose : spoken).has(one);
    const isOther = (one: PageElement): boolean => one !== next && isAlike(one, next) && !isUnread(one);
    if (next.tag !== 'td' && main.children.some((one) => isOther(one) && isParted(one))) return main;
    main = next;
  }
}

/** Whether two elements of one parent say the same of themselves, as the paragraphs of an article do. */
const isAlike = (a: PageElement, b: PageElement): boolean =>
  a.tag === b.tag && ['class', 'id'].every((name) => a.attributes.get(name) === b.attributes.get(name));

/** The headline: an <h1>, else an element that is named a title, else a lesser heading that the page's title opens with. */
function headlineAmong(lines: readonly PageLine[], main: PageElement, title: string): PageLine | null {
  const firstOfMain = lines.find((line) => isInside(line.element, main) && /[。！？]/u.test(line.text));
  const before = lines.filter(
    (line) =>
      (firstOfMain === undefined || startOf(line) < startOf(firstOfMain)) &&
      hanIn(line.text) >= 4 &&
      line.text.length <= 80,
  );
  const matches = ({ text }: PageLine): boolean => title !== '' && (title.startsWith(text) || text.startsWith(title));
  const isNamed = ({ element }: PageLine): boolean => {
    for (let at: PageElement | null = element, depth = 0; at !== null && depth < 3; at = at.parent, depth++) {
      if (wordsOf(at).some((word) => /^(?:arti?)?(?:title|headline|biaoti|tit|bt)$/u.test(word))) return true;
    }
    return false;
  };
  const headings = before.filter((line) => within(line.element, 'h1') !== null && line.linked === 0);
  const named = before.filter((line) => isNamed(line) && line.linked === 0 && !isAbout(line));
  const lesser = before.filter((line) => ['h2', 'h3', 'h4'].some((tag) => within(line.element, tag) !== null));
  return (
    headings.find(matches) ??
    named.find(matches) ??
    lesser.find(matches) ??
    before.find((line) => line.linked === 0 && matches(line) && line.text.length >= 8) ??
    headings[headings.length - 1] ??
    named[named.length - 1] ??
    // 会议简报, 新页面: a title that says nothing; the centred line above the text does.
    (hanIn(title) >= 8 ? null : before.find((line) => isHeadlineLike(line) && isCentred(line.element))) ??
    null
  );
}

const isHeadlineLike = (line: PageLine): boolean =>
  line.linked === 0 &&
  !line.isBelowPicture &&
  !isAbout(line) &&
  hanIn(line.text) >= 6 &&
  !/[。；，：]$/u.test(line.text);

/** On pages that name nothing, the line right above 来源：…　日期：… is the headline. */
function lineAboveAbout(lines: readonly PageLine[], title: string): PageLine | null {
  const at = lines.findIndex((line) => isAbout(line) || isParagraph(line));
  const above = lines[at - 1];
  if (title !== '' || above === undefined || above.linked > 0 || isParagraph(lines[at] as PageLine)) return null;
  return hanIn(above.text) >= 6 && above.text.length <= 60 && !/[。；]$/u.test(above.text) ? above : null;
}

function hanIn(text: string): number {
  let count = 0;
  for (let i = 0; i < text.length; i++) if (isHan(text.charCodeAt(i))) count++;
  return count;
}

/** The page's <title> without the name of the site behind it: 全县会议召开_某某网 → 全县会议召开. */
function titleOf(source: string, tree: PageTree): { text: string; pieces: readonly Piece[] } {
  const part = tree.parts.find((one) => one.kind === 'text' && one.element.tag === 'title');
  if (part === undefined || part.kind !== 'text') return { text: '', pieces: [] };
  const raw = source.slice(part.start, part.end);
  const lead = raw.length - raw.trimStart().length;
  const cut = raw.slice(lead).search(/\s{0,4}(?:[_|｜\n\r]|\s[-–—]\s?|--?(?=[^-]{2,20}$)|——(?=[^—]{2,16}$)|&)/u);
  const text = raw.slice(lead, cut < 0 ? undefined : lead + cut).trimEnd();
  if (hanIn(text) < 4) return { text: '', pieces: [] };
  const start = part.start + lead;
  return { text, pieces: [{ start, end: start + text.length, text }] };
}

/** A stretch of a line, by the offsets in what it says. */
function slice(pieces: readonly Piece[], start: number, end: number): readonly Piece[] {
  const found: Piece[] = [];
  let at = 0;
  for (const piece of pieces) {
    const from = Math.max(start - at, 0);
    const to = Math.min(end - at, piece.text.length);
    at += piece.text.length;
    if (from >= to) continue;
    const isVerbatim = piece.end - piece.start === piece.text.length;
    found.push(
      isVerbatim ? { start: piece.start + from, end: piece.start + to, text: piece.text.slice(from, to) } : piece,
    );
  }
  return found;
}

/** The edits that leave nothing of a page but these lines, with a line break between two. */
function editsBetween(source: string, lines: readonly (readonly Piece[])[]): readonly Edit[] {
  const edits: Edit[] = [];
  let at = 0;
  const put = (start: number, end: number, replacement: string): void => {
    if (source.slice(start, end) !== replacement) edits.push({ start, end, replacement, rule: page.id });
  };
  lines.forEach((pieces, index) => {
    pieces.forEach((piece, i) => {
      put(at, piece.start, i === 0 && index > 0 ? '\n' : '');
      put(piece.start, piece.end, piece.text);
      at = piece.end;
    });
  });
  put(at, source.length, '');
  return edits;
}

/** Meta tags by what they tell. source: Open Graph, schema.org, GB/T and government site standards (国办发〔2017〕47号) */
const TITLE_TAGS = ['articletitle', 'og:title', 'headline'];
const DAY_TAGS = [
  'pubdate',
  'publishdate',
  'article:published_time',
  'og:release_date',
  'datepublished',
  'publish_time',
  'weibo:article:create_at',
  'date',
];
const OUTLET_TAGS = ['contentsource', 'source', 'mediaid', 'article:source'];

function factsFrom(source: string, tree: PageTree, about: readonly PageLine[], headline: string): PageFacts {
  const meta = new Map<string, string>();
  const linked: unknown[] = [];
  for (const element of elementsOf(tree.root)) {
    if (element.tag === 'meta') {
      const name =
        element.attributes.get('name') ?? element.attributes.get('property') ?? element.attributes.get('itemprop');
      const content = written(element.attributes.get('content') ?? '');
      if (name !== undefined && content !== '' && !meta.has(name.toLowerCase())) meta.set(name.toLowerCase(), content);
    }
  }
  for (const part of tree.parts) {
    if (part.kind !== 'text' || part.element.tag !== 'script') continue;
    if (!(part.element.attributes.get('type') ?? '').includes('ld+json')) continue;
    try {
      linked.push(JSON.parse(source.slice(part.start, part.end)));
    } catch {
      // A page with broken JSON-LD says nothing there; its text is read all the same.
    }
  }
  const among = (names: readonly string[]): string | undefined =>
    names.map((name) => meta.get(name)).find((value) => value !== undefined);
  const day = (line: PageLine, pattern: RegExp): string | undefined => pattern.exec(line.plain)?.groups?.day;
  return {
    title: nonEmpty(headline) ?? among(TITLE_TAGS) ?? stringIn(linked, 'headline'),
    published:
      among(DAY_TAGS) ??
      stringIn(linked, 'datePublished') ??
      about.map((line) => day(line, LABELLED_DAY)).find((found) => found !== undefined) ??
      about.map((line) => day(line, DAY)).find((found) => found !== undefined) ??
      null,
    outlet:
      about.map((line) => SOURCE.exec(line.plain)?.groups?.outlet).find((found) => found !== undefined) ??
      among(OUTLET_TAGS) ??
      accountOf(source, tree) ??
      publisherIn(linked),
  };
}

/** The account of a WeChat article, by the name of the element that has had it since 2014. */
function accountOf(source: string, tree: PageTree): string | undefined {
  const part = tree.parts.find((one) => one.kind === 'text' && one.element.attributes.get('id') === 'js_name');
  return part?.kind === 'text' ? nonEmpty(source.slice(part.start, part.end).trim()) : undefined;
}

const nonEmpty = (text: string): string | undefined => (text === '' ? undefined : text);

function* elementsOf(root: PageElement): Generator<PageElement> {
  const open = [root];
  for (let element = open.pop(); element !== undefined; element = open.pop()) {
    yield element;
    for (let i = element.children.length - 1; i >= 0; i--) open.push(element.children[i] as PageElement);
  }
}

/** An attribute as it is meant, with its entities written out. */
function written(value: string): string {
  let text = '';
  let at = 0;
  for (const edit of entitiesIn(value)) {
    text += value.slice(at, edit.start) + edit.replacement;
    at = edit.end;
  }
  return (text + value.slice(at)).trim();
}

/** The name of the publisher in JSON-LD. */
function publisherIn(values: readonly unknown[], depth = 0): string | null {
  for (const value of values) {
    if (typeof value !== 'object' || value === null || depth > 4) continue;
    if (!Array.isArray(value) && Object.hasOwn(value, 'publisher')) {
      const name = stringIn([(value as Record<string, unknown>).publisher], 'name');
      if (name !== null) return name;
    }
    const inside = publisherIn(Object.values(value), depth + 1);
    if (inside !== null) return inside;
  }
  return null;
}

/** The first text under a key in JSON-LD, a few levels deep. */
function stringIn(values: readonly unknown[], key: string, depth = 0): string | null {
  for (const value of values) {
    if (typeof value !== 'object' || value === null || depth > 4) continue;
    if (!Array.isArray(value) && Object.hasOwn(value, key)) {
      const found = (value as Record<string, unknown>)[key];
      if (typeof found === 'string' && found.trim() !== '') return found.trim();
    }
    const inside = stringIn(Object.values(value), key, depth + 1);
    if (inside !== null) return inside;
  }
  return null;
}
