import type { Found } from '../lexicon/lookup.ts';
import { isAddress, isFollower, isFollowerAcross, type LeftContext, type RightContext } from './name-context.ts';
import { commonWords, endsInGrammar, givenNameOdds, groupWords, notNames } from './name-weights.ts';
import { organisationEndsAt } from './organisation.ts';
import { headStartingAt, isHead, isModifier, postStartingAt } from './post.ts';

/** One reading of a stretch as a Han name, with what stands around it. */
export interface NameReading {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  readonly name: string;
  readonly surname: Found<number>;
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
const PLACE_ENDS = new Set('省市县区镇乡村州旗委局厅院部处所社校网报台馆站园');
const SETTLEMENTS = new Set('省市县区镇乡村');
/** Surnames that are words of grammar. */
const JOINING = new Set(['和', '向', '与', '从', '由', '同', '是', '及']);

/** A name between a post and what a name is followed by: there, even a word is a name. */
const isSlot = ({ left, right }: NameReading): boolean =>
  left.kind === 'post' && left.odds >= 5 && right.odds >= 1.2 && right.kind !== 'bracket';

/** A word that the dictionary counts some 1,500 times. */
const WIDESPREAD = 7.3;

const given = ({ text, surname, end }: NameReading): string => text.slice(surname.end, end);
const last = ({ text, end }: NameReading): string => text[end - 1] as string;

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
      const word = commonWords.get(reading.name);
      if (word === undefined) return 0;
      const { kind } = reading.left;
      const factor = isSlot(reading) && !word.acts ? 0.45 : kind === 'post' ? 0.9 : kind === 'clause' ? 1.3 : 1.1;
      return -Math.max(2, word.frequency * factor);
    },
  },
  {
    id: 'opens-with-a-word',
    example: '|安全责|任单位',
    weigh: ({ name }) => {
      const word = name.length === 3 ? commonWords.get(name.slice(0, 2)) : undefined;
      return word !== undefined && word.frequency > WIDESPREAD ? -3.5 : 0;
    },
  },
  {
    id: 'ends-in-grammar',
    example: '华南大区经理|陈鹏作|现场交流',
    weigh: ({ text, name, end, right }) =>
      right.kind !== 'courtesy' && endsInGrammar(name, text.slice(end, end + 2)) ? -5 : 0,
  },
  {
    id: 'joining-surname',
    example: '会员代表|和相关|理事',
    weigh: (reading) =>
      JOINING.has(reading.surname.word) &&
      (reading.right.kind === 'post' ||
        givenNameOdds(given(reading)) < (isSlot(reading) && given(reading).length === 1 ? -9 : 1.5))
        ? -6
        : 0,
  },
  {
    id: 'cuts-a-post',
    example: '村|支书陈|前',
    weigh: ({ text, start, end }) => (insideHead(text, start) || headAcross(text, start, end) ? -5 : 0),
  },
  {
    id: 'takes-office',
    example: '|钟岳任|会长',
    weigh: ({ name, right }) => (name.endsWith('任') && right.kind === 'post' ? -6 : 0),
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
    weigh: ({ left, right }) => (right.kind === 'other' && left.kind !== 'post' ? -3 : 0),
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
      reading.end - reading.surname.end === 2 &&
      (reading.left.kind === 'post' || !PLACE_ENDS.has(last(reading))) &&
      organisationEndsAt(reading.text, reading.end, reading.surname.end, 2)
        ? PLACE_ENDS.has(last(reading))
          ? -20
          : -4
        : 0,
  },
];

/** Whether a reading is out at once: a post, a predicate, or a word that is never a name. */
export const isNoName = (name: string, givenName: string): boolean =>
  isHead(givenName) ||
  isAddress(givenName) ||
  isHead(name) ||
  isModifier(name) ||
  isFollower(name) ||
  notNames.has(name) ||
  // 领导|和嘉宾: a surname that joins words, before people of a kind.
  (groupWords.has(givenName) && JOINING.has(name.slice(0, -givenName.length)));

/** A head of a title starts before `at` and ends behind it: 村|支书. */
function insideHead(text: string, at: number): boolean {
  for (let start = Math.max(0, at - 3); start < at; start++) {
    const head = headStartingAt(text, start, text.length);
    if (head !== null && head.end > at) return true;
  }
  return false;
}

/** A head of a title starts within a reading and ends behind it: 和副主|任委员. */
function headAcross(text: string, at: number, end: number): boolean {
  for (let start = at + 1; start < end; start++) {
    const head = headStartingAt(text, start, text.length);
    if (head !== null && head.end > end) return true;
  }
  return false;
}

/** A longer post starts with the character before `end`. */
const isPostAcross = (text: string, end: number): boolean =>
  '副代原前总'.includes(text[end - 1] as string) && postStartingAt(text, end - 1, text.length) !== null;
