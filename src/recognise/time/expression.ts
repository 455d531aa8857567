import type { Component, ParsedResult, Parser } from 'chrono-node/zh';
import type { MentionRule, PartialDay, RelativeDay, TimeMention } from '../../model/mention.ts';

/** What an expression says of a day or a run of days; null for what it leaves open. */
export interface Days {
  readonly from: PartialDay;
  readonly to?: PartialDay;
  readonly relative?: RelativeDay;
}

/** One way to write a day. `read` gets the words before and behind the match, to refuse what only looks like one. */
export interface TimeExpression {
  readonly id: Extract<MentionRule, `time/${string}`>;
  /** Each is matched as a whole. */
  readonly examples: readonly string[];
  readonly pattern: RegExp;
  readonly read: (groups: Readonly<Record<string, string | undefined>>, before: string, after: string) => Days | null;
}

/** How far `read` sees to either side. */
const SIGHT = 6;

/** An expression in the form in which chrono takes it.@internal */
export const parserOf = (expression: TimeExpression): Parser => ({
  pattern: () => expression.pattern,
  extract: (context, match) => {
    const at = match.index as number;
    const end = at + match[0].length;
    const before = context.text.slice(Math.max(0, at - SIGHT), at);
    const after = context.text.slice(end, end + SIGHT);
    const days = expression.read(match.groups ?? {}, before, after);
    if (days === null) return null;
    const result = context.createParsingResult(
      at,
      match[0],
      known(days.from),
      days.to === undefined ? undefined : known(days.to),
    );
    result.addTag(expression.id);
    if (days.relative !== undefined) result.addTag(tagOf(days.relative));
    return result;
  },
});

/** What a result of chrono says, as a mention; `offset` is where the text that chrono read starts.@internal */
export function mentionOf(result: ParsedResult, offset: number): TimeMention {
  let rule: MentionRule = 'time/calendar-day';
  let relative: RelativeDay | null = null;
  for (const tag of result.tags()) {
    if (tag.startsWith('time/')) rule = tag as MentionRule;
    else relative = relativeOf(tag) ?? relative;
  }
  const start = offset + result.index;
  return {
    kind: 'time',
    rule,
    start,
    end: start + result.text.length,
    from: partOf(result.start),
    to: result.end == null ? null : partOf(result.end),
    relative,
  };
}

/** The parts that a result is sure of; what chrono fills in from the clock is not among them.@internal */
export const partOf = (day: Pick<ParsedResult['start'], 'isCertain' | 'get'>): PartialDay => ({
  year: day.isCertain('year') ? day.get('year') : null,
  month: day.isCertain('month') ? day.get('month') : null,
  day: day.isCertain('day') ? day.get('day') : null,
});

function known(day: PartialDay): { [part in Component]?: number } {
  const parts: { [part in Component]?: number } = {};
  if (day.year !== null) parts.year = day.year;
  if (day.month !== null) parts.month = day.month;
  if (day.day !== null) parts.day = day.day;
  return parts;
}

const RELATIVE = 'relative ';
const tagOf = (relative: RelativeDay): string => RELATIVE + JSON.stringify(relative);
const relativeOf = (tag: string): RelativeDay | null =>
  tag.startsWith(RELATIVE) ? (JSON.parse(tag.slice(RELATIVE.length)) as RelativeDay) : null;
