import { CharacterSet, SPACES } from '../lexicon/character-set.ts';
import { wordList } from '../lexicon/lookup.ts';
import type { Recognised, Sentence } from '../model/document.ts';
import { type Span, wordsOf } from '../model/span.ts';
import { meetingNamesIn } from './meeting-name.ts';
import { type Occasion, sameMeeting } from './occasion.ts';

/** After the meeting: what people did there is no part of it. 会后，与会人员参观了… */
const AFTERWARDS = wordList('会后 散会后 仪式结束后 会议结束后 活动结束后 座谈结束后'.split(' '));
/** At another time of the day: another meeting may follow. 当天下午，县政府召开… */
const ANOTHER_TIME = /^(?:(?:\d{1,2}月)?\d{1,2}[日号]|当天|当日|同日|次日|同一天|此前|当晚)(?:上午|下午|晚上|晚)?/u;

/** What `ANOTHER_TIME` opens with. */
const ANOTHER_TIME_OPENS = new CharacterSet('当同次此0123456789');
const SPACE = new CharacterSet(SPACES);
/** What opens a sentence stands in its first so many characters. */
const OPENING = 16;

/** A stretch that tells of something else. */
export interface Aside extends Span {
  /** Another meeting; else what was done after this one, which counts for those who were there. */
  readonly meeting: boolean;
}

/**
 * The stretches of an article that tell of something other than what it is about: what was done after the meeting, and
 * another meeting of the same day, up to the end of its paragraph. Who takes part there is left out.
 */
export function asidesOf(article: Recognised, occasion: Occasion): readonly Aside[] {
  const { clean: text, sentences, paragraphs } = article;
  const found: Aside[] = [];
  for (let index = (occasion.sentence ?? 0) + 1; index < sentences.length; index++) {
    const sentence = sentences[index] as Sentence;
    const limit = sentence.start + OPENING;
    let at = sentence.start;
    while (at < limit && SPACE.at(text, at)) at++;
    if (AFTERWARDS.startsAt(text, at, limit)) {
      found.push({ start: sentence.start, end: sentence.end, meeting: false });
      continue;
    }
    if (!ANOTHER_TIME_OPENS.at(text, at) || !ANOTHER_TIME.test(text.slice(at, limit))) continue;
    const name = occasion.name === null ? null : wordsOf(text, occasion.name);
    const held = meetingNamesIn(text, sentence).filter((one) => one.held && !one.plain && !one.future);
    if (held.length === 0 || (name !== null && held.some((one) => sameMeeting(wordsOf(text, one), name)))) continue;
    found.push({ start: sentence.start, end: (paragraphs[sentence.paragraph] as Span).end, meeting: true });
  }
  return found;
}
