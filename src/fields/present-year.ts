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
  /^[，,]?(?:，?对[^，。]{1,12}来说，?)?[是系][^。；;]{0,40}?(?:之年|一年|周年|元年|年份|收官年|开局年|攻坚年|决胜年)/u;
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
const LOOKS_BACK = /(?:总结|回顾|通报|汇报|报告|听取)(?:了|和|及)?[^，。]{0,4}$/u;
/** 2022年全面从严治党工作会议, unless it looks back (总结大会, 年会): the name of a meeting of that year. */
const NAMES_MEETING =
  /^(?:度)?(?!(?:[^，。；;、]{0,24}?)(?:总结|述职|述评|考核|年会|表彰|评议))[^，。；;]{2,24}?(?:会议|大会|推进会|部署会|动员会|培训班|培训会)/u;
const OPENING = 1;
const WORK = /^(?:度)?[^，。；;、]{0,10}(?:工作|任务|计划|要点|重点|目标|预算)/u;
const COMPLETED = /^(?:度)?[^，。；;、]{0,10}(?:工作|任务|情况|决算|总结)/u;

/**
 * The year in which an article says that it is, for a meeting in `month`: 2024年前三季度, 今年是新中国成立75周年,
 * 总结2022年工作，部署2023年任务. Null when it says none, or two that do not agree.
 */
export function presentYear(text: string, month: number | null): PresentYear | null {
  const hints = [...anniversaries(text), ...years(text, month)];
  const trust = Math.max(0, ...hints.map((hint) => hint.trust));
  const best = hints.filter((hint) => hint.trust === trust);
  const [first] = best;
  if (first === undefined) return null;
  const last = best.reduce((a, b) => (b.year > a.year ? b : a));
  const gap = last.year - Math.min(...best.map(({ year }) => year));
  if (gap === 0) return { year: first.year, span: first.span };
  // 2023年，…。2024年，…: what was done, then what is to be done.
  return trust === OPENING && gap === 1 && month !== null && month < 11 ? { year: last.year, span: last.span } : null;
}

function* years(text: string, month: number | null): Generator<Hint> {
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
      yield { year, span: { start, end }, trust: 5 };
      continue;
    }
    const part = PARTS.map(([form, last]) => ({ found: form.exec(after), last })).find(({ found }) => found !== null);
    if (part?.found != null) {
      const late = month === null || month > part.last || (month === part.last && PLANS.test(before));
      yield { year: late ? year : PLANS.test(before) ? year : year + 1, span: span(part.found[0].length), trust: 4 };
      continue;
    }
    if (PLANS.test(before) && WORK.test(after)) {
      planned.push({ year: month !== null && month >= 11 ? year - 1 : year, span: { start, end }, trust: 3 });
    } else if (LOOKS_BACK.test(before) && COMPLETED.test(after)) {
      past.push({ year: month !== null && month >= 11 ? year : year + 1, span: { start, end }, trust: 2 });
    } else if (month !== null && month > 1 && month < 11 && NAMES_MEETING.test(after)) {
      past.push({ year, span: { start, end }, trust: 2 });
    } else if (/^[，,]/u.test(after) && /(?:^|[\s，,。；;：:])$/u.test(before) && !/[0-9]月/u.test(after.slice(0, 4))) {
      // 会议指出，2024年，…: a year that opens what is said is the running one, unless a later one stands in its place.
      past.push({ year, span: { start, end }, trust: OPENING });
    }
  }
  yield* planned;
  yield* past;
}

let foundings: readonly (readonly [string, number])[] | null = null;
const loadFoundings = (): readonly (readonly [string, number])[] =>
  loadTable('foundings')
    .map(({ name = '', year = '' }) => [name, Number(year)] as const)
    .sort((a, b) => b[0].length - a[0].length);

/** 今年是新中国成立75周年 · 在中国共产党成立88周年之际 · 庆祝建党100周年 */
function* anniversaries(text: string): Generator<Hint> {
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
    // 在庆祝建党100周年大会上的讲话 is quoted for years.
    if (
      /^(?:[^，。,]{0,4}大会|座谈会|文艺)/u.test(
        text.slice(match.index + match[0].length, match.index + match[0].length + 8),
      )
    )
      continue;
    const start = text.lastIndexOf(founding[0], match.index);
    yield { year: founding[1] + count, span: { start, end: match.index + match[0].length }, trust: 4 };
  }
}
