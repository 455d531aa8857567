import { CharacterSet } from '../lexicon/character-set.ts';
import type { Segmented } from '../model/document.ts';
import type { TimeMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';

/** 电, 讯 or 消息 behind the day: 新华社北京1月11日电 · 眉山7月21日讯 · 3月5日综合消息 */
const WIRE_BEHIND = /^[ \u3000]?(?:[（(][^）)]{0,20}[）)])?[ \u3000]?(?:综合|专|特|晚间|专题)?(?:电|讯|消息)/u;
const OPENS_WIRE = new CharacterSet(' \u3000（(综专特晚电讯消');
/** The sender before it, with its place: 新华社北京, 本报, 据人民网, or nothing at the opening of a line. */
const SENDER_BEFORE = /(?:[社网报台闻线]|客户端|融媒|传媒)[^，。,；;：:]{0,12}$/u;
/** 发布时间：2024-10-20 · 更新于2024-10-20 · 日期: */
const PUBLISHED_BEFORE = /(?:(?:发布|更新|发表|发稿|编辑|上传|录入|刊发)(?:时间|日期)?|日期)[于：:]?[ \u3000]*$/u;
/** 2024-10-20 08:00 */
const CLOCK_BEHIND = /^日?[ \u3000T]*[0-9]{1,2}[:：][0-9]{2}/u;

/** 2024年10月20日 星期日 */
const WEEKDAY_BEHIND = /^[ \u3000]*(?:星期|周)[一二三四五六日天]/u;

/** Whether a day is the dateline's: that on which the report was sent. */
export function isDateline(text: string, mention: Span): boolean {
  if (!OPENS_WIRE.has(text.charCodeAt(mention.end)) || !WIRE_BEHIND.test(text.slice(mention.end, mention.end + 30)))
    return false;
  const before = lineBefore(text, mention.start);
  return before.trim() === '' || SENDER_BEFORE.test(before);
}

/** Whether a day is a stamp: that on which the report was put out, or that stands alone in a line of its own. */
export function isStamp(article: Pick<Segmented, 'clean' | 'paragraphs'>, mention: TimeMention): boolean {
  if (mention.from.year === null || mention.from.day === null || mention.to !== null) return false;
  const text = article.clean;
  const before = lineBefore(text, mention.start);
  if (PUBLISHED_BEFORE.test(before)) return true;
  const after = text.slice(mention.end, mention.end + 12);
  if (mention.rule === 'time/numeric-day' && CLOCK_BEHIND.test(after)) return true;
  const stop = after.replace(WEEKDAY_BEHIND, '')[0];
  const ends = stop === undefined || stop === '\n' || stop === '\r' || stop === '）' || stop === ')';
  // 某某学院 2024年10月20日, and the day alone: a signature at the end, or a line of its own at the top.
  return ends && /^[^，。,；;：:、]{0,20}$/u.test(before) && !/(?:于|在|会议|活动|时间)$/u.test(before);
}

/** The words of the line before a place, no more than a dateline has. */
function lineBefore(text: string, at: number): string {
  const words = text.slice(Math.max(0, at - 40), at);
  const line = Math.max(words.lastIndexOf('\n'), words.lastIndexOf('\r'));
  return line < 0 ? words : words.slice(line + 1);
}
