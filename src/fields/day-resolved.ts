import { lunarDayOf } from '../lexicon/lunar-names.ts';
import type { Recognised } from '../model/document.ts';
import type { PartialDay, TimeMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { type Day, daysIn, exists, latest, latestMonth, shift, shiftMonth, weekdayOf, whole } from './calendar.ts';
import { isDateline, isStamp } from './dateline.ts';
import { latestSolarDay, solarDay } from './lunar-days.ts';
import { mentionsOf, mentionsWithin } from './mentions-within.ts';
import { presentYear, yearOfName } from './present-year.ts';
import { publishedDay } from './published-day.ts';

/** A day, or a run of days, with the parts that its words leave open filled in as far as the article tells. */
export interface ResolvedDay {
  readonly start: PartialDay;
  readonly end: PartialDay | null;
  /** What was filled in, and from what; empty when the words say all that is known. */
  readonly because: readonly string[];
  /** The words from which it was filled in; words beside the article have none. */
  readonly sources: readonly Span[];
}

/** A day that something says, with where it says so. */
interface Source<T> {
  readonly value: T;
  readonly because: string;
  readonly span: Span | null;
}

/** What the article says of its own day. */
export interface ArticleDay {
  /** The day from which 昨天 and a bare 24日 count: the dateline's, else that of publication. */
  readonly counts: Source<PartialDay> | null;
  /** No meeting that is reported is later than this. */
  readonly limit: Source<Day> | null;
}

/** The day that a mention means in its article, whose meeting has the name `name`; null when it names none that can be known or that no calendar has. */
export function resolve(
  article: Recognised,
  mention: TimeMention,
  own: ArticleDay,
  name: Span | null = null,
): ResolvedDay | null {
  if (mention.rule === 'time/lunar-day') return resolveLunar(article, mention, own);
  const notes: string[] = [];
  const sources: Span[] = [];
  const note = (part: string, source: Source<unknown>): void => {
    notes.push(`${part} from ${source.because}`);
    if (source.span !== null) sources.push(source.span);
  };

  let start: PartialDay | null = mention.from;
  if (mention.relative !== null) {
    start = countFrom(article, mention, own, note);
    if (start === null) return null;
  }
  if (start.month === null && start.day !== null) start = giveMonth(article, mention, start, own, note);
  if (start.year === null && start.month !== null) start = giveYear(article, mention, start, own, name, note);
  if (!exists(start) || (start.month === null && start.day === null && start.year === null)) return null;
  const last = mention.to === null ? lastDay(article, mention) : null;
  const end = mention.to !== null ? complete(mention.to, start) : last !== null ? complete(last.from, start) : null;
  if (last !== null) note('last day', { value: last, because: article.clean.slice(last.start, last.end), span: last });
  if (end !== null && !exists(end)) return null;
  return { start, end, because: notes, sources };
}

/** 会议将持续至23日: what the day stands behind. */
const GOES_ON_TO = /(?:会议|大会|论坛|年会|活动|会期|研讨会|培训班?|将|，|,)(?:持续|延续|进行)(?:到|至)$/u;
/** How far behind the first day a text may say which is the last. */
const AFTERWARDS = 600;

/** The last day of a meeting, said apart from its first; null when nothing says so. */
const lastDay = (article: Recognised, mention: TimeMention): TimeMention | null =>
  mentionsWithin(article.mentions, 'time', { start: mention.end, end: mention.end + AFTERWARDS }).find(
    (other) =>
      other.from.day !== null &&
      other.to === null &&
      other.relative === null &&
      mention.from.day !== null &&
      GOES_ON_TO.test(article.clean.slice(Math.max(0, other.start - 10), other.start)),
  ) ?? null;

type Note = (part: string, source: Source<unknown>) => void;

/** The dateline, a stamp in the text and the day of publication, and which of them the article's words count from. */
export function articleDay(article: Recognised): ArticleDay {
  const published = publishedDay(article);
  let dateline: TimeMention | null = null;
  let stamp: TimeMention | null = null;
  for (const mention of mentionsOf(article.mentions, 'time')) {
    if (mention.to !== null || mention.from.day === null) continue;
    if (dateline === null && mention.relative === null && isDateline(article.clean, mention)) dateline = mention;
    else if (stamp === null && isStamp(article, mention)) stamp = mention;
  }
  const stampDay = stamp === null ? null : whole(stamp.from);
  const limit: Source<Day> | null =
    published !== null
      ? { value: published, because: 'the published date', span: null }
      : stampDay !== null
        ? { value: stampDay, because: 'the date of the report', span: stamp }
        : null;
  if (dateline === null) return { counts: limit, limit };
  let day = dateline.from;
  if (limit !== null && day.year === null) day = latest(day.month, day.day as number, limit.value) ?? day;
  return { counts: { value: day, because: 'the dateline', span: dateline }, limit };
}

/** 昨天 · 本周三 · 上月28日 · 去年12月: counted from the article's day. */
function countFrom(article: Recognised, mention: TimeMention, own: ArticleDay, note: Note): PartialDay | null {
  const { relative, from } = mention;
  if (relative === null) return from;
  if (relative.unit === 'year') {
    const year = own.limit === null ? null : own.limit.value.year;
    if (year !== null && own.limit !== null) {
      note('year', own.limit);
      return { ...from, year: year + relative.offset };
    }
    const present = presentYear(article.clean, from.month);
    if (present === null) return from;
    note('year', {
      value: present.year,
      because: article.clean.slice(present.span.start, present.span.end),
      span: present.span,
    });
    return { ...from, year: present.year + relative.offset };
  }
  const base = own.counts;
  if (base === null || base.value.month === null || base.value.day === null)
    return relative.unit === 'month' ? from : null;
  const { year, month, day } = base.value;
  // A year in which nothing else is known stands in, and is taken out again: only the end of February depends on it.
  const reckoned = { year: year ?? 2023, month, day };
  const found = ((): PartialDay => {
    if (relative.unit === 'day') return shift(reckoned, relative.offset);
    if (relative.unit === 'month') return { ...shiftMonth(reckoned.year, month, relative.offset), day: from.day };
    const weekday = relative.weekday ?? 1;
    const bare = /^(?:周|星期|礼拜)/u.test(article.clean.slice(mention.start, mention.end));
    const ahead = weekday - weekdayOf(reckoned) + 7 * relative.offset;
    return shift(reckoned, bare && ahead > 0 ? ahead - 7 : ahead);
  })();
  if (relative.unit === 'week' && year === null) return null;
  note(year === null ? 'month and day' : relative.unit === 'month' ? 'year and month' : 'day', base);
  return year === null ? { ...found, year: null } : found;
}

/** The month of a bare 24日: that of the same day said in full, else the latest such day up to the article's. */
function giveMonth(
  article: Recognised,
  mention: TimeMention,
  start: PartialDay,
  own: ArticleDay,
  note: Note,
): PartialDay {
  const day = start.day as number;
  const base = own.counts;
  if (base !== null && base.value.month !== null && base.value.day !== null) {
    const { year, month } = base.value;
    if (year !== null) {
      const found = latest(null, day, { year, month, day: base.value.day });
      if (found === null) return start;
      note('year and month', base);
      return found;
    }
    const back = day > base.value.day ? 1 : 0;
    const at = shiftMonth(2023, month, -back);
    note('month', base);
    return { year: null, month: at.month, day };
  }
  const same = mentionsOf(article.mentions, 'time').find(
    (other) => other !== mention && other.from.month !== null && other.from.day === day && other.relative === null,
  );
  if (same === undefined || same.from.month === null) return start;
  note('month', { value: same, because: article.clean.slice(same.start, same.end), span: same });
  return { year: same.from.year, month: same.from.month, day };
}

/** The year of 10月19日, in the order of what can be trusted: the same day with its year, publication, the present year. */
function giveYear(
  article: Recognised,
  mention: TimeMention,
  start: PartialDay,
  own: ArticleDay,
  name: Span | null,
  note: Note,
): PartialDay {
  const { month, day } = start;
  const text = article.clean;
  const said = sameDayWithYear(article, mention, start, own);
  if (said !== null) {
    note('year', { value: said, because: text.slice(said.start, said.end), span: said });
    return { ...start, year: said.from.year };
  }
  const dateline = own.counts;
  if (dateline?.span != null && dateline !== own.limit && own.limit === null) {
    const full = whole(dateline.value);
    const found = full === null || month === null || day === null ? null : latest(month, day, full);
    if (found !== null) {
      note('year', dateline);
      return found;
    }
  }
  if (own.limit !== null && month !== null) {
    const found = day === null ? latestMonth(month, own.limit.value) : latest(month, day, own.limit.value);
    if (found !== null) {
      note('year', own.limit);
      return { ...start, year: found.year };
    }
  }
  const named = name === null || month === null ? null : yearOfName(text.slice(name.start, name.end), month);
  if (named !== null && name !== null && day !== null && month !== null && day <= daysIn(named, month)) {
    note('year', { value: named, because: text.slice(name.start, name.end), span: name });
    return { ...start, year: named };
  }
  const present = presentYear(text, month);
  if (present !== null && day !== null && month !== null && day <= daysIn(present.year, month)) {
    note('year', {
      value: present.year,
      because: text.slice(present.span.start, present.span.end),
      span: present.span,
    });
    return { ...start, year: present.year };
  }
  return start;
}

/** News on the web begins here: an older year beside the same day is a day remembered (1945年9月3日). */
const OLDEST = 1995;

/** Another mention of the same month and day that says the year; not one whose anniversary it is. */
function sameDayWithYear(
  article: Recognised,
  mention: TimeMention,
  start: PartialDay,
  own: ArticleDay,
): TimeMention | null {
  const about = own.limit?.value.year ?? own.counts?.value.year ?? null;
  for (const other of mentionsOf(article.mentions, 'time')) {
    if (other === mention || other.from.year === null || other.from.day === null) continue;
    if (other.from.month !== start.month || other.from.day !== start.day) continue;
    if (about === null ? other.from.year >= OLDEST : Math.abs(other.from.year - about) <= 1) return other;
  }
  return null;
}

/** The last day of a run: what its words leave open is the first day's, or the next month or year when it would lie before. */
function complete(to: PartialDay, start: PartialDay): PartialDay {
  let { year, month } = to;
  const { day } = to;
  if (month === null) {
    month = start.month;
    if (month !== null && day !== null && start.day !== null && day < start.day) month = month === 12 ? 1 : month + 1;
  }
  if (year === null && start.year !== null) {
    year = month !== null && start.month !== null && month < start.month ? start.year + 1 : start.year;
  }
  return { year, month, day };
}

/** 正月初八: the latest up to the article's day; in the present year when no day of publication is known. */
function resolveLunar(article: Recognised, mention: TimeMention, own: ArticleDay): ResolvedDay | null {
  const name = lunarDayOf(article.clean.slice(mention.start, mention.end));
  if (name === null) return null;
  const base = own.counts;
  const counted = base === null ? null : whole(base.value);
  if (base !== null && counted !== null) {
    const start = latestSolarDay(name, counted);
    return start === null
      ? null
      : {
          start,
          end: null,
          because: [`traditional calendar, year from ${base.because}`],
          sources: base.span === null ? [] : [base.span],
        };
  }
  const present = presentYear(article.clean, name.month);
  const start = present === null ? null : solarDay(present.year, name);
  if (present === null || start === null) return null;
  const words = article.clean.slice(present.span.start, present.span.end);
  return { start, end: null, because: [`traditional calendar, year from ${words}`], sources: [present.span] };
}
