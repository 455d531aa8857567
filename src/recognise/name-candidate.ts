import type { MentionRule } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import type { LeftContext, RightContext, Surroundings } from './name-context.ts';

/** What a piece of evidence adds, by the id of the evidence. */
export type Weight = readonly [id: string, weight: number];

/** A stretch that may be a person's name, with all that speaks for and against it. */
export interface NameCandidate extends Span {
  readonly name: string;
  readonly rule: MentionRule;
  /** The sum of the weights, in natural logarithms of the odds. */
  readonly odds: number;
  /** What was weighed, in this order; what added nothing is left out. Empty unless somebody wants it told. */
  readonly weights: readonly Weight[];
  readonly left: LeftContext;
  readonly right: RightContext;
}

/** Names below this are left alone: running text is full of surnames. */
export const THRESHOLD = 3.2;

/** What the rest of an article adds to a candidate: the same name elsewhere, and its neighbours in a list. */
export const FROM_ARTICLE = { sameName: 3, sameNameWithinWords: 2, behindAName: 3, beforeAName: 1.5 };

/** The most that the rest of an article can add to any candidate. */
export const MOST_FROM_ARTICLE = FROM_ARTICLE.sameName + FROM_ARTICLE.behindAName + FROM_ARTICLE.beforeAName;

/** Whether a Chinese character stands at `at`, of the rarer planes as well. */
export const isHan = (text: string, at: number): boolean => {
  const unit = text.charCodeAt(at);
  return (unit >= 0x4e00 && unit <= 0x9fff) || (unit >= 0x3400 && unit <= 0x4dbf) || (unit >= 0xd800 && unit <= 0xdfff);
};

/** No weights: what stands in a candidate when nobody wants them told. */
export const UNTOLD: readonly Weight[] = [];

/** A candidate with its weights added up; those of nought are left out. */
export function candidateOf(
  { text, tells }: Surroundings,
  start: number,
  end: number,
  rule: MentionRule,
  weights: Readonly<Record<string, number>>,
  left: LeftContext,
  right: RightContext,
): NameCandidate {
  let odds = 0;
  for (const id in weights) odds += weights[id] as number;
  const said = tells ? Object.entries(weights).filter(([, weight]) => weight !== 0) : UNTOLD;
  return { start, end, name: text.slice(start, end), rule, odds, weights: said, left, right };
}
