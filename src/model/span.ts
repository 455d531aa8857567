/** A half-open stretch `[start, end)` of a text, in UTF-16 code units of that text. */
export interface Span {
  readonly start: number;
  readonly end: number;
}

/** Whether `inner` lies within `outer`; a span lies within itself. */
export const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Whether two spans share at least one code unit. */
export const overlaps = (a: Span, b: Span): boolean => a.start < b.end && b.start < a.end;

/** The words that a span covers. */
export const wordsOf = (text: string, span: Span): string => text.slice(span.start, span.end);
