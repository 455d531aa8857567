import { CharacterSet } from '../lexicon/character-set.ts';
import type { Recognised, Sentence } from '../model/document.ts';
import type { TimeMention } from '../model/mention.ts';
import { overlaps, type Span, within } from '../model/span.ts';
import { isDateline, isStamp } from './dateline.ts';
import { mentionsOf, mentionsWithin } from './mentions-within.ts';
import type { Occasion } from './occasion.ts';

/** The words that say on which day a meeting was held: a day, or 近日 and the like, which name none. */
export type DayWords =
  | { readonly kind: 'day'; readonly mention: TimeMention }
  | { readonly kind: 'near'; readonly span: Span };

/** 召开, 举行, 开幕: words of a meeting that takes place. */
const HOLDING =
  /召开|举行|举办|开幕|闭幕|召集|主持|开班|开讲|开展|启幕|落幕|出席|参加|会见|会谈|宣讲|调研|考察|慰问|视察|检查|走访|座谈|莅临|揭牌|签约|启动|致信|致电|致贺|发来贺/u;
/** 近日 · 日前: some day, not long ago. */
const NEAR = /近日|日前|近期|近来|不久前|最近|前不久|月底|月初|连日来/gu;
/** 6月以来, 目前: what looks like 日前 and is not. */
const NOT_NEAR = /[0-9０-９一二三四五六七八九十目当]$/u;

/** A clause opens here: the day stands on its own, and is not part of a noun. */
const OPENS = /(?:^|[\s，,。；;：:）)”"】〕]|于|当地时间|北京时间|日期|时间)$/u;
/** A clause or a time of day follows. */
const BREAKS =
  /^(?:$|[\s，,（(]|[上下中]午|晚|凌晨|清晨|早上|傍晚|夜|全天|在|于|召开|举行|举办|主持|出席|开幕|闭幕|[0-9０-９]{1,2}[:：时点])/u;
/** 局长王某5日表示 · 王某15日致信: what somebody said or did on a day that stands behind his name. */
const TOLD =
  /^(?:[上下]午|晚)?(?:在[^，,。；;：:]{1,20})?(?:表示|说|指出|强调|要求|透露|宣布|介绍|通报|回应|致信|致电|会见|会谈|考察|调研|视察|出席|主持|应约|同|与)/u;
/** 根据7月18日全会精神 · 自3月1日 · 《…2023年5月4日…》: the day of something that is spoken of. */
const OF_ANOTHER =
  /(?:根据|按照|依据|贯彻|落实|学习|传达|截至|截止|对照|针对|结合|早在|自从|[自从])[^，,。；;]{0,14}$/u;
/** 将于, 定于, 决定: it is still to come. */
const TO_COME = /(?:将于|将在|拟于|拟在|定于|计划于|预计|计划|即将于|决定|于明年|推迟至|推迟到|延期至)$/u;
/** 出生于, 成立于: a day long gone. */
const BEGAN =
  /(?:成立|建校|建院|建成|生|诞生|始建|创办|创建|创立|毕业|入党|逝世|工作|任职|颁布|通过|印发|下发)(?:时间)?[于：:]?$/u;
/** 5月1日前, 3月1日起, 10月1日正式实施, 6月1日印发的. */
const SOMETHING_ELSE =
  /^(?:之前|以前|前(?![来往赴去])|起|以来|之后|以后|后(?!勤)|止|为止|截止|出生|生于|逝世|正式?(?:实施|施行|生效|运行|运营)|实施|施行|生效|印发|下发|出台|颁布|发布的|成立|通过的|的)/u;
/** 2月12日中央政治局常委会上 */
const ANOTHER_MEETING = /^[^，,。；;]{1,24}?(?:会议?上|会议精神|全会精神|讲话精神|重要讲话|期间)/u;
/** 10月20日从市政府获悉: when the reporter heard of it; but 从10月20日召开的会议上获悉 dates the meeting. */
const LEARNT = /^(?:[上下]午)?(?<from>[^，,。；;]{0,40}?)(?:获悉|了解到|得知)/u;
const LEARNT_THERE = /召开|举行|举办|会议?上$/u;
/** 会议时间：2019年3月4日 */
const LABEL = /(?:^|[\s\u3000，,。；;（(])(?:会议|活动|召开|举办|培训|开会|举行)?时间[：:][ \u3000]*$/u;

/** How long a name is at most. */
const NAME = 24;
/** How far behind a day the verb may stand that says what happened on it. */
const REACH = 300;
/** How much of a sentence is looked at: a longer one is no sentence. */
const SENTENCE = 800;
/** How much of an article may say when its meeting was held. */
const DEEP = 6000;

/** Below this, a day says nothing of the meeting. */
const LEAST = 18;

/** Words and what they weigh, or at most weigh as long as they are not weighed. */
interface Rival {
  readonly words: DayWords;
  readonly sentence: number;
  weight: number;
  weighed: boolean;
}

/**
 * What `read` makes of the words that say when the meeting was held: of the likeliest that it can read, but of no more
 * than `tries`; null when there are none. Words are weighed only as long as they may be the likeliest: most of an
 * article's days stand too far from the meeting.
 */
export function fromLikeliestDay<T>(
  article: Recognised,
  occasion: Occasion,
  tries: number,
  read: (words: DayWords) => T | null,
): T | null {
  const first = firstOfBody(article);
  const labels = article.clean.includes('时间');
  const rivals = candidates(article).map((words): Rival => {
    const sentence = sentenceAt(article.sentences, spanOf(words));
    const weight =
      sentence < 0 ? 0 : ofPlace(article, occasion, sentence, first) + mostBesides(occasion, sentence, labels);
    return { words, sentence, weight, weighed: false };
  });
  for (let left = tries; left > 0; ) {
    const best = heaviest(rivals);
    if (best === null) return null;
    if (best.weighed) {
      const found = read(best.words);
      if (found !== null) return found;
      best.weight = Number.NEGATIVE_INFINITY;
      left--;
    } else {
      best.weight = weigh(article, occasion, best.words, best.sentence, first);
      best.weighed = true;
    }
  }
  return null;
}

/** The one of the greatest weight, the first of equal ones; null when all weigh too little. */
function heaviest(rivals: readonly Rival[]): Rival | null {
  let best: Rival | null = null;
  for (const rival of rivals) if (rival.weight > (best?.weight ?? LEAST)) best = rival;
  return best;
}

const spanOf = (words: DayWords): Span => (words.kind === 'day' ? words.mention : words.span);

/** Every day that the article names, 近日 among them, in the order of the text; datelines and stamps date the article. */
function candidates(article: Recognised): readonly DayWords[] {
  const text = article.clean;
  const found: (DayWords & { at: number })[] = [];
  const days: TimeMention[] = [];
  for (const mention of mentionsOf(article.mentions, 'time')) {
    if (mention.start > DEEP) break;
    days.push(mention);
    if (isDateline(text, mention) || isStamp(article, mention)) continue;
    found.push({ kind: 'day', mention, at: mention.start });
  }
  NEAR.lastIndex = 0;
  for (let match = NEAR.exec(text); match !== null && NEAR.lastIndex <= DEEP; match = NEAR.exec(text)) {
    const span = { start: match.index, end: match.index + match[0].length };
    if (NOT_NEAR.test(text.slice(Math.max(0, span.start - 1), span.start)) || days.some((day) => overlaps(day, span)))
      continue;
    found.push({ kind: 'near', span, at: span.start });
  }
  return found.sort((a, b) => a.at - b.at);
}

/** What the sentence gives to words that stand in it. */
function ofPlace({ sentences, headline }: Recognised, occasion: Occasion, index: number, first: number): number {
  let weight = 0;
  if (index === occasion.sentence) weight += 30;
  if (index - first <= 1 && index >= first) weight += 15;
  if (headline !== null && sentences[index]?.paragraph === headline) weight -= 10;
  return weight - 3 * Math.min(Math.max(0, index - first), 12);
}

const VERB_NEAR = 25;
const VERB_FAR = 15;
const BEFORE_HOLDING = 8;
const SAME_NAME = 18;
const TELLS = 15;
const CLAUSE_OPENS = 8;
const CLAUSE_BREAKS = 8;
const WITH_MONTH = 2;
const LABELLED = 40;

/** The most that the words around them can add. */
const mostBesides = (occasion: Occasion, index: number, labels: boolean): number =>
  VERB_NEAR +
  (index === occasion.sentence ? BEFORE_HOLDING : 0) +
  (occasion.name === null ? 0 : SAME_NAME) +
  TELLS +
  CLAUSE_OPENS +
  CLAUSE_BREAKS +
  WITH_MONTH +
  (labels ? LABELLED : 0);

function weigh(article: Recognised, occasion: Occasion, candidate: DayWords, index: number, first: number): number {
  const span = spanOf(candidate);
  const text = article.clean;
  const sentence = article.sentences[index];
  if (sentence === undefined) return 0;
  const before = text.slice(Math.max(sentence.start, span.start - 40), span.start);
  const after = text.slice(span.end, Math.min(sentence.end, span.end + 80));
  let weight = ofPlace(article, occasion, index, first);

  const rest = text.slice(span.end, Math.min(sentence.end, span.end + REACH));
  const verb = HOLDING.exec(rest);
  if (verb !== null) weight += verb.index < 60 ? VERB_NEAR : VERB_FAR;
  if (occasion.holding !== null && within(occasion.holding, sentence) && span.end <= occasion.holding.start)
    weight += BEFORE_HOLDING;
  const same = occasion.name !== null && sharesName(text, sentence, occasion.name);
  if (same) weight += SAME_NAME;

  const told = TOLD.test(after) && followsName(article, span.start);
  const opens = OPENS.test(before) || before === '' || told;
  const breaks = BREAKS.test(after) || told;
  if (told) weight += TELLS;
  if (opens) weight += CLAUSE_OPENS;
  if (breaks) weight += CLAUSE_BREAKS;
  if (candidate.kind === 'near') return weight - 2;

  const { mention } = candidate;
  if (mention.from.day === null && mention.relative === null) weight -= 6;
  if (mention.from.month !== null) weight += WITH_MONTH;
  if (OF_ANOTHER.test(before)) weight -= 30;
  // 峰会将于15日至16日举行: of the meeting itself, it is what a preview says.
  if (TO_COME.test(before)) weight -= same ? 4 : 22;
  if (BEGAN.test(before)) weight -= 40;
  if (SOMETHING_ELSE.test(after)) weight -= 40;
  const learnt = LEARNT.exec(after)?.groups?.from;
  if (learnt !== undefined && !LEARNT_THERE.test(learnt)) weight -= 100;
  if (LABEL.test(before)) weight += LABELLED;
  if (!breaks && (/[在于对]$/u.test(before) || !opens) && ANOTHER_MEETING.test(after)) weight -= 25;
  if (inTitle(text, sentence, span.start)) weight -= 40;
  if (mention.rule === 'time/near-day' && mention.relative !== null && mention.relative.offset > 0) weight -= 30;
  if (mention.rule === 'time/near-day' && /^(?:的|中国|世界|社会|美好)/u.test(after)) weight -= 40;
  return weight;
}

/** Whether a person's name ends right before `at`. */
const followsName = (article: Recognised, at: number): boolean =>
  mentionsWithin(article.mentions, 'person', { start: at - NAME, end: at }).some(({ phrase }) => phrase.end === at);

/** Index of the sentence that holds the words; −1 when none does. */
function sentenceAt(sentences: readonly Sentence[], span: Span): number {
  let low = 0;
  let high = sentences.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((sentences[middle] as Sentence).end <= span.start) low = middle + 1;
    else high = middle;
  }
  const found = sentences[low];
  return found !== undefined && found.start <= span.start ? low : -1;
}

const MARKS = new CharacterSet('，。,；：');

/** Index of the first sentence behind the headline that is more than a caption or a by-line. */
function firstOfBody(article: Recognised): number {
  const { sentences, headline, clean } = article;
  const at = sentences.findIndex(
    ({ paragraph, start, end }) =>
      (headline === null || paragraph > headline) && MARKS.firstIn(clean, start, end) < end,
  );
  return Math.max(0, at);
}

/** Whether a sentence has the meeting's name, or its first or last words: it is about the same meeting. */
function sharesName(text: string, sentence: Span, name: Span): boolean {
  const words = text.slice(name.start, name.end);
  if (words.length < 6) return false;
  const said = text.slice(sentence.start, Math.min(sentence.end, sentence.start + SENTENCE));
  return said.includes(words.slice(0, 6)) || (words.length >= 12 && said.includes(words.slice(-8)));
}

/** Whether a place stands within 《》: the day is part of a title. */
function inTitle(text: string, sentence: Span, at: number): boolean {
  const words = text.slice(Math.max(sentence.start, at - 60), at);
  return words.lastIndexOf('《') > words.lastIndexOf('》');
}
