import type { Span } from '../model/span.ts';

/** How a meeting was held: with everybody there, over a wire, or both. */
export type Mode = 'in-person' | 'video' | 'hybrid';

/** 以线上线下相结合方式 · 线下+线上: some are there, some are not. */
const HYBRID =
  /线[上下][、+＋与和及/]?(?:同步|的)?线[上下](?:相?结合|同步|融合|同时)?(?:的)?(?:方式|形式)?|现场(?:会议)?[、+＋与和及](?:视频|线上|网络|远程)(?:会议|连线|相结合)*(?:的)?(?:方式|形式)?/u;
/** 以视频形式召开 · 电视电话会议 · 通过腾讯会议召开 · 线上举行 */
const VIDEO =
  /(?:以|采取|采用|通过)(?:网络|远程)?(?:视频|电视电话|线上|云端|网络|腾讯会议|钉钉|在线)(?:会议|会商|直播|平台|连线)?(?:的)?(?:方式|形式|系统|软件)?(?:线上)?(?:组织|主持|成功|顺利)?(?:召开|举行|举办|开展|进行|出席|开到|开至)|(?:在)?(?:线上|云端|在线|网上)(?:组织|成功|顺利)?(?:召开|举行|举办|开幕)|(?:网络)?视频(?:调度|连线|推进|动员|培训|研讨|座谈|工作)?会议?(?!室|平台|系统)|电视电话会议?|线上(?:工作|专题|推进|座谈|研讨|培训)?会议?/u;
const VIDEO_BEFORE = /(?:全[国省市县区]|传达|贯彻|落实|学习|精神|收听|收看|上级|参加|按照|根据)[^，,。；;]{0,30}$/u;

/** What any words of the kind have. */
const MAY_SAY = /线|视频|现场|电视|云端|网|腾讯|钉钉/u;

/** How the meeting was held, with the words that say so; null when none do, and it was held as meetings are. */
export function modeOf(text: string, lead: readonly Span[], name: Span | null): { mode: Mode; span: Span } | null {
  const telling = lead.filter(({ start, end }) => MAY_SAY.test(text.slice(start, end)));
  for (const stretch of telling) {
    const words = text.slice(stretch.start, stretch.end);
    const hybrid = HYBRID.exec(words);
    if (hybrid !== null) return { mode: 'hybrid', span: spanOf(stretch, hybrid) };
  }
  if (name !== null) {
    const video = VIDEO.exec(text.slice(name.start, name.end));
    if (video !== null) return { mode: 'video', span: spanOf(name, video) };
  }
  for (const stretch of telling) {
    const video = VIDEO.exec(text.slice(stretch.start, stretch.end));
    if (video === null) continue;
    // 传达全省电视电话会议精神: another meeting.
    if (
      /会议?$/u.test(video[0]) &&
      (name !== null || VIDEO_BEFORE.test(text.slice(stretch.start, stretch.start + video.index)))
    )
      continue;
    return { mode: 'video', span: spanOf(stretch, video) };
  }
  return null;
}

const spanOf = (stretch: Span, match: RegExpExecArray): Span => ({
  start: stretch.start + match.index,
  end: stretch.start + match.index + match[0].length,
});
