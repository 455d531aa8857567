import { CharacterSet } from '../lexicon/character-set.ts';
import { wordList } from '../lexicon/lookup.ts';
import { followers, isFollowerAcross, type LeftContext, type RightContext, type Surroundings } from './name-context.ts';
import { commonWords, endsInGrammar, givenNameOdds, groupWords, notNames } from './name-weights.ts';
import { organisationEndsAt } from './organisation.ts';
import { heads, modifiers, postStartingAt } from './post.ts';

/** One reading of a stretch as a Han name, with what stands around it. */
export interface NameReading {
  readonly around: Surroundings;
  readonly text: string;
  readonly start: number;
  readonly surnameEnd: number;
  readonly end: number;
  readonly left: LeftContext;
  readonly right: RightContext;
}

/** Something that speaks for a reading (above nought) or against it (below), in natural logarithms of the odds. */
export interface Evidence {
  readonly id: string;
  /** A phrase in which it counts: | stands before and behind the name that is weighed. */
  readonly example: string;
  readonly weigh: (reading: NameReading) => number;
}

/** Ends of places and bodies, which names seldom end in. */
const PLACE_ENDS = new CharacterSet('省市县区镇乡村州旗委局厅院部处所社校网报台馆站园');
const SETTLEMENTS = new CharacterSet('省市县区镇乡村');
/** Surnames that are words of grammar. */
const JOINING = new CharacterSet('和向与从由同是及');

/** A name between a post and what a name is followed by: there, even a word is a name. */
const isSlot = ({ left, right }: NameReading): boolean =>
  left.kind === 'post' && left.odds >= 5 && right.odds >= 1.2 && right.kind !== 'bracket';

/** A word that the dictionary counts some 1,500 times. */
const WIDESPREAD = 7.3;

/** What a reading ends with. */
const last = ({ text, end }: NameReading): number => text.charCodeAt(end - 1);

/** Whether the surname is a word that joins others. */
const isJoining = (text: string, start: number, surnameEnd: number): boolean =>
  surnameEnd - start === 1 && JOINING.at(text, start);

/** What speaks against a name that nothing else shows to be one. */
export const nothingAround = (left: LeftContext, right: RightContext): number =>
  right.kind === 'other' && left.kind !== 'post' ? -3 : 0;

/** What is weighed, besides the characters of the name and the words on either side. The order is that of `segment --explain`. */
export const evidence: readonly Evidence[] = [
  {
    id: 'slot',
    example: '县委书记|向前|主持会议',
    weigh: (reading) => (isSlot(reading) ? (reading.right.odds > 3 ? 3 : 2) : 0),
  },
  {
    id: 'common-word',
    example: '|周密|安排',
    weigh: (reading) => {
      const word = commonWords.getAt(reading.text, reading.start, reading.end);
      if (word === undefined) return 0;
      const { kind } = reading.left;
      const factor = isSlot(reading) && !word.acts ? 0.45 : kind === 'post' ? 0.9 : kind === 'clause' ? 1.3 : 1.1;
      return -Math.max(2, word.frequency * factor);
    },
  },
  {
    id: 'opens-with-a-word',
    example: '|安全责|任单位',
    weigh: ({ text, start, end }) => {
      const word = end - start === 3 ? commonWords.getAt(text, start, start + 2) : undefined;
      return word !== undefined && word.frequency > WIDESPREAD ? -3.5 : 0;
    },
  },
  {
    id: 'ends-in-grammar',
    example: '华南大区经理|陈鹏作|现场交流',
    weigh: ({ text, end, right }) => (right.kind !== 'courtesy' && endsInGrammar(text, end) ? -5 : 0),
  },
  {
    id: 'joining-surname',
    example: '会员代表|和相关|理事',
    weigh: (reading) => {
      const { text, start, surnameEnd, end, right } = reading;
      if (!isJoining(text, start, surnameEnd)) return 0;
      const least = isSlot(reading) && end - surnameEnd === 1 ? -9 : 1.5;
      return right.kind === 'post' || givenNameOdds(text, surnameEnd, end) < least ? -6 : 0;
    },
  },
  {
    id: 'cuts-a-post',
    example: '村|支书陈|前',
    weigh: ({ around, start, end }) => (insideHead(around, start) || headAcross(around, start, end) ? -5 : 0),
  },
  {
    id: 'takes-office',
    example: '|钟岳任|会长',
    weigh: ({ text, end, right }) => (right.kind === 'post' && text[end - 1] === '任' ? -6 : 0),
  },
  {
    id: 'post-starts-inside',
    example: '|高华副|省长',
    weigh: ({ text, end, right }) => (right.kind === 'post' && isPostAcross(text, end) ? -5 : 0),
  },
  {
    id: 'predicate-starts-inside',
    example: '|于归致|欢迎辞',
    weigh: ({ text, end }) => (isFollowerAcross(text, end) ? -3 : 0),
  },
  {
    id: 'nothing-around',
    example: '西北工业大学|马克思|主义学院',
    weigh: ({ left, right }) => nothingAround(left, right),
  },
  {
    id: 'ends-like-a-place',
    example: '|卢氏县|宣传部',
    weigh: (reading) => {
      const { left, right } = reading;
      if ((left.kind === 'post' && right.kind !== 'post') || !PLACE_ENDS.has(last(reading))) return 0;
      if (left.kind === 'post') return -9;
      if (right.kind === 'post' && SETTLEMENTS.has(last(reading))) return -10;
      return right.kind === 'list' && !SETTLEMENTS.has(last(reading)) ? -1 : -6;
    },
  },
  {
    id: 'ends-like-a-body',
    example: '人大代表|和政协|委员',
    weigh: (reading) =>
      reading.end - reading.surnameEnd === 2 &&
      (reading.left.kind === 'post' || !PLACE_ENDS.has(last(reading))) &&
      organisationEndsAt(reading.text, reading.end, reading.surnameEnd, 2)
        ? PLACE_ENDS.has(last(reading))
          ? -20
          : -4
        : 0,
  },
];

/** Heads of titles and forms of address, which are no given names: 于|主任, 王|先生. */
const noGivenNames = wordList([
  ...heads.words,
  ...followers.words.filter((word) => followers.get(word) === 'courtesy'),
]);
/** What is no name as a whole: titles (代表), what follows names (应邀), and other words (全体). */
const noNames = wordList([
  ...[...heads.words, ...modifiers.words, ...notNames.words],
  ...followers.words.filter((word) => word.length > 1),
]);

/** Whether a surname `[start, surnameEnd)` and a given name up to `end` are out at once: a post, a predicate, a word that is never a name. */
export const isNoName = (text: string, start: number, surnameEnd: number, end: number): boolean =>
  noGivenNames.hasAt(text, surnameEnd, end) ||
  noNames.hasAt(text, start, end) ||
  // 领导|和嘉宾: a surname that joins words, before people of a kind.
  (isJoining(text, start, surnameEnd) && groupWords.hasAt(text, surnameEnd, end));

/** A head of a title starts before `at` and ends behind it: 村|支书. */
function insideHead(around: Surroundings, at: number): boolean {
  for (let start = Math.max(0, at - 3); start < at; start++) if (around.headEnd(start) > at) return true;
  return false;
}

/** A head of a title starts within a reading and ends behind it: 和副主|任委员. */
function headAcross(around: Surroundings, at: number, end: number): boolean {
  for (let start = at + 1; start < end; start++) if (around.headEnd(start) > end) return true;
  return false;
}

/** A longer post starts with the character before `end`. */
const isPostAcross = (text: string, end: number): boolean =>
  OPENS_POST.at(text, end - 1) && postStartingAt(text, end - 1, text.length) !== null;

const OPENS_POST = new CharacterSet('副代原前总');
