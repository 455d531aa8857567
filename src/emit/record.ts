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

/** Half of a surrogate pair without its other half: no Unicode text has one. */
const LONE_SURROGATE = /\p{Surrogate}/gu;

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
  for (const { name } of fields) record[name] = inSource(article.values[name], toSource);
  record.findings = found.map(({ code, severity, message, span }) => ({
    code,
    severity,
    message,
    evidence: span === null ? [] : [toSource(span)],
  }));
  const parsed = schema.safeParse(wellFormed(record));
  if (parsed.success) return parsed.data;
  const faults = parsed.error.issues.map((issue) => `${issue.path.join('.') || 'record'}: ${issue.message}`);
  throw new InvalidRecord(faults.join('; '));
}

/** A value with every `evidence` inside it moved to the source. */
function inSource(value: unknown, toSource: (span: Span) => Span): unknown {
  if (Array.isArray(value)) return value.map((one) => inSource(one, toSource));
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [
      key,
      key === 'evidence' ? (inner as readonly Span[]).map(toSource) : inSource(inner, toSource),
    ]),
  );
}

/** A value with U+FFFD for every lone surrogate in its strings. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.replace(LONE_SURROGATE, '\uFFFD');
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([key, inner]) => [key.replace(LONE_SURROGATE, '\uFFFD'), wellFormed(inner)]),
  );
}
