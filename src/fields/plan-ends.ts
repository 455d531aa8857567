import type { Recognised } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { peopleWithin } from './people-within.ts';

/** The article turns from what was asked for to somebody who speaks (会议强调， · 李某某在讲话中指出，). */
const SPEAKER =
  /^[^，,；;：:。]{0,40}?(?:强调|指出|要求|表示|认为|希望|提出|谈到|介绍|说道|宣布|主持|讲话|发言|总结|致辞|作表态|汇报|交流|通报|传达|宣读)(?:说|道|指出|强调|要求)?[了，,：:]/u;
/** It turns to what came next or to who was there. */
const NEXT =
  /^(?:最后|会上|会后|会前|会议|大会|座谈会|随后|接着|其间|期间|当天|据悉|据了解|据介绍|下一步|活动|仪式|培训|与会|参会|出席|参加|列席|各.{0,20}(?:参加|出席)|[（(](?:记者|文|图|通讯员|来源|供稿|作者|撰稿|编辑|责编)|来源[：:]|责任编辑|编辑[：:]|审核[：:]|文[/／：:]|图[/／：:]|近日[，,]|\d{1,2}月\d{1,2}日)/u;
/** Somebody takes part in something (市领导…出席会议。 …主要负责人参加。). */
const PRESENT =
  /(?:出席|参加|列席|主持)(?:了)?(?:会议|座谈会|活动|学习|仪式|会见|本次[^，,。]{0,12}|此次[^，,。]{0,12}|大会|[^，,。]{0,6}会)?(?:[。，,;；]|并)/u;
/** A sentence that asks for more speaks on. */
const ASKS = /^(?:要|必须|务必|坚持|坚决|加强|切实|确保|同时[，,]?要|进一步|充分|积极|努力|各级|全[市县省区校院]上下)/u;

/** Whether a sentence behind an item no longer belongs to it. */
export function endsItem(article: Recognised, sentence: Span): boolean {
  const words = article.clean.slice(sentence.start, Math.min(sentence.end, sentence.start + 120));
  if (NEXT.test(words)) return true;
  if (ASKS.test(words)) return false;
  if (SPEAKER.test(words) || PRESENT.test(words)) return true;
  // Somebody is named at its head: the article tells of a person again.
  const [person] = peopleWithin(article, sentence);
  return person !== undefined && person.phrase.start === sentence.start;
}
