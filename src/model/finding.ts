import type { Span } from './span.ts';

/** How much a finding matters: a note explains, a warning asks for a look, an error says that something was lost. */
export type Severity = 'note' | 'warning' | 'error';

/** What can be odd about an article, by its stable code. A new code is written here and explained in src/explain/findings.ts. */
export type FindingCode =
  | 'date-near'
  | 'date-unknown-year'
  | 'date-year-implied'
  | 'decode-misdeclared'
  | 'decode-replaced'
  | 'plan-gap'
  | 'plan-repeat'
  | 'restore-undetermined';

/** Something odd about an article. `span` is in clean text; null when it has no place there. */
export interface Finding {
  readonly code: FindingCode;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span | null;
}
