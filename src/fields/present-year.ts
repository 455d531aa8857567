import { loadTable } from '../lexicon/load.ts';
import { numberOf } from '../lexicon/numerals.ts';
import type { Span } from '../model/span.ts';

/** A year that an article speaks of as its own, and the words that do. */
export interface PresentYear {
  readonly year: number;
  readonly span: Span;
}

/** What a year in the text says about the year in which the meeting was held. */
interface Hint extends PresentYear {
  /** How far it is to be trusted; a higher one overrules. */
  readonly trust: number;
}

/** 2024年 and what follows; the word behind the year decides what it means. */
const YEAR = /(?<year>(?:19|20)[0-9]{2})[ \u3000]?年/gu;
/** 成立75周年 · 建党一百周年 · 诞辰100周年 */
const ANNIVERSARY = /(?<count>[0-9]{1,3}|[一二三四五六七八九十]{1,3})周?年/gu;

/** 是新中国成立75周年 · 是关键之年 · 是“十四五”规划的关键一年: what is said of the running year. */
const IS_THE_YEAR =
  /^[，,]?(?:，?对[^，,。]{1,12}来说，?)?[是系][^。；;]{0,40}?(?:之年|一年|周年|元年|年份|收官年|开局年|攻坚年|决胜年|(?<![0-9一二三四五六七八九十\s])年(?=[，,。；;]))/u;
/** 2024年以来，全省…: looked back on from a month of the same year, unless early in the next. */
const SINCE = /^(?:以来|至今)/u;
const SINCE_FROM_MONTH = 4;
/** Months after which a report of the part of a year can be given. */
const PARTS: readonly (readonly [RegExp, number])[] = [
  [/^(?:第?一季度|1季度|1[-—至]3月)/u, 3],
  [/^(?:上半年|前半年|第?二季度|1[-—至]6月|前6个月|前六个月)/u, 6],
  [/^(?:前三季度|前3季度|第?三季度|1[-—至]9月)/u, 9],
  [/^(?:下半年|第?四季度)/u, 6],
];
/** 部署2023年任务 */
const PLANS = /(?:部署|安排|谋划|布置|研究|明确|制定|做好|推进|落实|审议)(?:了|好|和|及|落实|推进)?$/u;
/** 总结2022年工作 */
const LOOKS_BACK = /(?:总结|回顾|通报|汇报|报告|听取)(?:了|和|及)?[^，,。]{0,4}$/u;
/** 2022年全面从严治党工作会议, unless it looks back (总结大会, 年会): the name of a meeting of that year. */
const NAMES_MEETING =
  /^(?:度)?(?!(?:[^，,。；;、]{0,24}?)(?:总结|述职|述评|考核|年会|表彰|评议))[^，,。；;]{2,24}?(?:会议|大会|推进会|部署会|动员会|培训班|培训会)/u;
/** 2015年国民经济和社会发展计划（草案）: laid before those who decide on it in the first months of the year. */
const DRAFT = /^度?[^，,。；;《》0-9]{0,24}(?:计划|预算)(?:情况)?[（(]草案/u;
/** 2014年预算执行情况: reported on in the first months of the next. */
const CARRIED_OUT = /^度?[^，,。；;《》0-9]{0,24}执行情况/u;
/** 决定2018年1月召开: decided towards the end of the year before. */
const DECIDES = /(?:决定|建议)(?:于|在)?$/u;
const EARLY = /^[1-3]月[^，,。；;]{0,12}(?:召开|举行)/u;
const LAST_MONTH_OF_DRAFTS = 4;
const OPENING = 1;
/** A clause opens behind these. */
const OPENS = /(?:^|[\s，,。；;：:])$/u;
const WORK = /^(?:度)?[^，,。；;、]{0,10}(?:工作|任务|计划|要点|重点|目标|预算)/u;
const COMPLETED = /^(?:度)?[^，,。；;、]{0,10}(?:工作|任务|情况|决算|总结)/u;

/**
 * The year in which an article says that it is, for a meeting in `month`: 2024年前三季度, 今年是新中国成立75周年,
 * 总结2022年工作，部署2023年任务. Null when it says none, or two that do not agree.
 */
export function presentYear(text: string, month: number | null): PresentYear | null {
  const hints: Hint[] = [];
  addAnniversaries(text, hints);
  addCongresses(text, hints);
  addYears(text, month, hints);
  if (hints.length === 0) return null;
  const trust = Math.max(0, ...hints.map((hint) => hint.trust));
  const best = hints.filter((hint) => hint.trust === trust);
  const [first] = best;
  if (first === undefined) return null;
  const last = best.reduce((a, b) => (b.year > a.year ? b : a));
  const gap = last.year - Math.min(...best.map(({ year }) => year));
  // In the first months a year that opens what is said may be the one that is over.
  if (gap === 0 && trust === OPENING && month !== null && month <= 2) return null;
  if (gap === 0) return { year: first.year, span: first.span };
  // 2023年，…。2024年，…: what was done, then what is to be done.
  return trust === OPENING && gap === 1 && month !== null && month < 11 ? { year: last.year, span: last.span } : null;
}

function addYears(text: string, month: number | null, hints: Hint[]): void {
  const planned: Hint[] = [];
  const past: Hint[] = [];
  for (const match of text.matchAll(YEAR)) {
    const year = Number(match.groups?.year);
    const start = match.index;
    const end = start + match[0].length;
    const before = text.slice(Math.max(0, start - 8), start);
    const after = text.slice(end, end + 60);
    const span = (length: number): Span => ({ start, end: end + length });
    const named = IS_THE_YEAR.exec(after);
    if (named !== null && !/[到至过]$/u.test(before)) {
      // 2020年是收官之年，做好明年工作十分重要: said at the end of the year before.
      const ahead = month !== null && month >= 11 && /明年|来年/u.test(after);
      hints.push({ year: ahead ? year - 1 : year, span: { start, end }, trust: 5 });
      continue;
    }
    const part = PARTS.map(([form, last]) => ({ found: form.exec(after), last })).find(({ found }) => found !== null);
    if (part?.found != null) {
      const late = month === null || month > part.last || (month === part.last && PLANS.test(before));
      hints.push({
        year: late ? year : PLANS.test(before) ? year : year + 1,
        span: span(part.found[0].length),
        trust: 4,
      });
      continue;
    }
    if (month !== null && month >= 10 && DECIDES.test(before) && EARLY.test(after)) {
      planned.push({ year: year - 1, span: { start, end }, trust: 3 });
      continue;
    }
    if (month !== null && month <= LAST_MONTH_OF_DRAFTS && (DRAFT.test(after) || CARRIED_OUT.test(after))) {
      hints.push({ year: DRAFT.test(after) ? year : year + 1, span: { start, end }, trust: 3 });
      continue;
    }
    if (SINCE.test(after) && month !== null && month >= SINCE_FROM_MONTH && OPENS.test(before)) {
      past.push({ year, span: span(2), trust: OPENING });
    } else if (PLANS.test(before) && WORK.test(after)) {
      planned.push({ year: month !== null && month >= 11 ? year - 1 : year, span: { start, end }, trust: 3 });
    } else if (LOOKS_BACK.test(before) && COMPLETED.test(after)) {
      past.push({ year: month !== null && month >= 11 ? year : year + 1, span: { start, end }, trust: 2 });
    } else if (month !== null && month > 1 && month < 11 && NAMES_MEETING.test(after)) {
      past.push({ year, span: { start, end }, trust: 2 });
    } else if (/^[，,]/u.test(after) && OPENS.test(before) && !/[0-9]月/u.test(after.slice(0, 4))) {
      // 会议指出，2024年，…: a year that opens what is said is the running one, unless a later one stands in its place.
      past.push({ year, span: { start, end }, trust: OPENING });
    }
  }
  for (const hint of planned) hints.push(hint);
  for (const hint of past) hints.push(hint);
}

/** A party congress that is said to be held this year (党的十八大将于今年下半年召开): one every five years, the eighteenth in 2012. */
const CONGRESS =
  /党的(?:第)?(?<number>十[六七八九]|二十(?:[一二三])?)(?:大(?![以之后精报召])|次全国代表大会)[^。；;]{0,10}今年[^。；;，,]{0,12}(?:召开|举行)|今年[^。；;]{0,12}(?:召开|迎来)[^。；;，,]{0,6}党的(?:第)?(?<behind>十[六七八九]|二十(?:[一二三])?)(?:大(?![以之后精报])|次全国代表大会)/gu;

function addCongresses(text: string, hints: Hint[]): void {
  if (!text.includes('今年') || !text.includes('党的')) return;
  for (const match of text.matchAll(CONGRESS)) {
    const number = numberOf(match.groups?.number ?? match.groups?.behind ?? '');
    if (number === null) continue;
    hints.push({
      year: 2012 + (number - 18) * 5,
      span: { start: match.index, end: match.index + match[0].length },
      trust: 4,
    });
  }
}

/** Years that a meeting's own name has: 2013年学术年会 · 2010中国国际矿业大会 · 2018年度述职会议. */
const YEAR_IN_NAME = /(?<![0-9])(?<year>(?:19|20)[0-9]{2})(?<of>年度?)?(?=[\p{Script=Han}“《（(])/u;
/** A meeting that looks back on the year that it is named for. */
const LOOKS_BACK_ON = /总结|述职|述责|述廉|述评|考核|表彰|评议|民主生活会|年终|交账|盘点/u;
/** 第十次 */
const ONE_OF_SEVERAL = /^第[一二三四五六七八九十\d]{1,3}[次期]/u;
/** A meeting at the head of the year that it is named for. */
const LOOKS_AHEAD = /工作会|部署|动员|推进|启动|开学|开班|计划|务虚|誓师/u;

/**
 * The year of a meeting that bears one in its name and was held in `month`. One that looks back is held in that year's
 * last months or in the next year's first; one that looks ahead not in its last; any other not in January, when the last year's
 * may still be due. Null where that leaves two years.
 */
export function yearOfName(name: string, month: number): number | null {
  const hit = YEAR_IN_NAME.exec(name);
  if (hit?.groups === undefined) {
    const anniversaries: Hint[] = [];
    addAnniversaries(name, anniversaries, true);
    return anniversaries[0]?.year ?? null;
  }
  const year = Number(hit.groups.year);
  const behind = name.slice(hit.index + hit[0].length);
  // 2025年度第十次集体学习: one of several in the course of the year.
  if (ONE_OF_SEVERAL.test(behind)) return year;
  if (LOOKS_BACK_ON.test(behind)) return month >= 11 ? year : month <= 3 ? year + 1 : null;
  if (LOOKS_AHEAD.test(behind)) return month <= 10 ? year : null;
  if (hit.groups.of === '年度') return null;
  return month >= 2 ? year : null;
}

let foundings: readonly (readonly [string, number])[] | null = null;
const loadFoundings = (): readonly (readonly [string, number])[] =>
  loadTable('foundings')
    .map(({ name = '', year = '' }) => [name, Number(year)] as const)
    .sort((a, b) => b[0].length - a[0].length);

/** 今年是新中国成立75周年 · 在中国共产党成立88周年之际 · 庆祝建党100周年 */
function addAnniversaries(text: string, hints: Hint[], own = false): void {
  if (!text.includes('周年')) return;
  for (const match of text.matchAll(ANNIVERSARY)) {
    if (!match[0].endsWith('周年')) continue;
    const count = numberOf(match.groups?.count ?? '');
    if (count === null || count < 5) continue;
    const before = text.slice(Math.max(0, match.index - 24), match.index).replace(/成立$|诞生$|纪念$/u, '');
    foundings ??= loadFoundings();
    const founding = foundings.find(([name]) => before.endsWith(name));
    if (founding === undefined) continue;
    // 党 alone is the party only where 建党 or 中国共产党 is meant, not in 民盟党 or 政党.
    if (founding[0] === '党' && !/(?:[建我]|庆祝|纪念|[迎是])党$/u.test(before)) continue;
    // 在庆祝建党100周年大会上的讲话 is quoted for years; the name of the meeting itself is not.
    if (
      !own &&
      /^(?:[^，。,]{0,4}大会|座谈会|文艺)/u.test(
        text.slice(match.index + match[0].length, match.index + match[0].length + 8),
      )
    )
      continue;
    const start = text.lastIndexOf(founding[0], match.index);
    hints.push({ year: founding[1] + count, span: { start, end: match.index + match[0].length }, trust: 4 });
  }
}
