import type { Span } from './span.ts';

/** The rules of recognising, by the path of their file and their name in it. Each is explained in src/explain/rules.ts. */
export type MentionRule =
  | 'name-article/added'
  | 'name-article/listed'
  | 'name-article/repeated'
  | 'name-foreign/dotted'
  | 'name-foreign/transcribed'
  | 'name-han/compound-surname'
  | 'name-han/surname'
  | 'name-han/two-surnames'
  | 'person/short-form'
  | 'place/abbreviated'
  | 'place/abroad'
  | 'place/added'
  | 'place/country'
  | 'place/full-name'
  | 'place/plain-name'
  | 'time/bare-day'
  | 'time/calendar-day'
  | 'time/day-list'
  | 'time/day-range'
  | 'time/glossed-day'
  | 'time/lunar-day'
  | 'time/month'
  | 'time/month-away'
  | 'time/near-day'
  | 'time/numeric-day'
  | 'time/weekday'
  | 'title/inherited'
  | 'title/stated';

/** Something that the text names: where, what kind, and the id of the rule that saw it (`time/day-range`). */
interface Seen<Kind extends string> extends Span {
  readonly kind: Kind;
  readonly rule: MentionRule;
}

/** A day in which parts may be unknown. Months and days count from 1. */
export interface PartialDay {
  readonly year: number | null;
  readonly month: number | null;
  readonly day: number | null;
}

/**
 * A day or a run of days. What the words do not say is null in `from` and `to`; `to` is null for a single day.
 * `relative` is set for words that count from the day of the article (昨日, 本月12日, 去年12月, 本周三, 今天).
 */
export interface TimeMention extends Seen<'time'> {
  readonly from: PartialDay;
  readonly to: PartialDay | null;
  readonly relative: RelativeDay | null;
}

/** How a day counts from the article's: `offset` units before (−) or after (+), the rest of the day as in `from`. */
export interface RelativeDay {
  readonly unit: 'day' | 'week' | 'month' | 'year';
  readonly offset: number;
  /** 1 Monday … 7 Sunday, for 本周三; null otherwise. */
  readonly weekday: number | null;
}

/** A place with its code in GB/T 2260; `place` is its plain form without 市/县/区 (兰州), `level` how high it stands. */
export interface PlaceMention extends Seen<'place'> {
  readonly place: string;
  readonly adcode: string | null;
  readonly level: 'province' | 'city' | 'county' | 'abroad';
}

/** The name of a body: a party committee, a bureau, a school, a company (省侨联, 沈阳高新技术产业开发区管委会). */
export interface OrganisationMention extends Seen<'organisation'> {
  readonly head: string;
}

/** An office, a rank or a noun of identity (书记, 一级巡视员, 教授, 校友代表), with the words that qualify it. */
export interface PostMention extends Seen<'post'> {
  readonly head: string;
}

/** One title of a person: an organisation, said or inherited, and a post. */
export interface TitleMention extends Seen<'title'> {
  readonly organisation: Span | null;
  /** The organisation's words stand in an earlier title of the same run. */
  readonly inherited: boolean;
  readonly post: Span;
}

/** A person's name at one place of the text, with the titles that go with it there. */
export interface PersonMention extends Seen<'person'> {
  readonly name: string;
  readonly titles: readonly TitleMention[];
  /** The whole phrase: titles, name and what follows the name (林修德副主任). */
  readonly phrase: Span;
}

/** Anything that a text names. */
export type Mention = TimeMention | PlaceMention | OrganisationMention | PostMention | PersonMention;
