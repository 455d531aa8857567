import { CharacterSet } from '../lexicon/character-set.ts';
import { wordList } from '../lexicon/lookup.ts';
import type { Recognised } from '../model/document.ts';
import { peopleWithin } from './people-within.ts';
import { sentenceAt } from './plan-runs.ts';

const verbsOfAsking = '强调 指出 要求 希望 明确 提出 部署 安排 勉励 叮嘱 表示 讲话'.split(' ');
const ASKING = wordList(verbsOfAsking);
/** Whoever asks: the last subject of a verb of asking before a list. */
const ASKED = new RegExp(
  `(?<who>会议|大会|全会|座谈会|讲话|他|她)?[^，,。；;：:]{0,24}?(?:${verbsOfAsking.join('|')})`,
  'gu',
);
/** No subject stands before one of these. */
const MARKS = new CharacterSet('，,。；;：:');
/** So far back a speaker is looked for. */
const REACH = 400;

/** Who asks for what a list says: a person's name, or 会议; null when the words before it do not say. */
export function speakerOf(article: Recognised, at: number): string | null {
  const { clean: text, sentences } = article;
  const from = Math.max(0, at - REACH);
  const people = peopleWithin(article, { start: from, end: at });
  let index = sentenceAt(article, at);
  for (let back = 0; back < 6 && index >= 0; back++, index--) {
    const sentence = sentences[index];
    if (sentence === undefined) continue;
    const start = Math.max(sentence.start, from);
    let said = Math.min(sentence.end, at);
    while (said > start && !ASKING.endsAt(text, said, start)) said--;
    if (said <= start) continue;
    let opening = said;
    while (opening > start && !MARKS.at(text, opening - 1)) opening--;
    const who = [...text.slice(opening, said).matchAll(ASKED)].at(-1)?.groups?.who;
    if (who === '会议' || who === '大会' || who === '全会' || who === '座谈会') return who;
    const among = people.filter((one) => one.start >= sentence.start && one.end < said);
    // A subject opens its clause; 转达了某某校友的祝福 has an object.
    const named = among.findLast((one) => opensClause(text, one.phrase.start, sentence.start)) ?? among.at(-1);
    if (named !== undefined) return named.name;
    if (who === '他' || who === '她') return people.findLast((one) => one.end <= sentence.start)?.name ?? null;
  }
  return null;
}

const opensClause = (text: string, at: number, from: number): boolean =>
  at <= from || '，,。；;：: \n'.includes(text[at - 1] as string);
