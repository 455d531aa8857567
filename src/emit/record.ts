import { createHash } from 'node:crypto';
import { edtf } from '../fields/calendar.ts';
import { fields, type Read } from '../fields/index.ts';
import { publishedDay } from '../fields/published-day.ts';
import type { Finding } from '../model/finding.ts';
import { type Span, wordsOf } from '../model/span.ts';
import { codePointsOf } from './code-points.ts';
import { FORM, type MeetingRecord, schema } from './schema.ts';

/** A record that does not have the form it must have: a bug in this program, whatever the article. */
export class InvalidRecord extends Error {
  constructor(message: string) {
    super(message);
    this.name = 'InvalidRecord';
  }
}

/**
 * Builds the record of an article. This is the one place where spans of clean text become stretches of the source.
 * @throws InvalidRecord when the fields give something that the schema does not allow.
 */
export function recordOf(article: Read): MeetingRecord {
  const points = codePointsOf(article.text);
  const toSource = (span: Span): Span => {
    const { start, end } = article.map.toSource(span);
    return { start: points(start), end: points(end) };
  };
  const { origin, page } = article;
  const headline = article.headline === null ? undefined : article.paragraphs[article.headline];
  const published = publishedDay(article);
  const found: Finding[] = [...article.findings, ...article.found];
  const record: Record<string, unknown> = {
    schema: FORM,
    id: createHash('sha256').update(article.clean).digest('hex').slice(0, 32),
    document: {
      path: origin.path,
      line: origin.line,
      id: origin.id,
      title: origin.title ?? (headline === undefined ? null : wordsOf(article.clean, headline)) ?? page?.title ?? null,
      published: published === null ? null : edtf(published),
      encoding: article.encoding,
      bytes: article.bytes,
      sha256: article.sha256,
      repairs: article.repairs,
    },
  };
  for (const { name } of fields) record[name] = article.values[name];
  record.findings = found.map(({ code, severity, message, span }) => ({
    code,
    severity,
    message,
    evidence: span === null ? [] : [span],
  }));
  const parsed = schema.safeParse(asEmitted(record, toSource));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'record'}: ${issue.message}`);
  throw new InvalidRecord(faults.join('; '));
}

/** A value as it leaves: every `evidence` in it moved to the source, and U+FFFD for every lone surrogate in its strings. */
function asEmitted(value: unknown, toSource: (span: Span) => Span): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map((one) => asEmitted(one, toSource));
  if (typeof value !== 'object' || value === null) return value;
  const emitted: Record<string, unknown> = {};
  for (const key of Object.keys(value)) {
    const inner = (value as Record<string, unknown>)[key];
    emitted[key] = key === 'evidence' ? (inner as readonly Span[]).map(toSource) : asEmitted(inner, toSource);
  }
  return emitted;
}
