import { CharacterSet, SPACES } from '../lexicon/character-set.ts';
import type { Recognised } from '../model/document.ts';
import type { Finding } from '../model/finding.ts';
import { wordsOf } from '../model/span.ts';
import { evidence, field, plain, z } from './field.ts';
import { meetingNamesIn } from './meeting-name.ts';
import { sameMeeting } from './occasion.ts';
import { isPlan } from './plan-cues.ts';
import { type Run, type RunItem, runsOf, sentenceAt } from './plan-runs.ts';
import { speakerOf } from './plan-speaker.ts';

/** One numbered item of what the meeting asks for, with its sub-items. */
export interface Item {
  number: number;
  marker: string;
  heading: string;
  text: string;
  by: string | null;
  children: Item[];
  evidence: { start: number; end: number }[];
}

const item: z.ZodType<Item> = z.strictObject({
  number: z.int().positive(),
  marker: z.string().min(1),
  heading: z.string(),
  text: z.string().min(1),
  by: z.string().nullable(),
  children: z.array(z.lazy((): z.ZodType<Item> => item)),
  evidence,
});

/** The numbered items that the meeting asks for or arranges. */
export const workPlan = field({
  name: 'workPlan',
  schema: z.array(item),
  read: (article, occasion) => {
    if (occasion.kind === 'none') return { value: [] };
    const name = occasion.name === null ? '' : wordsOf(article.clean, occasion.name);
    const plans = plansAmong(article, runsOf(article), name).filter((run) => !isOfAnother(article, run, name));
    return {
      value: plans.flatMap((run) => itemsOf(article, run, speakerOf(article, (run.items[0] as RunItem).start))),
      findings: plans.flatMap((run) => oddities(article, run)),
    };
  },
});

/** 当天下午，县政府召开…会议: when another meeting was held. */
const ANOTHER_TIME = /(?:当[天日晚]|同日|随后|之后|会后|[上下]午|晚|日)[^。；;]{0,40}$/u;

/** Whether the sentence that leads to a list says that another meeting was held, and the list is of that one. */
function isOfAnother(article: Recognised, run: Run, meeting: string): boolean {
  if (meeting === '') return false;
  const at = (run.items[0] as RunItem).start;
  const from = article.sentences[sentenceAt(article, at)]?.start ?? at;
  if (at - from > LONGEST_LEAD) return false;
  return meetingNamesIn(article.clean, { start: from, end: at }).some(
    (one) =>
      one.held &&
      !one.plain &&
      !one.future &&
      one.verb !== null &&
      ANOTHER_TIME.test(article.clean.slice(from, one.verb.start)) &&
      !sameMeeting(wordsOf(article.clean, one), meeting),
  );
}
/** A longer way to a list leads nowhere. */
const LONGEST_LEAD = 400;

/** The lists that are plans; of one that is none, those inside it that are. */
const plansAmong = (article: Recognised, runs: readonly Run[], meeting: string): readonly Run[] =>
  runs.flatMap((run) =>
    isPlan(article, run, meeting)
      ? [run]
      : plansAmong(
          article,
          run.items.flatMap((one) => one.runs),
          meeting,
        ),
  );

const itemsOf = (article: Recognised, run: Run, by: string | null): Item[] =>
  run.items.map((one, index) => {
    const text = wordsOf(article.clean, one);
    const marker = wordsOf(article.clean, one.marker);
    return {
      number: index + 1,
      marker,
      heading: headingOf(text, marker),
      text,
      by,
      children: one.runs.flatMap((inner) => itemsOf(article, inner, by)),
      evidence: [plain(one)],
    };
  });

/**
 * The heading of an item: without its mark, up to the first 。！？；: or, when that is the whole item, up to the first
 * comma.
 */
export function headingOf(text: string, marker: string): string {
  let start = marker.length;
  while (BEHIND_MARKER.at(text, start)) start++;
  const body = text.slice(start);
  const first = upTo(STOP, body);
  // A stop and closing marks behind it are no more words.
  const mayBeWhole = body.length - first.length <= MOST_CLOSING + 1;
  const isWhole = mayBeWhole && first.length >= body.replace(CLOSING, '').replace(LAST_STOP, '').length;
  return (isWhole ? upTo(COMMA, first) : first).trim();
}

/** The words before the first mark of a kind, or all of them. */
function upTo(mark: RegExp, words: string): string {
  const at = words.search(mark);
  return at < 0 ? words : words.slice(0, at);
}
const BEHIND_MARKER = new CharacterSet(SPACES, '，,：:、.．');
const STOP = /[。！？；!?;]/u;
const COMMA = /[，,]/u;
/** …落实。|” */
const CLOSING = /[”’"」』）)\s]{1,12}$/u;
/** As many as `CLOSING` takes. */
const MOST_CLOSING = 12;
const LAST_STOP = /[。！？；!?;]$/u;

/** Marks that a list leaves out or says twice. */
function oddities(article: Recognised, run: Run): readonly Finding[] {
  const found: Finding[] = [];
  let before = 0;
  for (const { marker, runs } of run.items) {
    const words = wordsOf(article.clean, marker);
    if (marker.number === before && before > 0) {
      found.push({
        code: 'plan-repeat',
        severity: 'warning',
        message: `${words} stands twice in one list`,
        span: marker,
      });
    } else if (marker.number > before + 1) {
      found.push({
        code: 'plan-gap',
        severity: 'warning',
        message: `${words} follows item ${before} of its list`,
        span: marker,
      });
    }
    before = marker.number === 0 ? before + 1 : marker.number;
    for (const inner of runs) for (const one of oddities(article, inner)) found.push(one);
  }
  return found;
}
