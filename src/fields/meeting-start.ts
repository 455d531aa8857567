import { CharacterSet, SPACES } from '../lexicon/character-set.ts';
import type { Span } from '../model/span.ts';
import { closing, OPENERS } from './clause.ts';

/** 10月19日 · 3日至5日 · 2013年12月31日 */
const DATE =
  /^(?:当地时间)?(?:(?:\d{4}|[二〇○零一九]{4})年)?(?:\d{1,2}月|[一二三四五六七八九十]{1,2}月)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?:(?:至|到|[-—~～–]{1,2})(?:\d{1,2}月)?\d{1,2}[日号])?/u;
const RELATIVE_DAY =
  /^(?:今[天日晚晨]|昨[天日晚]|前[天日]|近日|日前|当[天日晚]|近期|月底|月初|年初|年底|岁末年初|连日来|同日|同期|随后|目前|前不久|不久前|本周[一二三四五六日天]?|本月|会后|会前|期间)/u;
/** 上午 · 下午3时 · 10:00 */
const TIME_OF_DAY =
  /^(?:上午|下午|晚上?|中午|早上|凌晨|清晨|夜间|傍晚)?(?:\d{1,2}(?:[:：]\d{2}|[点时](?:\d{1,2}分?|半)?))?(?=.)/u;
const BRACKET = /^[（(][^（）()]{0,20}[）)]/u;
/** 新华社北京4月18日电 · 本网讯（通讯员 某某） */
const DATELINE =
  /^(?:据)?[^，,。；;：:！？“《]{0,24}?(?:\d日|社|网|报|台|客户端|中心|月\d{1,2}日)[^，,。；;：:！？“《]{0,6}?(?:电|讯|消息|报道)(?!视|话|子|影|力|商|气|网|站|信)[\s：:]*(?:[（(【[][^（）()【】]{0,30}[）)】\]])?\s*/u;
/** What a dateline must have. */
const SENT = /电|讯|消息|报道/u;
/** 此次会议, 随后的座谈会 */
const DEICTIC =
  /^(?:此次|本次|这次|该次|该项目的|该|上述|这场|这一|其中|同时|另外|首先|接着|最后|之后|而|当|为|据悉|在?随后的|随后)/u;
/** 一场研讨会 */
const COUNT = /^(?:全[体程]参加的)?又?(?:一|两|三|多)[场次个期](?!性|中)/u;
/** 我校二届六次教代会: whose meeting it is, as those who write see it. */
export const OURS = /^我[国省市州县区旗盟镇乡街校院系厂矿局司团所会](?!们)/u;
const DEICTIC_YEAR = /^(?:本年度|本学期|本季度|本年|今年)/u;
/** An attribute that tells about the meeting and is no part of its name (由…主办的, 以“…”为主题的, 为期两天的, 致信祝贺). */
const ATTRIBUTE =
  /(?:主办|承办|协办|组织|举办|发起|牵头|召集|参加|主持|组成|为主题|为题|为主线|主题为[^的]{1,40}|题为[^的]{1,40}|名为[^的]{1,40}|为期[^的]{1,6}|隆重|热烈|简短|盛大|特殊|别开生面|难忘|生动|项目|关注|瞩目|期待|期盼)的|(?:致[信电函])?祝贺/gu;
/** 在 in these is no preposition (存在, 在建). */
export const NOT_AT = /(?:[存所正现实好旨内潜自]在$)|^在(?:建|职|编|岗|读|册|籍|押|逃)/u;

/** Marks before a name that are none of it. */
const LEADING = new CharacterSet(SPACES, '，,、。；：:·•●的）)】');
const BRACKETS = new CharacterSet('（(');
/** What a day, a word that points (此次) or a count opens with. */
const LEADS_IN = new CharacterSet(
  '0123456789二〇○零一九三四五六七八十当今昨前近日月年岁连同随目不本会期此这该上其另首接最之而为据在全又两多',
);
/** A space that may part two phrases. */
const GAP = new CharacterSet(' \u3000');
const GAPS_OR_OPENERS = new CharacterSet(GAP, OPENERS);
/** 在 and 从, behind which a meeting may stand that something was said at. */
const PREPOSITIONS = new CharacterSet('在从');
const PREPOSITIONS_OR_OPENERS = new CharacterSet(PREPOSITIONS, OPENERS);

/** Leaves out what stands before a name: datelines, days, 此次, 一场, attributes. */
export function trimLeft(text: string, from: number, to: number, head: Span): number {
  let start = from;
  const whole = text.slice(start, to);
  const line = SENT.test(whole) ? DATELINE.exec(whole) : null;
  if (line !== null) start += line[0].length;
  const rest = text.slice(start, head.start);
  if (/[的贺]/u.test(rest)) {
    let attribute = 0;
    for (const hit of rest.matchAll(ATTRIBUTE)) attribute = hit.index + hit[0].length;
    start += attribute;
  }
  for (let again = true; again && start < head.end; ) {
    again = false;
    while (start < head.start && LEADING.has(text.charCodeAt(start))) start++;
    // 电（张三 李四）某某论坛: the names of those who report.
    const reporters = BRACKETS.has(text.charCodeAt(start)) ? BRACKET.exec(text.slice(start, head.start)) : null;
    if (reporters !== null) {
      start += reporters[0].length;
      again = true;
      continue;
    }
    if (!LEADS_IN.has(text.charCodeAt(start))) continue;
    const here = text.slice(start, head.end);
    for (const rule of [DATE, RELATIVE_DAY, DEICTIC, COUNT, DEICTIC_YEAR]) {
      const hit = rule.exec(here);
      if (hit === null || hit[0].length === 0 || start + hit[0].length > head.start) continue;
      start += hit[0].length;
      if (rule === DATE || rule === RELATIVE_DAY) {
        for (const tail of [BRACKET, TIME_OF_DAY, BRACKET]) {
          const more = tail.exec(text.slice(start, head.start));
          if (more !== null) start += more[0].length;
        }
      }
      again = true;
      break;
    }
  }
  return start;
}

/** Where the last space in a stretch ends that parts two phrases; the stretch's start when there is none. */
export function afterSpace(text: string, from: number, to: number): number {
  let found = from;
  let at = GAPS_OR_OPENERS.firstIn(text, from, to);
  for (; at < to; at = GAPS_OR_OPENERS.firstIn(text, at + 1, to)) {
    const close = closing(text, at, to);
    if (close > 0) at = close;
    if (!GAP.has(text.charCodeAt(at))) continue;
    const before = text[at - 1] ?? '';
    const next = text[at + 1] ?? '';
    if (at === from || /[-—－–A-Za-z0-9]/u.test(before) || /[-—－–暨A-Za-z0-9 ]/u.test(next)) continue;
    found = at + 1;
  }
  return found;
}

/** Behind the preposition in 在…会上; −1 when there is none outside quotes. */
export function afterAt(text: string, from: number, to: number): number {
  let found = -1;
  let at = PREPOSITIONS_OR_OPENERS.firstIn(text, from, to);
  for (; at < to; at = PREPOSITIONS_OR_OPENERS.firstIn(text, at + 1, to)) {
    const close = closing(text, at, to);
    if (close > 0) {
      at = close;
      continue;
    }
    if (!PREPOSITIONS.has(text.charCodeAt(at))) continue;
    if (NOT_AT.test(text.slice(Math.max(from, at - 1), at + 1)) || NOT_AT.test(text.slice(at, at + 2))) continue;
    found = at + 1;
  }
  return found;
}
