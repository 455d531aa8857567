import { hash } from 'node:crypto';
import { edtf } from '../fields/calendar.ts';
import { fields, type Read } from '../fields/index.ts';
import { publishedDay } from '../fields/published-day.ts';
import type { Finding } from '../model/finding.ts';
import { type Span, wordsOf } from '../model/span.ts';
import { codePointsOf } from './code-points.ts';
import { emitOf, MALFORMED } from './emitted.ts';
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
    id: digestOf(article).slice(0, 32),
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
  const emitted = emit(record, toSource);
  if (emitted !== MALFORMED) return emitted as MeetingRecord;
  const { error } = schema.safeParse(record);
  const faults = error?.issues.map((issue) => `${issue.path.join('.') || 'record'}: ${issue.message}`) ?? [];
  throw new InvalidRecord(faults.join('; '));
}

const emit = emitOf(schema);

/** SHA-256 of the clean text in UTF-8, in hex. */
const digestOf = ({ clean, text, verbatim, sha256 }: Read): string =>
  verbatim && clean === text ? sha256 : hash('sha256', clean);
