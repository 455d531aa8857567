import { loadTable } from '../lexicon/load.ts';
import { Lexicon } from '../lexicon/lookup.ts';
import type { Span } from '../model/span.ts';

/** A meeting named at one place of the text, and how the words around it stand to it. */
export interface MeetingName extends Span {
  /**
   * object: it follows the verb (召开座谈会); subject: it stands before it (座谈会在京召开); within: something was said or
   * done at it (在座谈会上强调); bare: it only stands there.
   */
  readonly how: 'object' | 'subject' | 'within' | 'bare';
  /** The verb that says that it was held or attended (主持召开, 出席); null for `within` and `bare`. */
  readonly verb: Span | null;
  /** The verb says that it was held, not only that somebody took part. */
  readonly held: boolean;
  /** It is still to come (将在…举行). */
  readonly future: boolean;
  /** Whoever stands before the verb as the one that holds it (市委召开…); null when nobody does. */
  readonly organiser: Span | null;
  readonly kind: HeadKind;
  /** Nothing but the noun (会议, 本次座谈会). */
  readonly plain: boolean;
}

type HeadKind = 'meeting' | 'ceremony' | 'study' | 'organ' | 'sitting' | 'activity';

const heads = new Lexicon(
  loadTable('meeting-heads').map((row) => [row.head as string, row.kind as HeadKind | 'body'] as const),
);
const verbs = new Lexicon(
  loadTable('holding-verbs').map(
    (row) =>
      [
        row.verb as string,
        { object: row.object === 'yes', subject: row.subject === 'yes', part: row.part === 'yes' },
      ] as const,
  ),
);

const CLAUSE_ENDS = new Set('，,；;。！？!?：:\n');
const PAIRS: Readonly<Record<string, string>> = {
  '“': '”',
  '《': '》',
  '（': '）',
  '(': ')',
  '「': '」',
  '‘': '’',
  '〈': '〉',
};
/** A longer quotation is taken for one that was never closed. */
const LONGEST_QUOTE = 60;

/** Where the pair that opens at `at` closes; −1 when it does not within reach. */
function closing(text: string, at: number, limit: number): number {
  const close = PAIRS[text[at] as string];
  if (close === undefined) return -1;
  const end = Math.min(limit, at + LONGEST_QUOTE);
  let depth = 0;
  for (let i = at; i < end; i++) {
    if (text[i] === text[at]) depth++;
    else if (text[i] === close && --depth === 0) return i;
  }
  return -1;
}

const isDigit = (character: string | undefined): boolean =>
  character !== undefined && character >= '0' && character <= '9';

/** The clauses of a sentence: commas and colons cut, but not within quotes, brackets or a time of day (10:00). */
function clausesOf(text: string, sentence: Span): readonly Span[] {
  const found: Span[] = [];
  let start = sentence.start;
  for (let at = sentence.start; at < sentence.end; at++) {
    const character = text[at] as string;
    const close = closing(text, at, sentence.end);
    if (close > 0) {
      at = close;
      continue;
    }
    if (!CLAUSE_ENDS.has(character)) continue;
    if (isDigit(text[at - 1]) && isDigit(text[at + 1])) continue;
    if (at > start) found.push({ start, end: at });
    start = at + 1;
  }
  if (start < sentence.end) found.push({ start, end: sentence.end });
  return found;
}

const CLOSERS = new Set('”’"》」』');
/** What makes a compound of a head, in which it names no meeting: 会议室, 会议精神, 人民大会堂. */
const COMPOUND =
  /(?:室|厅|堂(?!而)|中心|精神|纪要|主题(?!为|是)|议程|材料|主席团|秘书处|代表团|组委会|筹备|制度|记录|文件|决定|决议|公报|指定|用房|服务|口号|成员|平台|旗|徽|地点|酒店|宾馆|常务委员会|委员会|常委|重要讲话|闭幕后|召开后|结束后)/uy;
/** The meeting only dates something else (大会召开以来, 在全会闭幕之际). */
const DATES =
  /(?:即将|胜利|隆重)?(?:召开|举行|闭幕|开幕|结束|落幕)(?:后|以来|之际|前夕|前|之后|之前|(?:[一二三四五六七八九十两]+|\d+)周年|不久)/uy;
/** What may follow a whole name. */
const FOLLOWER =
  /(?:上(?!海)|中(?!国|央|共|小|青|医|层|部)|在(?!建|职|校[生学师大]|线教|岗|读)|于|并(?!购)|和|及|与(?!会)|的|将|由|已|也|是|为|时|期间|现场|间隙|后|前(?!线|沿|景)|以|就(?!业)|对(?!外|口|接|台)|从|通过|围绕|今[天日晚]|昨[天日晚]|近日|日前|当[天日]|\d{1,4}[年月日]|[（(]|召开|举行|举办|(?:开幕|闭幕|动员|表彰|总结|交流|分析|通报|发布|宣传|学习|部署|讨论|审议|研究)(?!式|[^，。；]{0,12}会|仪式|大会|生)|落幕|会议现场|活动现场|圆满|胜利|顺利|隆重|成功|如期|正式|传达|听取|强调|指出|要求|认为|主题(?:为|是)|采[取用]|结束|拉开|落下|启动(?!会|仪式|大会)|报道|侧记|综述|等|特邀|邀请|共|进行|宣布|安排|对接|吸引|来|致|活动|随后|日程|分别|首先|最后|主[持要]|作|我|感|全面|深入|传出|发出|谈|会场|之|开始|隆|给予|提出|决定|明确|面向|针对|聚焦|旨在|贯彻|落实|发言|讲话|讲|回顾|宣读|签|颁|同时|现|授|揭|有|还|同|说|称|向|把|让|使|将|参|出席|列席|介绍)/uy;
const JOINT = /(?:\s*(?:暨|[-—－–]+\s*暨))/uy;

type After = 'end' | 'joint' | 'compound' | 'more';

const matches = (rule: RegExp, text: string, at: number): boolean => {
  rule.lastIndex = at;
  return rule.test(text);
};

/** What stands behind a head that ends at `end`: the name's end, 暨 and another name, or more of the same phrase. */
function after(text: string, end: number, limit: number): After {
  let at = end;
  while (at < limit && CLOSERS.has(text[at] as string)) at++;
  if (at >= limit) return 'end';
  if (matches(JOINT, text, at)) return 'joint';
  if (text[at] === '（' || text[at] === '(') {
    const close = closing(text, at, limit);
    if (close > 0) return after(text, close + 1, limit);
    return 'end';
  }
  if (matches(COMPOUND, text, at) || matches(DATES, text, at)) return 'compound';
  if (' \u3000、.'.includes(text[at] as string)) return 'end';
  if (CLAUSE_ENDS.has(text[at] as string)) return 'end';
  return matches(FOLLOWER, text, at) ? 'end' : 'more';
}

interface Head extends Span {
  readonly kind: HeadKind;
  /** No table has it: two characters and 会, a meeting only behind a verb of holding (召开恳亲会). */
  readonly unknown: boolean;
}

/** A noun in 会 that no table has, and that is no body. */
const UNKNOWN = /^[\p{Script=Han}]{2}会$/u;

/** 及 and 和 part two names, but within one pair of quotes they join them (“年会及委员会议”). */
const JOINT_IN_QUOTES = new Set('及和与');

/** Whether a quotation that opened since `from` is still open at `at`. */
function isQuoted(text: string, from: number, at: number): boolean {
  const near = text.slice(Math.max(from, at - LONGEST_QUOTE), at);
  return near.lastIndexOf('“') > near.lastIndexOf('”');
}

/** The heads at which a name ends, one after the other, in a clause. */
function headsIn(text: string, clause: Span): readonly Head[] {
  const found: Head[] = [];
  let pending: Head | null = null;
  for (let at = clause.start; at < clause.end; at++) {
    const word = heads.longestAt(text, at, clause.end);
    if (word === null) {
      const start = at - 2;
      if (
        text[at] === '会' &&
        start >= clause.start &&
        UNKNOWN.test(text.slice(start, at + 1)) &&
        heads.longestEndingAt(text, at + 1, clause.start) === null &&
        after(text, at + 1, clause.end) === 'end'
      ) {
        found.push({ start, end: at + 1, kind: 'meeting', unknown: true });
      }
      continue;
    }
    if (word.value === 'body') {
      if (after(text, word.end, clause.end) !== 'more') at = word.end - 1;
      continue;
    }
    const next =
      JOINT_IN_QUOTES.has(text[word.end] as string) && isQuoted(text, clause.start, word.end)
        ? 'joint'
        : after(text, word.end, clause.end);
    if (next === 'more' || next === 'compound') continue;
    const head: Head = { start: at, end: word.end, kind: word.value, unknown: false };
    at = word.end - 1;
    if (next === 'joint') pending ??= head;
    else {
      found.push(head);
      pending = null;
    }
  }
  if (pending !== null) found.push(pending);
  return found;
}

/** Nouns behind a verb that make it a noun itself (开展情况, 参加人员, 举办地). */
const NOT_A_VERB = /(?:情况|权|单位|城市|人员|者|方|地(?!区|级)|以来|资格|对象|范围)/uy;

interface Verb extends Span {
  readonly part: boolean;
  /** Behind the verb and its 了 or 的. */
  readonly next: number;
}

/** The last verb in a stretch, outside quotes, that a name may follow. */
function lastVerb(text: string, stretch: Span): Verb | null {
  let last: Verb | null = null;
  for (let at = stretch.start; at < stretch.end; at++) {
    const close = closing(text, at, stretch.end);
    if (close > 0) {
      at = close;
      continue;
    }
    const word = verbs.longestAt(text, at, stretch.end);
    if (word === null || !word.value.object || matches(NOT_A_VERB, text, word.end)) continue;
    let next = word.end;
    // 参加过: somewhen.
    if (text[next] === '过') continue;
    if (next < stretch.end && '了的'.includes(text[next] as string)) next++;
    last = { start: at, end: word.end, part: word.value.part, next };
    at = word.end - 1;
  }
  return last;
}

const DATE =
  /^(?:当地时间)?(?:(?:\d{4}|[二〇○零一九]{4})年)?(?:\d{1,2}月|[一二三四五六七八九十]{1,2}月)?(?:\d{1,2}|[一二三四五六七八九十]{1,3})[日号](?:(?:至|到|[-—~～–]{1,2})(?:\d{1,2}月)?\d{1,2}[日号])?/u;
const RELATIVE_DAY =
  /^(?:今[天日晚晨]|昨[天日晚]|前[天日]|近日|日前|当[天日晚]|近期|月底|月初|年初|年底|岁末年初|连日来|同日|同期|随后|目前|前不久|不久前|本周[一二三四五六日天]?|本月|会后|会前|期间)/u;
const TIME_OF_DAY =
  /^(?:上午|下午|晚上?|中午|早上|凌晨|清晨|夜间|傍晚)?(?:\d{1,2}(?:[:：]\d{2}|[点时](?:\d{1,2}分?|半)?))?(?=.)/u;
const BRACKET = /^[（(][^（）()]{0,20}[）)]/u;
const DATELINE =
  /^(?:据)?[^，。；：！？“《]{0,24}?(?:\d日|社|网|报|台|客户端|中心|月\d{1,2}日)[^，。；：！？“《]{0,6}?(?:电|讯|消息|报道)(?!视|话|子|影|力|商|气|网|站|信)[\s：:]*(?:[（(【[][^（）()【】]{0,30}[）)】\]])?\s*/u;
const DEICTIC =
  /^(?:此次|本次|这次|该次|该项目的|该|上述|这场|这一|其中|同时|另外|首先|接着|最后|之后|而|当|为|据悉|在?随后的|随后)/u;
const COUNT = /^(?:全[体程]参加的)?(?:一|两|三|多)[场次个期](?!性|中)/u;
const DEICTIC_YEAR = /^(?:本年度|本学期|本季度|本年|今年)/u;
/** An attribute that tells about the meeting and is no part of its name (由…主办的, 以“…”为主题的, 为期两天的). */
const ATTRIBUTE =
  /(?:主办|承办|协办|组织|举办|发起|牵头|召集|参加|主持|组成|为主题|为题|为主线|主题为[^的]{1,40}|题为[^的]{1,40}|名为[^的]{1,40}|为期[^的]{1,6}|隆重|热烈|简短|盛大|特殊|别开生面|难忘|生动|项目|关注|瞩目|期待|期盼)的/gu;
/** 在 in these is no preposition. */
const NOT_AT = /(?:[存所正现实好旨内潜自]在$)|^在(?:建|职|编|岗|读|册|籍|押|逃)/u;

/** Leaves out what stands before a name: datelines, days, 此次, 一场, attributes. */
function trimLeft(text: string, from: number, to: number, head: Span): number {
  let start = from;
  const whole = text.slice(start, to);
  const line = DATELINE.exec(whole);
  if (line !== null) start += line[0].length;
  let attribute = 0;
  ATTRIBUTE.lastIndex = 0;
  const rest = text.slice(start, head.start);
  for (let hit = ATTRIBUTE.exec(rest); hit !== null; hit = ATTRIBUTE.exec(rest)) attribute = hit.index + hit[0].length;
  start += attribute;
  for (let again = true; again && start < head.end; ) {
    again = false;
    while (start < head.start && /[\s，,、。；：:·•●]/u.test(text[start] as string)) start++;
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
function afterSpace(text: string, from: number, to: number): number {
  let found = from;
  for (let at = from; at < to; at++) {
    const close = closing(text, at, to);
    if (close > 0) at = close;
    if (text[at] !== ' ' && text[at] !== '\u3000') continue;
    const before = text[at - 1] ?? '';
    const next = text[at + 1] ?? '';
    if (at === from || /[-—－–A-Za-z0-9]/u.test(before) || /[-—－–暨A-Za-z0-9 ]/u.test(next)) continue;
    found = at + 1;
  }
  return found;
}

/** Behind the preposition in 在…会上; −1 when there is none outside quotes. */
function afterAt(text: string, from: number, to: number): number {
  let found = -1;
  for (let at = from; at < to; at++) {
    const close = closing(text, at, to);
    if (close > 0) {
      at = close;
      continue;
    }
    if (text[at] !== '在' && text[at] !== '从') continue;
    if (NOT_AT.test(text.slice(Math.max(from, at - 1), at + 1)) || NOT_AT.test(text.slice(at, at + 2))) continue;
    found = at + 1;
  }
  return found;
}

const WITHIN = /^[”’》]?(?:上(?!海)|中(?!国|央|共)|期间|现场|间隙|时|后)/u;
/** A speech that was given there and is studied or passed on here. */
const SPEECH = /^上的?(?:系列)?(?:重要)?(?:讲话|指示|批示|致辞|报告|论述)/u;
const FUTURE = /(?:将于|将在|将|即将|拟于|拟|定于|计划|预计)[^将]{0,40}$/u;

/** The verb stands no further behind its name. */
const FAR = 80;
/** A name is no longer. */
const LONGEST_NAME = 120;

/** The verb behind a name that says that it took place, if one stands in the rest of its clause. */
function verbBehind(text: string, end: number, clauseEnd: number): Span | null {
  const limit = Math.min(clauseEnd, end + FAR);
  for (let at = end; at < limit; at++) {
    const close = closing(text, at, limit);
    if (close > 0) {
      at = close;
      continue;
    }
    const word = verbs.longestAt(text, at, limit);
    if (word === null) continue;
    if (!word.value.subject) {
      at = word.end - 1;
      continue;
    }
    const next = text[word.end];
    if (word.end >= limit || next === undefined || !'的了过'.includes(next)) {
      if (/^(?:式|会|词|情况)/u.test(text.slice(word.end, word.end + 2))) continue;
      const rest = text.slice(word.end, limit);
      const object =
        word.value.object && word.end < limit && /^[^\s，,]{0,40}(?:会|活动|仪式|工作|座谈|培训)/u.test(rest);
      if (!object) return { start: at, end: word.end };
    }
    if (next === '了' && word.end + 1 >= limit) return { start: at, end: word.end };
  }
  return null;
}

/** 在市会议中心闭幕 · 于3日在京举行: a clause that says of the subject of an earlier one that it took place. */
const TOOK_PLACE = /^(?:在|于|\d)[^，。；“”《》]{1,40}?(?<verb>召开|举行|举办|开幕|闭幕|落幕)$/u;

/** The verb in a later clause of the sentence (大会圆满完成各项议程，在省城闭幕). */
function verbInLaterClause(text: string, from: number, to: number): Span | null {
  for (const clause of clausesOf(text, { start: from, end: Math.min(to, from + FAR) })) {
    const verb = TOOK_PLACE.exec(text.slice(clause.start, clause.end))?.groups?.verb;
    if (verb !== undefined) return { start: clause.end - verb.length, end: clause.end };
  }
  return null;
}

/** The first verb of holding in a stretch; null when it has none. */
export function holdingVerbIn(text: string, stretch: Span): Span | null {
  for (let at = stretch.start; at < stretch.end; at++) {
    const word = verbs.longestAt(text, at, stretch.end);
    if (word === null || word.value.part || matches(NOT_A_VERB, text, word.end)) continue;
    return { start: at, end: word.end };
  }
  return null;
}

const BEFORE_VERB = /(?:主持|组织)$/u;
const MANNER =
  /(?:组织|主持|联合|共同|隆重|顺利|胜利|成功|圆满|如期|正式|集中|及时|专门|再次|首次|分别|迅速|连夜|紧急|先后|继续|主动|积极|精心|牵头|今[天日晚]|昨[天日晚]|近日|日前|当天|上午|下午|晚上?|在?线上|同步|通过网络|视频|专题|又|也|还|已|将|于|第一时间|连续)$/u;

/** Whoever holds the meeting: what stands before the verb, without day, place and manner. */
function organiserOf(text: string, clause: Span, verb: Span): Span | null {
  let start = trimLeft(text, clause.start, verb.start, { start: verb.start, end: verb.start });
  start = Math.max(start, afterSpace(text, start, verb.start));
  let end = verb.start;
  for (let at = start; at < end; at++) {
    const close = closing(text, at, end);
    if (close > 0) at = close;
    else if ((text[at] === '在' && !NOT_AT.test(text.slice(at, at + 2))) || text[at] === '于') end = at;
    else if (text[at] === '以' && /^[^，。]{1,20}(?:形式|方式)/u.test(text.slice(at + 1, verb.start))) end = at;
  }
  let words = text.slice(start, end);
  if (/主持$/u.test(words)) return null;
  for (let hit = MANNER.exec(words); hit !== null; hit = MANNER.exec(words)) words = words.slice(0, hit.index);
  const day = /(?:\d{4}年)?(?:\d{1,2}月)?\d{1,2}[日号](?:上午|下午|晚上?)?$/u.exec(words);
  if (day !== null) words = words.slice(0, day.index);
  words = words.trimEnd();
  if (words.length < 2 || words.length > 40 || /[。！？]/u.test(words)) return null;
  if (/^(?:为|按照|根据|随着|围绕|会议|经|由|自|从|并|以)/u.test(words)) return null;
  return { start, end: start + words.length };
}

const STRICTLY_HELD = /召开|举[行办]$/u;

/** Words before a head that name no meeting. */
const PLAIN = /^(?:本次|此次|这次|该|全体|上述|整个|重要|有关|相关|多次|系列|两次|各类|上级|专题|线上|线下|主题)$/u;
const OPENERS = new Set('“‘《「"');

/** The meetings that a sentence names, in order. */
export function meetingNamesIn(text: string, sentence: Span): readonly MeetingName[] {
  const found: MeetingName[] = [];
  for (const clause of clausesOf(text, sentence)) {
    let from = clause.start;
    for (const head of headsIn(text, clause)) {
      const one = nameAt(text, sentence, clause, from, head);
      if (one === null) continue;
      from = head.end;
      found.push(one);
    }
  }
  return found;
}

function nameAt(text: string, sentence: Span, clause: Span, from: number, head: Head): MeetingName | null {
  const verb = lastVerb(text, { start: from, end: head.start });
  let how: MeetingName['how'] = 'bare';
  let start = from;
  let said: Span | null = null;
  let held = false;
  if (verb !== null) {
    how = 'object';
    start = verb.next;
    held = !verb.part;
    // 出席并在…会上讲话
    if (text[verb.next] === '并') {
      const at = afterAt(text, verb.next, head.start);
      if (at >= 0) start = at;
    }
    const before = BEFORE_VERB.exec(text.slice(Math.max(from, verb.start - 2), verb.start));
    said = { start: before === null ? verb.start : verb.start - 2, end: verb.end };
    // 由…主办的大会将在…举行: the verb of the sentence stands behind.
    const behind = text[verb.end] === '的' ? verbBehind(text, head.end, clause.end) : null;
    if (behind !== null) {
      how = 'subject';
      said = behind;
      held = true;
    }
  } else {
    said = verbBehind(text, head.end, clause.end) ?? verbInLaterClause(text, clause.end, sentence.end);
    if (said !== null) {
      how = 'subject';
      held = true;
    }
    if (WITHIN.test(text.slice(head.end, head.end + 3)) || said === null) {
      const at = afterAt(text, from, head.start);
      if (at >= 0) start = at;
      if (SPEECH.test(text.slice(head.end, head.end + 12))) return null;
      if (at >= 0 && WITHIN.test(text.slice(head.end, head.end + 3))) {
        how = 'within';
        said = null;
        held = false;
      }
    }
    start = Math.max(start, afterSpace(text, start, head.start));
  }
  if (head.kind === 'organ' && !held) return null;
  if (head.kind === 'sitting' && !(how === 'object' && held && STRICTLY_HELD.test(text.slice(said?.start, said?.end))))
    return null;
  start = trimLeft(text, start, head.end, head);
  let end = head.end;
  // A quotation that holds the whole name is none of it; one that closes right behind the head belongs to it.
  if (OPENERS.has(text[start] as string)) {
    const close = closing(text, start, Math.min(text.length, end + 2));
    if (close === end) start++;
    else if (close < 0 || close > end) start++;
  }
  if (CLOSERS.has(text[end] as string) && text.slice(start, end).includes('“') && !text.slice(start, end).includes('”'))
    end++;
  if (start >= head.end || head.end - start > LONGEST_NAME || (head.unknown && !(how === 'object' && held)))
    return null;
  if (start > head.start) start = head.start;
  const before = text.slice(Math.max(clause.start, (said?.start ?? start) - 24), said?.start ?? start);
  return {
    start,
    end,
    how,
    verb: said,
    held,
    future: said !== null && FUTURE.test(how === 'subject' ? text.slice(head.end, said.start) : before),
    organiser:
      how === 'object' &&
      verb !== null &&
      !verb.part &&
      said !== null &&
      !text.startsWith('主持', said.start) &&
      text[verb.end] !== '的'
        ? organiserOf(text, { start: from, end: clause.end }, said)
        : null,
    kind: head.kind,
    plain: start >= head.start || PLAIN.test(text.slice(start, head.start)),
  };
}

/** How much of `b` `a` has: the share of neighbouring pairs of characters of the shorter that stand in the longer. */
export function likeness(a: string, b: string): number {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a];
  if (short.length < 2) return 0;
  const pairs = new Set<string>();
  for (let i = 0; i + 1 < long.length; i++) pairs.add(long.slice(i, i + 2));
  let hit = 0;
  for (let i = 0; i + 1 < short.length; i++) if (pairs.has(short.slice(i, i + 2))) hit++;
  return hit / (short.length - 1);
}
