import type { Recognised, Sentence } from '../model/document.ts';
import type { PlaceMention } from '../model/mention.ts';
import { type Span, within } from '../model/span.ts';
import { evidence, type FieldReading, field, plain, type SoFar, z } from './field.ts';
import { modeOf } from './meeting-mode.ts';
import { mentionsWithin } from './mentions-within.ts';
import type { Occasion } from './occasion.ts';
import {
  closestTie,
  hasLabels,
  journeys,
  labelled,
  placesIn,
  pointedAt,
  type Tie,
  type VenuePhrase,
  venuePhrases,
} from './venue-phrase.ts';

const schema = z
  .strictObject({
    text: z.string().nullable(),
    place: z.string().nullable(),
    adcode: z.string().nullable(),
    mode: z.enum(['in-person', 'video', 'hybrid']),
    evidence,
  })
  .nullable();

/** Where the meeting was held: the place phrase of the holding verb, and the city or county that it names. */
export const venue = field({
  name: 'venue',
  schema,
  read: (article, occasion, soFar): FieldReading<z.infer<typeof schema>> => {
    if (occasion.kind === 'none' || occasion.kind === 'letter') return { value: null };
    const phrase = venuePhrase(article, occasion, soFar);
    const how = modeOf(article.clean, leadOf(article, occasion), occasion.name);
    if (phrase === null) {
      if (how === null) return { value: null };
      return { value: { text: null, place: null, adcode: null, mode: how.mode, evidence: [plain(how.span)] } };
    }
    const place = cityIn(placesIn(article, phrase));
    return {
      value: {
        text: article.clean.slice(phrase.start, phrase.end),
        place: place?.place ?? null,
        adcode: place?.adcode ?? null,
        mode: how?.mode ?? 'in-person',
        evidence: how === null ? [plain(phrase)] : [plain(phrase), plain(how.span)],
      },
    };
  },
});

/** How many sentences from the top may say where a meeting was held. */
const DEEP = 14;
const WEIGHT: Readonly<Record<Tie, number>> = { holding: 30, acting: 20, loose: 18, label: 50 };
/** Below this, a phrase says nothing of the meeting. */
const LEAST = 22;

/** 将于, 拟于: something still to come. */
const TO_COME = /(?:[将拟]|定于|计划|决定|预计|即将)[^，,。；;]{0,16}$/u;
/** 贯彻 … 在北京召开的会议精神: another meeting. */
const OF_ANOTHER = /(?:贯彻|落实|学习|传达|按照|根据|依据|继|自从?)[^，,。；;]{0,40}$/u;
/** 会议在…举行: the meeting is what the sentence speaks of. */
const SPEAKS_OF_MEETING =
  /(?:会议?|论坛|仪式|活动|培训班?|开[幕班学]式|[年峰展博]会|课|赛|节|座谈|报告|大会|研讨|学习|评审)[^，,。；;]{0,16}$/u;
/** A place that says no more than who held it; any other that is said of the meeting goes before it. */
const BARE = /^(?:[我本]?[校院馆局厂县市区省]|学校|学院|公司|[校院]内|校园|机关|本部|总部|单位|医院)$/u;

/** A way to say where something was held, and the closest tie that its phrases in a sentence can have. */
interface Way {
  readonly closest: (article: Recognised, sentence: Sentence) => Tie;
  readonly find: (article: Recognised, sentence: Sentence) => readonly VenuePhrase[];
}

const PHRASES: Way = { closest: closestTie, find: venuePhrases };
const JOURNEYS: Way = { closest: () => 'loose', find: journeys };
const LABELS: Way = { closest: () => 'label', find: labelled };
const POINTED_AT: Way = { closest: () => 'holding', find: pointedAt };
const WAYS = [PHRASES, JOURNEYS, POINTED_AT];
const WAYS_WITH_LABELS = [PHRASES, JOURNEYS, LABELS, POINTED_AT];

/** The phrase that says where the meeting was held, by its ties to the verb, the meeting and its day; null when none does. */
function venuePhrase(article: Recognised, occasion: Occasion, soFar: SoFar): VenuePhrase | null {
  let best: VenuePhrase | null = null;
  let most = LEAST;
  let bestAt = 0;
  let bare: VenuePhrase | null = null;
  let mostBare = LEAST;
  let bareAt = 0;
  const told = occasion.sentence ?? 0;
  const last = Math.min(article.sentences.length, Math.max(DEEP, told + 3));
  const labels = hasLabels(article);
  const readIn = (index: number): void => {
    const sentence = article.sentences[index] as Sentence;
    const besides = ofSentence(index, told) + (index === told ? OF_HOLDING : 0) + LONGEST * A_CHARACTER;
    if (WEIGHT[labels ? 'label' : 'holding'] + besides + OF_THE_DAY < most) return;
    const ofDay = mayTellDay(article, soFar, sentence) ? OF_THE_DAY : 0;
    for (const { closest, find } of labels ? WAYS_WITH_LABELS : WAYS) {
      if (WEIGHT[closest(article, sentence)] + besides + ofDay < most) continue;
      for (const phrase of find(article, sentence)) {
        const weight = weigh(article, occasion, soFar, phrase, index);
        // Of phrases that weigh the same the first in the text holds.
        if (BARE.test(article.clean.slice(phrase.start, phrase.end))) {
          if (weight > mostBare || (weight === mostBare && index < bareAt)) {
            [mostBare, bare, bareAt] = [weight, phrase, index];
          }
        } else if (weight > most || (weight === most && index < bestAt)) {
          [most, best, bestAt] = [weight, phrase, index];
        }
      }
    }
  };
  // The sentence that tells of the meeting mostly says where it was held, in words with which no other can compete.
  if (told < last) readIn(told);
  for (let index = 0; index < last; index++) if (index !== told) readIn(index);
  return best ?? bare;
}

/** What its sentence adds to the weight of a phrase. */
const ofSentence = (index: number, told: number): number =>
  index === told ? 20 : index < told ? -4 : -2 * Math.min(index - told, 10);
const OF_HOLDING = 10;
const OF_THE_DAY = 8;
/** Of so many characters of a phrase each adds to its weight. */
const LONGEST = 20;
const A_CHARACTER = 0.2;

function weigh(article: Recognised, occasion: Occasion, soFar: SoFar, phrase: VenuePhrase, index: number): number {
  const text = article.clean;
  const sentence = article.sentences[index] as Sentence;
  const before = text.slice(Math.max(sentence.start, phrase.lead.start - 60), phrase.lead.start);
  const told = occasion.sentence ?? 0;
  let weight = WEIGHT[phrase.tie] + ofSentence(index, told);
  if (occasion.holding !== null && within(phrase.verb, sentence) && within(occasion.holding, phrase.verb))
    weight += OF_HOLDING;
  // 召开会议，部署在城区开展整治: what comes behind the meeting is what it was about.
  if (
    occasion.kind === 'meeting' &&
    occasion.holding !== null &&
    index === told &&
    occasion.holding.end <= phrase.lead.start
  )
    weight -= 22;
  if (article.headline !== null && sentence.paragraph === article.headline) weight -= 6;
  if (index !== told && !SPEAKS_OF_MEETING.test(before) && !holdsIt(article, occasion, phrase, sentence)) weight -= 12;
  if (TO_COME.test(before)) weight -= 20;
  if (OF_ANOTHER.test(before)) weight -= 15;
  if (phrase.relative) weight -= 8;
  weight += dayTie(article, soFar, phrase, sentence);
  return weight + Math.min(phrase.end - phrase.start, LONGEST) * A_CHARACTER;
}

/** Whether the verb of a phrase goes on with the name of the meeting: 在北京主持召开第三次主席会议. */
function holdsIt(article: Recognised, { name }: Occasion, phrase: VenuePhrase, sentence: Span): boolean {
  if (name === null || phrase.tie !== 'holding') return false;
  const words = article.clean.slice(name.start, name.end);
  const said = article.clean.slice(phrase.verb.end, Math.min(sentence.end, phrase.verb.end + 80));
  return words.length >= 6 ? said.includes(words.slice(-8)) : said.slice(0, words.length + 2).includes(words);
}

const dayOf = (soFar: SoFar): Span | undefined =>
  (soFar.date as { evidence: readonly Span[] } | null | undefined)?.evidence[0];

/** Whether a sentence has a day before which a phrase may stand that tells of the meeting's. */
const mayTellDay = (article: Recognised, soFar: SoFar, sentence: Span): boolean =>
  dayOf(soFar) !== undefined && mentionsWithin(article.mentions, 'time', sentence).length > 0;

/** Whether the day before the phrase is the meeting's own, another's, or not said. */
function dayTie(article: Recognised, soFar: SoFar, phrase: VenuePhrase, sentence: Span): number {
  const evidence = dayOf(soFar);
  if (evidence === undefined) return 0;
  const [own] = mentionsWithin(article.mentions, 'time', evidence);
  const nearest = mentionsWithin(article.mentions, 'time', { start: sentence.start, end: phrase.start }).findLast(
    ({ from }) => from.day !== null,
  );
  if (own === undefined || nearest === undefined) return 0;
  const { month, day } = own.from;
  const same =
    nearest.from.day === day && (nearest.from.month === month || nearest.from.month === null || month === null);
  return same ? OF_THE_DAY : -14;
}

/** The sentences in which an article says how the meeting was held: its first, and those about the meeting. */
function leadOf(article: Recognised, occasion: Occasion): readonly Span[] {
  const { sentences, clean } = article;
  const top = Math.max(6, (occasion.sentence ?? 0) + 3);
  return sentences.filter(
    ({ start, end }, index) =>
      index < top || (index >= sentences.length - 3 && /线上|视频/u.test(clean.slice(start, end))),
  );
}

/** The city or county of a chain of places (甘肃省 · 兰州市 · 城关区 → 兰州): the city rather than one of its districts; null for a province or a country alone. */
function cityIn(places: readonly PlaceMention[]): PlaceMention | null {
  const chain: PlaceMention[] = [];
  for (const place of places) {
    const last = chain.at(-1);
    if (last !== undefined && last.end !== place.start && !liesIn(place, last)) break;
    chain.push(place);
  }
  const county = chain.findLast(({ level }) => level === 'county');
  const city = chain.find(({ level }) => level === 'city');
  if (city !== undefined) return county === undefined || isDistrict(county) ? city : county;
  if (county !== undefined) return county;
  return chain.findLast(({ level, rule }) => level === 'abroad' && rule !== 'place/country') ?? null;
}

/** Whether a place lies in another by its code: 新疆生产建设兵团第八师石河子市; abroad, behind the name of its country. */
const liesIn = (place: PlaceMention, above: PlaceMention): boolean =>
  above.rule === 'place/country'
    ? place.level === 'abroad' && place.rule !== 'place/country'
    : above.adcode !== null && place.adcode?.startsWith(above.adcode.replace(/(?:00){1,2}$/u, '')) === true;

/** 城关区 and the like, in whose codes the last two digits are below 21 or which have none of their own. */
const isDistrict = ({ adcode }: PlaceMention): boolean =>
  adcode !== null && !OF_PREFECTURE.test(adcode) && Number(adcode.slice(4)) < 21;

/** Codes in an autonomous prefecture, a league or an area (21 to 50), which have no districts, and of what is under its province (90). */
const OF_PREFECTURE = /^..(?:2[1-9]|[34]\d|50|90)/u;
