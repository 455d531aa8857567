import type { Span } from './span.ts';

/** How much a finding matters: a note explains, a warning asks for a look, an error says that something was lost. */
export type Severity = 'note' | 'warning' | 'error';

/** Something odd about an article. `span` is in clean text; null when it has no place there. */
export interface Finding {
  readonly code: string;
  readonly severity: Severity;
  readonly message: string;
  readonly span: Span | null;
}
