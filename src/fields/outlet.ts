import type { Recognised } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { evidence, type FieldReading, field, plain, z } from './field.ts';
import { isOutlet, isSource, outlets, outletsAtStart } from './outlet-name.ts';

const schema = z.strictObject({ name: z.string().min(1), evidence }).nullable();

/** The source that the article names for itself: in a dateline, a line 来源, a by-line or a stamp at its end. */
export const outlet = field({
  name: 'outlet',
  schema,
  read: (article): FieldReading<z.infer<typeof schema>> => {
    const span =
      first(inDateline(article), inSource(article)) ?? inByline(article) ?? inHeadStamp(article) ?? inStamp(article);
    if (span === null) return { value: null };
    return { value: { name: article.clean.slice(span.start, span.end), evidence: [plain(span)] } };
  },
});

/** The one that stands first: a page that names its source above the text has the text from there. */
const first = (a: Span | null, b: Span | null): Span | null =>
  a === null || b === null ? (a ?? b) : a.start < b.start ? a : b;

/** How far into a text a dateline or a by-line may stand. */
const TOP = 600;

/** 来源：甘肃侨联 · 稿件来源: X · 转自：X */
const SOURCE =
  /(?:(?:信息|文章|稿件|新闻|内容|消息|文字)?来源(?:于)?|转自|转载自|原载于?)[ \u3000]*[:：][ \u3000]*[《“"]?(?<name>[^\s\u3000，,。；;：:|｜/（）()【】[\]》”"]{2,30})/gu;

/** Behind the name of a known sender: its place and day, and 电, 讯 or 消息. 新华社北京1月11日电 · 央视网消息 */
const SENT =
  /^[^，。,；;：:！“\n]{0,14}?(?:[0-9０-９]{1,2}月)?(?:[0-9０-９]{1,2}日)?[ \u3000]?(?:[（(][^）)]{0,20}[）)])?[ \u3000]?(?:综合|专|特)?(?:电|讯|消息|报道)(?![视子力信话影器台网])/u;
/** The same behind any name that opens a line, where only a place may stand between. 四川新闻眉山7月21日讯 · 南开新闻网讯 */
const SENT_FROM_LINE =
  /^(?:\p{Script=Han}{0,6}?[0-9０-９]{1,2}月[0-9０-９]{1,2}日|[ \u3000]?[0-9０-９]{1,2}日)?[ \u3000]?(?:[（(][^）)]{0,20}[）)])?[ \u3000]?(?:综合|专|特)?(?:电|讯|消息)(?=$|[\s\u3000:：,，（(【】“[/|]|记者|通讯员)/u;

/** 长沙晚报掌上长沙9月25日讯: the pages of a newspaper for a telephone. */
const PAGES_OF = /^掌上\p{Script=Han}{2,3}(?=[0-9０-９ \u3000])/u;
/** 某某新闻网-某某融媒体中心（记者 张三）: two names and a by-line. */
const WITH_ANOTHER =
  /^[ \u3000]?[-—－–·/|｜][-—－–]?[\p{Script=Han}]{2,20}?(?:[（(](?:通讯员|[\p{Script=Han}]{0,3}记者)|(?:讯|电|消息)[\s\u3000（(])/u;
/** Words without which there is none of these. */
const SAYS_SENT = /[电讯]|消息|报道/u;
const SAYS_SENT_OR_BY = /[电讯]|消息|记者/u;
/** 某某发布 2015-08-14 08:24: a line of its own above the text. */
const HEAD_STAMP =
  /^(?<name>[\p{Script=Han}A-Za-z·]{4,14})[ \u3000]+(?:19|20)[0-9]{2}[-/.年][0-9]{1,2}[-/.月][0-9]{1,2}日?[ \u3000]+[0-9]{1,2}[:：][0-9]{2}(?:[:：][0-9]{2})?$/u;
/** What the name of an office, a body or a label ends with. */
const NO_HEAD_STAMP = /(?:[部处办室院系科局委会校厂司厅所站组]|时间|日期|发布|编辑|更新|中心|大学|集团|支部)$/u;

/** 新华社记者 张三 · 中国网评论员 · （央视网记者） */
const BYLINE = /^(?<name>[\p{Script=Han}A-Za-z·]{2,20}?)(?:特约|首席|全媒体|见习|本网)?(?:记者|评论员|通讯员)/u;

const SAYS_BY = /记者|评论员|通讯员/u;

/** （新华社） · 据新华社 · （原载《光明日报》） */
const STAMP =
  /(?:[（(【](?:据|原载于?|选自|摘自|转自)?|(?:^|[\s\u3000。])(?:据|原载于?|选自|摘自|转自))[《“]?(?<name>[\p{Script=Han}A-Za-z·]{2,20})[》”]?[）)】]?$/u;
/** 校融媒体中心, 新闻中心: an office that signs. */
const OFFICE = /(?:中心|部|办|处|发布)$/u;

/** The words without which a text names no source: a text has them at a few places or nowhere. */
const NAMES_SOURCE = /来源|转自|转载自|原载/u;

function inSource({ clean }: Recognised): Span | null {
  if (!NAMES_SOURCE.test(clean)) return null;
  for (const match of clean.matchAll(SOURCE)) {
    const name = match.groups?.name ?? '';
    // 资金来源：…, within a sentence: a source stands in brackets, or in a line of notes.
    const before = clean.slice(Math.max(0, match.index - 1), match.index);
    if (before !== '' && !/[\s\u3000（(【[|｜/。，,：:0-9]/u.test(before)) continue;
    const words = name.replace(/(?:作者|浏览量?|点击量?|责编|编辑|本[报网台社刊站]讯)$/u, '');
    if (!isSource(words)) continue;
    // 来源： 点击数：12: a label follows, and no source.
    if (/^[ \u3000]*[:：]/u.test(clean.slice(match.index + match[0].length, match.index + match[0].length + 3)))
      continue;
    const start = match.index + match[0].length - name.length;
    const channel = words.indexOf('·');
    if (channel > 0 && isOutlet(words.slice(0, channel))) return { start, end: start + channel };
    return { start, end: start + words.length };
  }
  return null;
}

function inDateline(article: Recognised): Span | null {
  const top = article.clean.slice(0, TOP);
  // Known names, wherever a headline was run into the first line: …上新台阶新华网西宁7月10日电
  let known = SAYS_SENT.test(top) ? outlets.firstIn(top, 0, top.length) : null;
  while (known !== null) {
    const end = known.end + (PAGES_OF.exec(top.slice(known.end, known.end + 6))?.[0].length ?? 0);
    if (SENT.test(top.slice(end, end + 40))) return { start: known.start, end };
    known = outlets.firstIn(top, known.end, top.length);
  }
  for (const line of article.paragraphs.slice(0, 6)) {
    if (line.start >= TOP) break;
    if (!SAYS_SENT_OR_BY.test(article.clean.slice(line.start, Math.min(line.end, line.start + 63)))) continue;
    const opening = /^[（(【[“据 \u3000]{0,3}/u.exec(article.clean.slice(line.start, line.start + 3))?.[0].length ?? 0;
    const start = line.start + opening;
    const words = article.clean.slice(start, Math.min(line.end, start + 60));
    const names = outletsAtStart(words);
    const isBefore = (rule: RegExp) => (name: string) => rule.test(words.slice(name.length));
    const name = names.find(isBefore(SENT_FROM_LINE)) ?? names.find(isBefore(WITH_ANOTHER));
    if (name !== undefined) return { start, end: start + name.length };
  }
  return null;
}

function inHeadStamp(article: Recognised): Span | null {
  for (const line of article.paragraphs.slice(0, 4)) {
    if (line.end - line.start > 50) continue;
    const name = HEAD_STAMP.exec(article.clean.slice(line.start, line.end))?.groups?.name;
    if (name !== undefined && !NO_HEAD_STAMP.test(name)) return { start: line.start, end: line.start + name.length };
  }
  return null;
}

function inByline(article: Recognised): Span | null {
  const lines = [...article.paragraphs.slice(0, 5), ...article.paragraphs.slice(-2)];
  for (const line of lines) {
    const words = article.clean.slice(line.start, Math.min(line.end, line.start + 40));
    for (const [from, part] of [[line.start, words] as const, ...bracketed(article.clean, line)]) {
      const match = SAYS_BY.test(part) ? BYLINE.exec(part) : null;
      if (match === null) continue;
      const name = match.groups?.name ?? '';
      if (isOutlet(name)) return { start: from, end: from + name.length };
    }
  }
  return null;
}

/** What stands in the brackets that close a line: （新华社记者 张三）. */
function bracketed(text: string, line: Span): readonly (readonly [number, string])[] {
  const tail = text.slice(Math.max(line.start, line.end - 40), line.end);
  const open = Math.max(tail.lastIndexOf('（'), tail.lastIndexOf('('));
  return open < 0 ? [] : [[line.end - tail.length + open + 1, tail.slice(open + 1)]];
}

function inStamp(article: Recognised): Span | null {
  const last = article.paragraphs.at(-1);
  if (last === undefined) return null;
  const tail = article.clean.slice(Math.max(last.start, last.end - 30), last.end);
  if (outlets.has(tail) || (tail.length === last.end - last.start && isOutlet(tail) && !OFFICE.test(tail)))
    return { start: last.end - tail.length, end: last.end };
  const match = STAMP.exec(tail);
  const name = match?.groups?.name ?? '';
  if (!isOutlet(name) || OFFICE.test(name)) return null;
  const start = last.end - tail.length + tail.lastIndexOf(name);
  return { start, end: start + name.length };
}
