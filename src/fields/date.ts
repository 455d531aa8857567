import type { Finding } from '../model/finding.ts';
import type { TimeMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { edtf } from './calendar.ts';
import { articleDay, type ResolvedDay, resolve } from './day-resolved.ts';
import { evidence, type FieldReading, field, plain, z } from './field.ts';
import { fromLikeliestDay } from './meeting-day.ts';

const schema = z
  .strictObject({
    start: z.string(),
    end: z.string().nullable(),
    text: z.string(),
    certainty: z.enum(['stated', 'implied']),
    because: z.string().nullable(),
    evidence,
  })
  .nullable();

/**
 * The day on which the meeting was held. What the article leaves open is written as EDTF has it (XXXX-10-19): a year is
 * taken from words that say it, or from the day of publication, and never from the clock.
 */
export const date = field({
  name: 'date',
  schema,
  read: (article, occasion): FieldReading<z.infer<typeof schema>> => {
    if (occasion.kind === 'none') return { value: null };
    const own = articleDay(article);
    const found = fromLikeliestDay(article, occasion, TRIES, (words) => {
      if (words.kind === 'near') return { value: null, findings: [near(article.clean, words.span)] };
      const day = resolve(article, words.mention, own, occasion.name);
      return day === null ? null : reading(article.clean, words.mention, day);
    });
    return found ?? { value: null };
  },
});

/** How many days are tried: 昨天 in an article without a day of its own gives way to the next likeliest. */
const TRIES = 5;

const near = (text: string, span: Span): Finding => ({
  code: 'date-near',
  severity: 'note',
  message: `${text.slice(span.start, span.end)} names no day`,
  span: plain(span),
});

function reading(clean: string, mention: TimeMention, day: ResolvedDay): FieldReading<z.infer<typeof schema>> {
  const text = clean.slice(mention.start, mention.end);
  const because = day.because.length === 0 ? null : day.because.join(', ');
  const start = edtf(day.start);
  const findings: Finding[] = [];
  if (because !== null) {
    findings.push({
      code: 'date-year-implied',
      severity: 'note',
      message: `${text} is ${start}: ${because}`,
      span: plain(mention),
    });
  }
  if (day.start.year === null) {
    findings.push({
      code: 'date-unknown-year',
      severity: 'warning',
      message: `nothing says in which year ${text} was`,
      span: plain(mention),
    });
  }
  return {
    value: {
      start,
      end: day.end === null ? null : edtf(day.end),
      text,
      certainty: because === null ? 'stated' : 'implied',
      because,
      evidence: [plain(mention), ...day.sources.map(plain)],
    },
    findings,
  };
}
