import type { MentionRule } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import type { LeftContext, RightContext } from './name-context.ts';

/** What a piece of evidence adds, by the id of the evidence. */
export type Weight = readonly [id: string, weight: number];

/** A stretch that may be a person's name, with all that speaks for and against it. */
export interface NameCandidate extends Span {
  readonly name: string;
  readonly rule: MentionRule;
  /** The sum of the weights, in natural logarithms of the odds. */
  readonly odds: number;
  /** What was weighed, in this order; what added nothing is left out. */
  readonly weights: readonly Weight[];
  readonly left: LeftContext;
  readonly right: RightContext;
}

/** Names below this are left alone: running text is full of surnames. */
export const THRESHOLD = 3.2;

/** The most that the rest of an article can add to a candidate: the same name elsewhere, and both neighbours of a list. */
export const MOST_FROM_ARTICLE = 7.5;

/** Whether a Chinese character stands at `at`, of the rarer planes as well. */
export const isHan = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0xd800 && unit <= 0xdfff);
};

/** A candidate with its weights added up; those of nought are left out. */
export function candidateOf(
  text: string,
  { start, end }: Span,
  rule: MentionRule,
  weights: Readonly<Record<string, number>>,
  left: LeftContext,
  right: RightContext,
): NameCandidate {
  const said = Object.entries(weights).filter(([, weight]) => weight !== 0);
  const odds = said.reduce((sum, [, weight]) => sum + weight, 0);
  return { start, end, name: text.slice(start, end), rule, odds, weights: said, left, right };
}

/** The candidate with more that speaks for it; itself where nothing is added. */
export function withMore(candidate: NameCandidate, more: readonly Weight[]): NameCandidate {
  if (more.length === 0) return candidate;
  const { start, end, name, rule, weights, left, right } = candidate;
  const odds = more.reduce((sum, [, weight]) => sum + weight, candidate.odds);
  return { start, end, name, rule, odds, weights: [...weights, ...more], left, right };
}
