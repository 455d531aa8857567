import { loadTable } from '../lexicon/load.ts';
import { Lexicon } from '../lexicon/lookup.ts';
import type { Recognised } from '../model/document.ts';
import type { Span } from '../model/span.ts';
import { wordsOf } from '../model/span.ts';
import { holdingVerbIn } from './holding-verb.ts';
import { likeness, type MeetingName, meetingNamesIn, Pairs } from './meeting-name.ts';
import { rolesIn } from './roles.ts';

/**
 * What an article is about: a meeting, another event (an inspection, a visit, a ceremony), a letter, telegram or call, which
 * has no place, or nothing that happened at one place and time (a commentary, a notice, a portrait).
 */
export interface Occasion {
  readonly kind: 'meeting' | 'event' | 'letter' | 'none';
  /** The name of the meeting in its fullest form; null unless `kind` is meeting. */
  readonly name: Span | null;
  /** Index of the sentence that says that it was held, or that tells of the event; null when none says so. */
  readonly sentence: number | null;
  /** The words that say so (召开, 举行, 主持召开); null when none do. */
  readonly holding: Span | null;
  /** Whoever holds it, where the words before the verb say so (市委召开…); null otherwise. */
  readonly organiser: Span | null;
}

const events = new Lexicon(loadTable('event-verbs').map((row) => [row.word as string, row.kind as string] as const));

/** How many sentences from the top may say what an article is about. */
const LEAD = 3;
/** Of a sentence without end only so many characters are read, and of an article only so many names. */
const LONGEST_SENTENCE = 3000;
const MOST_NAMES = 2000;
/** Two names with at least this share of common pairs of characters name the same meeting. */
const SAME = 0.6;

/** Headlines of pieces about no event: a commentary, a notice, a reaction. */
const NO_EVENT =
  /【[^】]{0,10}评[^】]{0,4}】|评论员|网评|社论|时评|快评|锐评|述评|^评论[：:]|[：:]评论|热烈反响|强烈反响|热议|的通知$|的公告$|公示$|启事$|招聘公告|倡议书|公开信/u;
/** What people somewhere make of an event elsewhere. */
const REACTION = /(?:引发|引起|激起|产生)[^，,。]{0,20}(?:热烈|强烈|积极|巨大)?(?:反响|热议|共鸣)/u;
const COMMENTATOR = /评论员|特约撰稿|本报编辑部/u;

/** A dateline in the midst of a first line: what stands before it is the headline (…上新台阶新华网西宁7月10日电 …). */
const RUN_IN = /(?:据新华社电|[\p{Script=Han}]{2,8}\d{1,2}月\d{1,2}日(?:电|讯|消息))/u;
/** What it must have. */
const SENT = /据新华社电|日(?:电|讯|消息)/u;

/** Where the article proper starts when its headline was run into the first line; 0 when it was not. */
function runInHeadline(text: string, line: Span): number {
  const words = text.slice(line.start, Math.min(line.end, line.start + 160));
  const hit = SENT.test(words) ? RUN_IN.exec(words) : null;
  return hit === null || hit.index < 8 ? 0 : line.start + hit.index + hit[0].length;
}

/** The headline or the first sentence says that something elsewhere was well received. */
function isReaction(article: Recognised, lead: readonly number[]): boolean {
  const first = article.sentences[lead[0] ?? 0] as Span;
  return REACTION.test(article.clean.slice(0, Math.min(first.end, 400)));
}

/** A name with its words and the index of its sentence. */
interface Placed extends MeetingName {
  readonly sentence: number;
  readonly words: string;
}

/** The names in one sentence that are no shorter than `least`. */
const placedIn = ({ clean, sentences }: Recognised, sentence: number, least = 0): readonly Placed[] =>
  meetingNamesIn(clean, cut(sentences[sentence] as Span), least).map((one) => placed(clean, one, sentence));

/** All of one shape, which a spread would not give. */
const placed = (
  text: string,
  { start, end, how, verb, held, future, organiser, kind, plain }: MeetingName,
  sentence: number,
): Placed => {
  const words = text.slice(start, end);
  return { start, end, how, verb, held, future, organiser, kind, plain, sentence, words };
};

/** Finds out what an article is about. */
export function findOccasion(article: Recognised): Occasion {
  const { clean: text, sentences } = article;
  const none: Occasion = { kind: 'none', name: null, sentence: null, holding: null, organiser: null };
  if (sentences.length === 0) return none;
  const headline = article.headline;
  const top: number[] = [];
  while (headline !== null && sentences[top.length]?.paragraph === headline) top.push(top.length);
  const isHeadline = (index: number): boolean => index < top.length;
  const runIn = headline === null ? runInHeadline(text, article.paragraphs[0] as Span) : 0;
  const lead: number[] = [];
  for (let index = 0; index < sentences.length && lead.length < LEAD; index++) {
    if (!isHeadline(index) && !isCaption(article, index)) lead.push(index);
  }

  const opening = headline === null ? text.slice(0, 80) : wordsOf(text, article.paragraphs[headline] as Span);
  if (NO_EVENT.test(opening) || COMMENTATOR.test(text.slice(0, 120)) || isReaction(article, lead)) return none;

  const names = new Names(article, isHeadline);
  const inText = [...top, ...lead].flatMap((index) => names.in(index)).filter((one) => !one.future);
  const named = inText.filter((one) => one.kind !== 'activity');
  const primary = choose(
    named,
    (one) => isHeadline(one.sentence) || one.start < runIn,
    lead[0] ?? 0,
    (one) => standsBehindDay(text, sentences[one.sentence] as Span, one),
  );
  const event = eventIn(article, top, lead) ?? heldActivity(inText);
  if (primary === null || isAside(article, primary, event, isHeadline)) {
    const chaired = primary === null && event?.kind !== 'visit' ? chairedIn(article, lead) : null;
    if (chaired !== null) return { ...none, kind: 'meeting', name: chaired, sentence: lead[0] ?? null };
    if (event === null) return takenPart(article, lead);
    const kind = event.kind === 'letter' && event.inHeadline ? 'letter' : 'event';
    return { ...none, kind, ...whereEvent(article, lead, event) };
  }
  if (!primary.held && !isHeadline(primary.sentence) && !lead.some((index) => dayIn(article, index))) {
    return takenPart(article, lead);
  }

  const fullest = fullestOf(text, primary, names, isHeadline);
  const telling = tellingOf(article, fullest === primary ? [primary] : [fullest, primary], names, lead, isHeadline);
  return {
    kind: 'meeting',
    name: { start: fullest.start, end: fullest.end },
    sentence: telling?.sentence ?? lead[0] ?? 0,
    holding: telling?.verb ?? null,
    organiser: telling?.organiser ?? primary.organiser ?? fullest.organiser,
  };
}

/** Which names somebody looks for; asked of each sentence, so that it may change on the way. */
interface Wanted {
  /** How many characters they have at the least. */
  readonly least: () => number;
  /** False of a sentence that has none of them. */
  readonly mayStandIn: (sentence: Span) => boolean;
}

const ANY: Wanted = { least: () => 0, mayStandIn: () => true };

/** The names of an article, each sentence's found when they are first asked for. */
class Names {
  readonly #article: Recognised;
  readonly #isHeadline: (index: number) => boolean;
  readonly #known: (readonly Placed[])[] = [];

  constructor(article: Recognised, isHeadline: (index: number) => boolean) {
    this.#article = article;
    this.#isHeadline = isHeadline;
  }

  /** All names in one sentence. */
  in(index: number): readonly Placed[] {
    this.#known[index] ??= placedIn(this.#article, index);
    return this.#known[index];
  }

  /**
   * Shows the names everywhere in the text, in order, but for some that are not wanted. What a sentence below the
   * headline only mentions says nothing of a meeting that was held, and is left out.
   */
  visit(see: (one: Placed) => void, wanted: Wanted = ANY): void {
    const { sentences } = this.#article;
    for (let index = 0, count = 0; index < sentences.length && count < MOST_NAMES; index++) {
      const known = this.#known[index];
      if (known === undefined && !wanted.mayStandIn(cut(sentences[index] as Span))) continue;
      const names = known ?? placedIn(this.#article, index, wanted.least());
      count += names.length;
      for (const one of names) if (one.how !== 'bare' || this.#isHeadline(index)) see(one);
    }
  }
}

/** The sentence that tells of an event: an earlier one where it says that something was held, else that of its word. */
function whereEvent(
  article: Recognised,
  lead: readonly number[],
  event: EventWord,
): { sentence: number; holding: Span | null } {
  const held = holdingIn(article, lead);
  return held !== null && held.sentence < event.sentence
    ? { sentence: held.sentence, holding: held.verb }
    : { sentence: event.sentence, holding: event.word };
}

const cut = ({ start, end }: Span): Span => ({ start, end: Math.min(end, start + LONGEST_SENTENCE) });

/** What is done at an event, as against what is only said to a reporter. */
const DEED = /进行|讲话|致辞|致词|发言|点评|授课|作|做/u;

/** No meeting or event is named, but a person with a title hosts, attends, reports or gives a talk: something was held. */
function takenPart(article: Recognised, lead: readonly number[]): Occasion {
  const none: Occasion = { kind: 'none', name: null, sentence: null, holding: null, organiser: null };
  for (const reading of rolesIn(article, Math.max(-1, ...lead) + 1)) {
    if (reading.person.titles.length === 0) continue;
    if (reading.role === 'speak' && !DEED.test(wordsOf(article.clean, reading.words))) continue;
    const sentence = lead.find((index) => {
      const { start, end } = article.sentences[index] as Span;
      return start <= reading.words.start && reading.words.end <= end;
    });
    if (sentence !== undefined) {
      // 学术活动月在校本部拉开序幕: what was held has no name that a table knows, but a place and a day.
      const held = holdingIn(article, lead);
      return { ...none, kind: 'event', sentence: held?.sentence ?? sentence, holding: held?.verb ?? null };
    }
  }
  return none;
}

/** 会议由某某主持: of a meeting that has no other name. */
const CHAIRED = /^由[^，,。；;]{1,40}主持/u;

/** A 报告会 that somebody chairs may be a lecture. */
const SITS = /(?:会议|座谈会|大会|研讨会|例会)$/u;
/** 某某一行8人来我校交流: a visit, whoever chairs the talk at its end. */
const VISITORS = /一行[^，,。；;]{0,12}[来到赴]|一行[^，,。；;]{0,6}(?:莅临|前往|走访)/u;

/** The bare noun for a meeting of which the first sentences say only who was in the chair; null when none does. */
function chairedIn(article: Recognised, lead: readonly number[]): Span | null {
  if (!lead.some((index) => dayIn(article, index))) return null;
  const [first] = lead;
  if (first !== undefined && VISITORS.test(wordsOf(article.clean, cut(article.sentences[first] as Span)))) return null;
  for (const index of lead) {
    for (const one of meetingNamesIn(article.clean, cut(article.sentences[index] as Span))) {
      if (
        one.plain &&
        SITS.test(wordsOf(article.clean, one)) &&
        CHAIRED.test(article.clean.slice(one.end, one.end + 60))
      )
        return { start: one.start, end: one.end };
    }
  }
  return null;
}

/** A line under a picture: short, of one sentence that nothing closes, and not the last line. */
function isCaption(article: Recognised, index: number): boolean {
  const sentence = article.sentences[index];
  if (sentence === undefined || sentence.end - sentence.start > 40) return false;
  const paragraph = article.paragraphs[sentence.paragraph] as Span;
  return (
    paragraph.start === sentence.start &&
    paragraph.end === sentence.end &&
    sentence.paragraph < article.paragraphs.length - 1 &&
    !/[。.！？!?；;：:”]$|[，,]/u.test(wordsOf(article.clean, sentence))
  );
}

/** The name that says what the article is about: one that was held before one that was only attended, the lead before the headline. */
function choose(
  named: readonly Placed[],
  isAbove: (one: Placed) => boolean,
  opening: number,
  isDated: (one: Placed) => boolean,
): Placed | null {
  const above = named.filter((one) => isAbove(one) && !one.plain);
  const below = named.filter((one) => !isAbove(one) && !one.plain);
  const told = (one: Placed): boolean => one.how === 'object' || one.how === 'subject';
  // A lead may mention other meetings: the one that the headline names, too, is meant.
  for (const high of above) {
    if (high.how === 'bare' && above.length > 1) continue;
    const low = below.find((low) => low.how !== 'bare' && sameMeeting(low.words, high.words));
    if (low !== undefined) return low;
  }
  return (
    below.find((one) => told(one) && one.held) ??
    above.find((one) => told(one) && one.held) ??
    named.find((one) => one.sentence === opening && one.plain && told(one) && one.held && !isAbove(one)) ??
    below.find((one) => told(one) || one.how === 'within') ??
    above.find((one) => told(one) || one.how === 'within') ??
    above[0] ??
    named.find((one) => told(one) && one.held) ??
    named.find((one) => told(one)) ??
    // 3月12日，某会议: nothing but a day and a name.
    named.find((one) => one.sentence === opening && !one.plain && isDated(one)) ??
    null
  );
}

/** 3月12日，某某会议 and no more: the whole sentence is the day and the name. */
const standsBehindDay = (text: string, sentence: Span, name: Span): boolean =>
  /^\s*(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[上下]午)?[，, ]?$/u.test(text.slice(sentence.start, name.start)) &&
  /^[。.]?\s*$/u.test(text.slice(name.end, sentence.end));

const ORDINAL =
  /第[一二三四五六七八九十百零〇两\d]+[次届期]|首[届次]|[一二三四五六七八九十]{1,3}届|\d{4}(?:年|届|(?=[\p{Script=Han}“]))/u;

/** What a year or an ordinal adds to a name's weight, and what 扩大 does. */
const NUMBERED = 4;
const ENLARGED = 1;
/** How much a name says: its length without brackets, and more for a year or an ordinal. */
function weight(words: string): number {
  const plain = words.replace(/[（(][^（）()]*[）)]|[“”《》]|(?<=\d{4})年/gu, '');
  return plain.length + (ORDINAL.test(plain) ? NUMBERED : 0) + (/[（(]扩大[）)]/u.test(words) ? ENLARGED : 0);
}

/** Levels of government: a meeting of one is not one of another. */
const LEVELS = /全[国省市州县区旗镇乡街校院行系]|[省市州县区旗镇乡校院](?=委|政府|政协|人大|纪委|直|管)|中央|国务院/gu;
const YEARS = /\d{4}(?=年|届|[\p{Script=Han}“])/gu;
const NUMBERS = /第[一二三四五六七八九十百零〇\d]+[次届期]/gu;

/** Two names speak of different levels, years or sittings, however like they are. */
function differ(a: string, b: string): boolean {
  for (const rule of [LEVELS, YEARS, NUMBERS]) {
    const mine = a.match(rule);
    const theirs = b.match(rule);
    if (mine !== null && theirs !== null && !mine.some((one) => theirs.includes(one))) return true;
  }
  return false;
}

/** Two names name the same meeting. */
export const sameMeeting = (a: string, b: string): boolean =>
  a === b ? a.length > 1 : likeness(a, b, SAME) >= SAME && !differ(a, b);

/** What opens or closes a meeting, or what was held in the course of it, is not the whole of it, unless the headline is about it. */
const PART_OF_IT = /(?:[开闭]幕(?:式|会|大会)|预备会议?|全体会议)$/u;
/** A noun that says of which form a meeting was: a 工作会议 is no 工作座谈会. */
const FORM = /(?:座谈会|发布会|论坛|报告会|培训班|研讨会|推进会|现场会|动员会|会议)$/u;

/** Whether another name for a meeting that was held under its own names something else: a part of it, or a sitting of another form. */
function namesAnother(primary: Placed, other: Placed, above: boolean): boolean {
  if (!primary.held || primary.how === 'bare') return false;
  if (!above && PART_OF_IT.test(other.words) && other.words.startsWith(primary.words)) return true;
  const mine = FORM.exec(primary.words)?.[0];
  const theirs = FORM.exec(other.words)?.[0];
  return other.how === 'within' && mine !== undefined && theirs !== undefined && mine !== theirs;
}

/** The name of the same meeting that says the most; of names that say as much, the first. */
function fullestOf(text: string, primary: Placed, names: Names, isHeadline: (index: number) => boolean): Placed {
  let best = primary;
  let most = weight(primary.words);
  const least = (): number => most - NUMBERED - ENLARGED + 1;
  const pairs = new Pairs(primary.words);
  const inCommon = (): number => Math.floor(SAME * (Math.min(least(), primary.words.length) - 1));
  const mayStandIn = (sentence: Span): boolean => pairs.mayStandIn(text, sentence, inCommon());
  names.visit(
    (one) => {
      if (one.plain || one.kind === 'activity' || one.future || one.words.length < least()) return;
      const weighs = weight(one.words);
      if (weighs <= most || !sameMeeting(one.words, primary.words)) return;
      if (one.how === 'bare' && likeness(one.words, primary.words) < 0.8) return;
      if (namesAnother(primary, one, isHeadline(one.sentence))) return;
      best = one;
      most = weighs;
    },
    { least, mayStandIn },
  );
  return best;
}

/** The place that says that the meeting was held: in the body before the headline, the last in a sentence before the first. */
function tellingOf(
  article: Recognised,
  meetings: readonly Placed[],
  names: Names,
  lead: readonly number[],
  isHeadline: (index: number) => boolean,
): Pick<Placed, 'sentence' | 'verb' | 'organiser'> | null {
  const isSame = (one: Placed): boolean =>
    !one.plain && one.verb !== null && meetings.some((meeting) => sameMeeting(one.words, meeting.words));
  const wasHeld = (one: Placed): boolean => one.held && !one.future && isSame(one);
  // The lead stands before the rest of the body, and in most articles says it. A headline run into its first sentence says it, too.
  for (const index of lead) {
    const held = names.in(index).findLast(wasHeld);
    if (held !== undefined) return held;
  }
  const all: Placed[] = [];
  names.visit((one) => all.push(one));
  const same = all.filter(isSame);
  const body = same.filter((one) => !isHeadline(one.sentence) && !isCaption(article, one.sentence));
  const held = body.find(wasHeld);
  if (held !== undefined) return body.findLast((one) => one.sentence === held.sentence && wasHeld(one)) ?? held;
  const opening = lead.slice(0, 3);
  const [part] = body;
  const other = holdingIn(article, opening);
  return (
    all.find((one) => opening.includes(one.sentence) && one.held && one.plain) ??
    (other !== null && (part === undefined || other.sentence < part.sentence) ? other : part) ??
    same.find((one) => one.held) ??
    same[0] ??
    null
  );
}

/** A sentence that says that something was held, without a name that its headline has (在校园举行盛大活动). */
function holdingIn(
  article: Recognised,
  lead: readonly number[],
): Pick<Placed, 'sentence' | 'verb' | 'organiser'> | null {
  for (const index of lead) {
    const verb = holdingVerbIn(article.clean, cut(article.sentences[index] as Span));
    if (verb !== null && dayIn(article, index)) return { sentence: index, verb, organiser: null };
  }
  return null;
}

interface EventWord {
  readonly sentence: number;
  readonly word: Span;
  readonly kind: string;
  /** The headline speaks of it, too. */
  readonly inHeadline: boolean;
}

/** Something that was held and is no meeting (运动会, 博览会). */
function heldActivity(named: readonly Placed[]): EventWord | null {
  const one = named.findLast((other) => other.kind === 'activity' && other.held);
  return one === undefined || one.verb === null
    ? null
    : { sentence: one.sentence, word: one.verb, kind: 'activity', inHeadline: false };
}

/** A meeting that is not what the article is about: one held in the course of a visit, or one that a letter goes to. */
function isAside(
  article: Recognised,
  primary: Placed,
  event: EventWord | null,
  isHeadline: (index: number) => boolean,
): boolean {
  if (event === null) return false;
  if (primary.held && event.sentence === primary.sentence && tellsOfMeeting(article, primary)) return false;
  if (event.kind === 'letter') {
    return event.inHeadline && (!(primary.held && !isHeadline(primary.sentence)) || isCongratulated(article, primary));
  }
  if (primary.plain) return !isHeadline(primary.sentence) && !headlineHolds(article);
  // 一行来我县调研。在上午召开的座谈会上，…: without a headline, the first sentence says what it is about.
  if (event.kind === 'visit' && article.headline === null && event.sentence < primary.sentence) return true;
  if (event.kind !== 'visit' || !event.inHeadline || headlineHolds(article)) return false;
  const before = article.clean.slice(
    Math.max(0, (primary.verb?.start ?? primary.start) - 3),
    primary.verb?.start ?? primary.start,
  );
  return event.sentence === primary.sentence && event.word.start < primary.start && /并|还|又|随后/u.test(before);
}

/** 致贺信，祝贺…会议在…召开: the letter is what happened, not the meeting that it is for. */
const isCongratulated = (article: Recognised, { sentence, start }: Placed): boolean =>
  /祝贺|庆贺|慰问|问候/u.test(article.clean.slice((article.sentences[sentence] as Span).start, start));

/** 会上，… · …参加座谈会: what is told of those at a meeting. */
const AT_IT =
  /(?:^|[，,。；;\s])(?:会议?上|座谈会上)[，,]|(?:参加|出席|列席)(?:了)?(?:会议|座谈会|座谈|研讨会|会商)[。，,；;]/u;

/** The sentences behind a meeting that was held in the course of something else are about the meeting. */
function tellsOfMeeting(article: Recognised, primary: Placed): boolean {
  const sentence = article.sentences[primary.sentence] as Span;
  const behind = article.clean.slice(sentence.end, sentence.end + 300);
  return AT_IT.test(behind);
}

/** The headline says that a meeting was held, and not in passing. */
function headlineHolds(article: Recognised): boolean {
  if (article.headline === null) return false;
  const line = article.paragraphs[article.headline] as Span;
  return meetingNamesIn(article.clean, line).some(
    (one) =>
      one.held &&
      !/并|还|又/u.test(article.clean.slice(Math.max(line.start, (one.verb?.start ?? 0) - 3), one.verb?.start ?? 0)),
  );
}

/** A word for an event in the headline and in the first sentences, or in the very first sentence with a day. */
function eventIn(article: Recognised, top: readonly number[], lead: readonly number[]): EventWord | null {
  const first = (indexes: readonly number[]): Omit<EventWord, 'inHeadline'> | null => {
    for (const index of indexes) {
      const sentence = cut(article.sentences[index] as Span);
      const word = events.firstIn(article.clean, sentence.start, sentence.end);
      if (word !== null) return { sentence: index, word: { start: word.start, end: word.end }, kind: word.value };
    }
    return null;
  };
  const below = first(lead.slice(0, 2));
  const above = first(top);
  if (below !== null && (above !== null || dayIn(article, below.sentence)))
    return { ...below, inHeadline: above !== null };
  if (above !== null && lead[0] !== undefined && dayIn(article, lead[0]))
    return { ...above, sentence: lead[0], inHeadline: true };
  return null;
}

const DAY = /\d{1,2}[日号]|[今昨]天|[今昨]日|近日|日前/u;

const dayIn = (article: Recognised, index: number): boolean =>
  DAY.test(wordsOf(article.clean, cut(article.sentences[index] as Span)));
