import { inForce } from '../lexicon/additions.ts';
import { CharacterSet } from '../lexicon/character-set.ts';
import { loadTable } from '../lexicon/load.ts';
import { type Found, Lexicon } from '../lexicon/lookup.ts';
import { WordStarts } from '../lexicon/word-starts.ts';
import type { Span } from '../model/span.ts';

/** What sort of title a head makes: see the comment of `posts.tsv`. */
export type PostKind = 'office' | 'government' | 'rank' | 'identity';

/** The head of a title: 书记, 局长, 教授. */
export interface PostHead {
  readonly head: string;
  readonly kind: PostKind;
  /** How a body ends that can have such an office; `['*']` any, `[]` none. */
  readonly bodies: readonly string[];
}

/** A post in the text: the head with the words that qualify it (党组副书记, 一级巡视员, 教学副院长). */
export interface Post extends Span, PostHead {
  /** A body inside an institution goes with the post: 党委书记, 工会主席. */
  readonly withBody: boolean;
}

type ModifierKind = 'rank' | 'body' | 'field';

/** The heads of titles; besides these a user may have added some. */
export const heads = new Lexicon<PostHead>(
  loadTable('posts').map((row) => [
    row.post as string,
    {
      head: row.post as string,
      kind: row.kind as PostKind,
      bodies: (row.bodies as string).split(' ').filter((ending) => ending !== ''),
    },
  ]),
);
/** All heads have two characters or more. */
const startsOfHeads = new WordStarts(heads.words);
/** The words that qualify a head. */
export const modifiers = new Lexicon<ModifierKind>(
  loadTable('post-modifiers').map((row) => [row.modifier as string, row.kind as ModifierKind]),
);

/** A level of government stands right before `at`, so that what follows is a body of its own: 市|纪委, 自治区|党委. */
function afterLevel(text: string, at: number, from: number): boolean {
  if (at <= from) return false;
  const two = text.slice(Math.max(from, at - 2), at);
  if (two === '中央' || two === '兵团') return true;
  return LEVELS.at(text, at - 1) && !NO_LEVEL.has(two);
}

const LEVELS = new CharacterSet('省市县区州旗镇乡盟');
const DIPLOMATS = new Set(['大使', '总领事', '领事', '公使', '参赞', '武官', '代表', '特使']);
const NO_LEVEL = new Set([
  '社区',
  '园区',
  '小区',
  '校区',
  '片区',
  '景区',
  '库区',
  '牧区',
  '林区',
  '院区',
  '厂区',
  '矿区',
  '战区',
]);

/**
 * The post that ends at `end`, with all that qualifies it, from `from` on; null when no head ends there.
 * 市财政局|原党组副书记  ·  公管学院|教学副院长
 */
export function postEndingAt(text: string, end: number, from: number): Post | null {
  let head = addedEndingAt(text, end, from) ?? heads.longestEndingAt(text, end, from);
  if (head === null) return null;
  // 数学系|主任, but 马克思主义学院|系主任
  if (head.word === '系主任' && head.start > from && !/(?:学院|大学|校|院)$/u.test(text.slice(from, head.start))) {
    head = heads.longestEndingAt(text, end, head.start + 1) ?? head;
  }
  let start = head.start;
  let withBody = false;
  if (DIPLOMATS.has(head.word)) {
    // 英国|驻华大使, 埃塞俄比亚|驻重庆总领事
    const posted = text.lastIndexOf('驻', start);
    if (posted >= from && start - posted <= 6) start = posted;
  }
  for (;;) {
    const modifier = modifiers.longestEndingAt(text, start, from);
    if (modifier === null || modifier.value === 'field') break;
    if (modifier.value === 'body') {
      if (text[modifier.start - 1] === '总' && modifier.word === '工会') break;
      if (afterLevel(text, modifier.start, from)) break;
      withBody = true;
    }
    start = modifier.start;
  }
  return postOf(start, end, withBody, head.value);
}

const postOf = (start: number, end: number, withBody: boolean, { head, kind, bodies }: PostHead): Post => ({
  start,
  end,
  withBody,
  head,
  kind,
  bodies,
});

/** Whether the head of a title ends at `end` that starts no earlier than `from`. */
export const endsInPost = (text: string, end: number, from: number): boolean =>
  inForce().posts.endsAt(text, end, from) || heads.endsAt(text, end, from);

/**
 * The longest post that starts at `at`: 副主任, 常务副台长, 党委书记. Null when none does.
 * 林修德|副主任|出席
 */
export function postStartingAt(text: string, at: number, limit: number): Post | null {
  let stop = at;
  let withBody = false;
  for (let steps = 0; steps < 4; steps++) {
    const head = headStartingAt(text, stop, limit);
    if (head !== null && goesOn(text, head.end)) return null;
    if (head !== null) return postOf(at, head.end, withBody, head.value);
    const modifier = modifiers.longestAt(text, stop, limit);
    if (modifier === null || modifier.value === 'field') return null;
    withBody ||= modifier.value === 'body';
    stop = modifier.end;
  }
  return null;
}

/** Whether the head of a title may start with two code units: it says no of nearly all places where none does. */
export const mayStartHead = (first: number, second: number): boolean =>
  startsOfHeads.may(first, second) || inForce().posts.size > 0;

/** The longest head of a title that starts at `at`; null when none does. */
export function headStartingAt(text: string, at: number, limit: number): Found<PostHead> | null {
  const added = inForce().posts.longestAt(text, at, limit);
  return added === null ? heads.longestAt(text, at, limit) : { ...added, value: addedHead(added.word) };
}

/** A post that a user added: an office that any body can have. */
const addedHead = (head: string): PostHead => ({ head, kind: 'office', bodies: ['*'] });

function addedEndingAt(text: string, end: number, from: number): (Found<PostHead> & { start: number }) | null {
  const added = inForce().posts.longestEndingAt(text, end, from);
  return added === null ? null : { ...added, value: addedHead(added.word) };
}

/** 主席|团, 委员|会, 领导|小组: a longer word, no title; but 书记|会见, 主任|组织. */
export const goesOn = (text: string, at: number): boolean =>
  MAY_GO_ON.at(text, at) && GOES_ON.test(text.slice(at, at + 2));

const GOES_ON =
  /^(?:会(?![见上谈同议])|处(?![理置])|团(?!结)|办(?![理好])|组(?!织)|级|站(?!在)|队|室|国|制(?!定)|小组|台(?!上))/u;
/** What those words start with: most places need no more than a look at this. */
const MAY_GO_ON = new CharacterSet('会处团办组级站队室国制小台');

/** Whether a stretch is nothing but what an office can be about: 教学, 学生党建. */
export function isField(text: string, start: number, end: number): boolean {
  let at = start;
  while (at < end) {
    const modifier = modifiers.longestAt(text, at, end);
    if (modifier === null || modifier.value !== 'field') return false;
    at = modifier.end;
  }
  return true;
}

/** Whether the word at `[start, end)` is the head of a title and so no name: 代表, 教师. */
export const isHead = (text: string, start: number, end: number): boolean => heads.hasAt(text, start, end);
