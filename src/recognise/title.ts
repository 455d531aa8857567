import { CharacterSet } from '../lexicon/character-set.ts';
import { loadTable } from '../lexicon/load.ts';
import { Lexicon, wordList } from '../lexicon/lookup.ts';
import type { OrganisationMention, PersonMention, PostMention, TitleMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { openingBefore } from './bracket.ts';
import { lastOrganisationEnd, organisationEndsAt } from './organisation.ts';
import { divisions } from './place/divisions.ts';
import { endsInPost, isField, type Post, postEndingAt, postStartingAt } from './post.ts';

/** A title as it stands, before anything is inherited. */
export interface Title extends Span {
  readonly organisation: Span | null;
  readonly post: Post;
}

const leadIns = new Lexicon<string>(loadTable('title-lead-ins').map((row) => [row.word as string, row.kind as string]));
const STOPS = new CharacterSet('，,。；;：:！!？?\n“”"（）()【】[]■•…—–-');
const STOPS_OR_LIST = new CharacterSet(STOPS, '、');
const BLANK = new CharacterSet(' 　');
const JOINING = new CharacterSet('和及与');
/** Where none of these stands, no word that leads in to a title does. */
const MAY_LEAD_IN = new CharacterSet('由', JOINING, leadIns.words);
/** 10月19日上午 · 29日 · 下午2点30分 at the opening of a stretch. */
const TIME =
  /^(?:当地时间)?(?:\d{1,4}年)?(?:\d{1,2}月)?(?:\d{1,2}[日号])?(?:上午|下午|晚上|晚|中午|凌晨)?(?:\d{1,2}[:：点时](?:\d{1,2}分?|半)?)?/u;
const TIME_OPENS = new CharacterSet('当上下晚中凌0123456789');

/**
 * Where the title that ends at `end` starts: behind the last mark, or behind a word that only leads in to it.
 * 会议由|管理学院党委副书记 · 会前|校长助理 · 10月21日下午|副校长
 */
function startOfTitle(text: string, end: number, sentence: number): number {
  const from = Math.max(sentence, characterAt(text, end - LONGEST_TITLE));
  let start = end;
  while (start > from) {
    if (STOPS_OR_LIST.at(text, start - 1)) {
      const before = text[start - 1];
      // 治疗艾滋病“鸡尾酒疗法”创始人: a quoted word inside a title is a part of it.
      const open = before === '”' ? openingBefore(text, start - 1, 12, '“') : -1;
      if (open >= from && start < end) {
        start = open;
        continue;
      }
      // 部分省（区、市）教育工委: so is a short bracket.
      if ((before === '）' || before === ')') && start < end) {
        const bracket = openingBefore(text, start - 1, 7);
        if (bracket > from && !STOPS.at(text, bracket - 1)) {
          start = bracket;
          continue;
        }
      }
      break;
    }
    if (BLANK.at(text, start - 1) && !LATIN.at(text, start)) break;
    start--;
  }
  const time = TIME_OPENS.at(text, start) ? TIME.exec(text.slice(start, end)) : null;
  if (time !== null) start += time[0].length;
  for (let at = start; at < end; at++) {
    if (!MAY_LEAD_IN.at(text, at)) continue;
    if (text[at] === '由' && text[at - 1] !== '自' && text[at - 1] !== '理' && at + 1 < end) start = at + 1;
    // 省民政厅领导及|中国学前教育研究会理事长: what stands before the joining word is somebody else.
    if (at > start + 1 && JOINING.at(text, at) && at + 2 < end && postEndingAt(text, at, start) !== null)
      start = at + 1;
    const found = leadIns.longestAt(text, at, end);
    if (found === null) continue;
    if (found.value === 'cut' && found.end < end) start = Math.max(start, found.end);
  }
  if (start === from && !opensAName(text, start, end)) {
    // 朱向军同志和|纪委书记: behind a person, a joining word only joins.
    const joined = JOINS_ON.at(text, start) ? JOINED.exec(text.slice(start, end)) : null;
    if (joined !== null && start + joined[0].length < end) start += joined[0].length;
  }
  for (let steps = 0; steps < 3; steps++) {
    const head = leadIns.longestAt(text, start, end);
    if (head === null || head.value !== 'head' || head.end >= end || opensAName(text, start, end)) break;
    start = head.end;
  }
  return start;
}

const LATIN = new CharacterSet('0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz');
/** What may stand between a person and the title of the next one. */
const JOINED = /^(?:同志|先生|女士|老师|等)?(?:和|与|及|以及|暨)?/u;
const JOINS_ON = new CharacterSet('同先女老等和与及以暨');

/** No title is longer: what goes on without a mark for more is cut here, so that a title costs no more than its own length. */
const LONGEST_TITLE = 160;

/** The place itself, or the next when it falls between the halves of a character. */
function characterAt(text: string, at: number): number {
  const unit = text.charCodeAt(at);
  return unit >= 0xdc00 && unit <= 0xdfff ? at + 1 : at;
}

/** A word that could be a lead-in but opens the name of a body or a post: 同济大学, 对外经济贸易大学, 新华社, 会长. */
const OPENINGS = wordList(
  '同济 同仁 对外 和平 和田 新华 新疆 新闻 新区 新建 新兴 新民 新城 新余 新乡 会长 会计 本科 本钢 各民主 其他 以色列 为民 当代 当涂 当阳 于都 于田 从化 自治 自然 自贡 随州 如皋 如东 即墨 将乐 到任 向阳 经济 经贸 经管 经开 据悉 是非 该校党 有色 有限 会议主席 会展 自来水 再生 在线 在职 被服 如意 同方 本部 会宾 为农 和谐 于家 有线 将军 将台 新一代 还乡'.split(
    ' ',
  ),
);
const opensAName = (text: string, start: number, end: number): boolean =>
  OPENINGS.lengthAt(text, start, end) > 0 || divisions().full.lengthAt(text, start, end) > 0;

/** Cuts a title into organisation and post; null when it does not end with a post. 市纪委|书记 · 学院|党委书记 */
function cutTitle(text: string, start: number, end: number): Title | null {
  const found = postEndingAt(text, end, start);
  if (found === null) return null;
  let post = found;
  // 原监察处|副处长: 原 belongs to the office, but stands before its body.
  const rest = { start: isFormer(text, start, post.start) ? start + 1 : start, end: post.start };
  // 德国柏林工业大学的|校长
  if (text[rest.end - 1] === '的' && rest.end - 1 > rest.start) rest.end--;
  if (rest.start === rest.end) return { start, end, organisation: null, post };
  // 2020届毕业班|辅导员: whom the office is for.
  if (DIGITS.at(text, rest.start) && !KINDS_OF_BODY.at(text, rest.end - 1)) {
    return { start, end, organisation: null, post: postFrom(start, post) };
  }
  if (isField(text, rest.start, rest.end)) return { start, end, organisation: null, post: postFrom(start, post) };
  if (organisationEndsAt(text, rest.end, rest.start)) {
    return { start, end, organisation: rest, post };
  }
  const words = text.slice(rest.start, rest.end);
  const tail = bodyBeforeField(text, rest);
  if (tail > rest.start && rest.end - tail <= 10 && (post.kind !== 'identity' || isField(text, tail, rest.end))) {
    // 学院|资助育人工作主管: what follows the last body says what the office is about.
    post = postFrom(tail, post);
    return { start, end, organisation: { start: rest.start, end: tail }, post };
  }
  if (
    post.kind === 'identity' ||
    // 企业家|代表: whom somebody speaks for, no body.
    post.head === '代表' ||
    /^[\d０-９]|[级届]$|(?:作|代表|新生|专业|领域|方向|项目)$/u.test(words) ||
    post.head.endsWith('创始人')
  ) {
    return { start, end, organisation: null, post: postFrom(start, post) };
  }
  return { start, end, organisation: rest, post };
}

/** A post with all that stands before it from `start` on. */
const postFrom = (start: number, { end, withBody, head, kind, bodies }: Post): Post => ({
  start,
  end,
  withBody,
  head,
  kind,
  bodies,
});

/** 原监察处|副处长: the word 原 or 前 before a body of at least two characters. */
const isFormer = (text: string, start: number, end: number): boolean =>
  FORMER.at(text, start) && /^.{2}/u.test(text.slice(start + 1, end));
const FORMER = new CharacterSet('原前');
const DIGITS = new CharacterSet('0123456789');
const KINDS_OF_BODY = new CharacterSet('院校局部处司委');

/** What an office can be about, where no table has it: 资助育人工作|主管, 研究生兼职|组织员. */
const ABOUT = /(?:工作|业务|事务|建设|培养|管理|服务|专业|方向|项目|兼职|专职|学生|研究生|党建|教育|安全|技术)$/u;

/** Where the body ends in a stretch that goes on with what the office is about: 公管学院|科研. */
function bodyBeforeField(text: string, rest: Span): number {
  for (let at = rest.end - 1; at > rest.start; at--) {
    if (organisationEndsAt(text, at, rest.start) && isField(text, at, rest.end)) return at;
  }
  const tail = lastOrganisationEnd(text, rest.start, rest.end - 1);
  return tail > 0 && ABOUT.test(text.slice(tail, rest.end)) ? tail : -1;
}

/**
 * The titles that stand right before a name, first to last: parts joined by 、, by a comma between two titles, or by 兼.
 * 省侨联党组成员、副主席、秘书长|安亚军 · 宣传部部长兼统战部部长|吕冬诗
 */
export function titlesBefore(text: string, nameStart: number, from: number): readonly Title[] {
  const found: Title[] = [];
  let end = nameStart;
  while (end > from && BLANK.at(text, end - 1)) end--;
  let tail = end;
  // 副总经理（主持工作）|梁栋: the bracket belongs to the title.
  if (text[end - 1] === '）' || text[end - 1] === ')') {
    const open = openingBefore(text, end, 11);
    if (open > from) tail = open;
  }
  while (endsInPost(text, tail, from)) {
    const start = startOfTitle(text, tail, from);
    const title = start < tail ? cutTitle(text, start, tail) : null;
    if (title === null) break;
    const parts = partsOf(text, tail < end ? { ...title, end, post: { ...title.post, end } } : title);
    for (let part = parts.length - 1; part >= 0; part--) found.push(parts[part] as Title);
    const mark = text[start - 1];
    // 市委、市人大常委会、市政府|市领导: the bodies before share the title; they are no titles of their own.
    if (mark !== '、' && mark !== '，' && mark !== ',') break;
    end = tail = start - 1;
    if (end <= from) break;
    if (mark !== '、' && !clauseIsTitle(text, end, from)) break;
  }
  return found.reverse();
}

/** What a post is put behind, to ask what body it would belong to. */
const PROBE = '主任';
/** Right behind these marks no body ends; behind other marks one may: “卓越”|, （广州）|. */
const NO_BODY_ENDS = new CharacterSet([...STOPS_OR_LIST, ...BLANK].filter((mark) => !'”）)'.includes(mark)).join(''));

/** The body that stands right before `end`, if a post stood there: 四川大学|李兆勇讲师. Null when none does. */
export function bodyEndingAt(text: string, end: number, from: number): Span | null {
  if (end <= from || NO_BODY_ENDS.at(text, end - 1)) return null;
  const probe = text.slice(from, end) + PROBE;
  const start = startOfTitle(probe, probe.length, 0);
  const title = start < probe.length ? cutTitle(probe, start, probe.length) : null;
  const organisation = title === null ? null : (partsOf(probe, title).at(-1) as Title).organisation;
  if (organisation === null || from + organisation.end !== end) return null;
  return { start: from + organisation.start, end };
}

/** Before a comma, only a clause that is nothing but titles joins the run: 所长，二级教授. */
function clauseIsTitle(text: string, end: number, from: number): boolean {
  const post = postEndingAt(text, end, from);
  if (post === null) return false;
  const start = startOfTitle(text, end, from);
  return end - start <= 30 && !GATHERS.test(text.slice(start, end)) && !GENERIC.has(post.head);
}

/** 等有关单位领导: people who are not named, no title. */
const GATHERS = /等|各|有关|相关|部分|全体|领导$/u;

/** A title with 兼 in it is two: 副主席兼秘书长. */
function partsOf(text: string, title: Title): Title[] {
  for (let at = title.end - 1; at > title.start; at--) {
    if (text[at] !== '兼' || text[at + 1] === '职') continue;
    const first = cutTitle(text, title.start, at);
    const second = cutTitle(text, at + 1, title.end);
    if (first !== null && second !== null) return [...partsOf(text, first), second];
  }
  return [title];
}

/** The titles right behind a name: 林修德|副主任 · 彭兵|教授. Null when none stands there. */
export function titleAfter(text: string, nameEnd: number, limit: number): Title | null {
  const post = postStartingAt(text, nameEnd, limit);
  if (post === null || !mayFollowName(post)) return null;
  return { start: post.start, end: post.end, organisation: null, post };
}

/** The short title that opens at `at`, up to a predicate or a mark: 等|市领导 · 等|教授. Null when none does. */
export function titleStartingAt(text: string, at: number, limit: number): Title | null {
  let found: Title | null = null;
  for (let end = at + 2; end <= Math.min(limit, at + 8); end++) {
    const title = cutTitle(text, at, end);
    if (title === null || (found !== null && title.post.head === '代表')) continue; // 教授|分别代表
    if (found === null || title.post.start === found.post.start) found = title;
  }
  if (found === null || found.post.kind === 'identity' || GENERIC.has(found.post.head)) return null;
  // 等中央领导同志: people gathered up, no title.
  const gathered = found.organisation === null && /领导$/u.test(found.post.head);
  return gathered || text.startsWith('同志', found.end) ? null : found;
}

/** Heads that only gather people up: 等同志, 等专家, 等代表. */
const GENERIC = new Set(['专家', '学者', '代表', '负责人', '主要负责人', '成员', '教师', '干部', '主要专家']);

/** Whether a post can stand behind the name of its holder. */
const mayFollowName = (post: Post): boolean => post.kind !== 'identity' && !NOT_BEHIND.has(post.head);

/** Heads that do not follow a name as its title: 王明干部群众, 李红代表学校. */
const NOT_BEHIND = new Set([
  '代表',
  '干部',
  '领导',
  '成员',
  '专家',
  '学者',
  '教师',
  '负责人',
  '主要领导',
  '秘书',
  '助理',
  '导师',
  '指挥',
  '主管',
  '指导员',
]);

const LEVEL_COMMITTEE = /(?:[省市县区州旗镇乡盟]|自治区|中央)委$|工委$|中共中央|中央政治局|中央书记处/u; // 市委|
const PARTY_POST = /书记|常委|委员|秘书长|党|纪委|组织部|宣传部|统战部|候补/u;
const PARTY_DEPARTMENT = /^(?:组织|宣传|统战|武装)部长$/u;
const DEPARTMENT =
  /(?:政治部|组织部|宣传部|统战部|联络部|学工部|学生工作部|研究生工作部|工作部|人事部|人力资源部|武装部|保卫部|研究生院|本科生院)$|[处科室组]$/u;
const COMMITTEE = /(?:学术|教授|专家|专业|评审|经济|教学|工作)委员会$|学会$|党校$|中心组$/u;

/** Whether a body can have an office that leaves its body out: 校长 belongs to a school, 局长 to a bureau. */
export function canHave(organisation: string, post: Post, words = ''): boolean {
  if (post.kind !== 'office') return false;
  // 区委常委、|宣传部长: an office of the committee.
  if (PARTY_DEPARTMENT.test(words))
    return LEVEL_COMMITTEE.test(organisation) || /(?:校|大学|学院|公司|集团)$/u.test(organisation);
  if (LEVEL_COMMITTEE.test(organisation) && !PARTY_POST.test(post.head) && !post.withBody) return false;
  if (post.withBody) return !DEPARTMENT.test(organisation) && !COMMITTEE.test(organisation);
  if (post.bodies.includes('*')) {
    return !(/[组]$/u.test(organisation) && !/[组]长$|成员$/u.test(post.head));
  }
  // 大同经纪: a name that says nothing of what it is may be a company's.
  if (post.bodies.includes('公司') && !organisationEndsAt(organisation, organisation.length, 0)) return true;
  return post.bodies.some((ending) => organisation.endsWith(ending) && !COMMITTEE.test(organisation));
}

/** A title as a mention; `organisation` is the inherited one where the title leaves it out. */
export function titleMention(title: Title, organisation: Span | null, inherited: boolean): TitleMention {
  return {
    kind: 'title',
    rule: inherited ? 'title/inherited' : 'title/stated',
    start: title.start,
    end: title.end,
    organisation,
    inherited,
    post: { start: title.post.start, end: title.post.end },
  };
}

/** The bodies and the posts that stand in the titles of people, each once, where the text says them. */
export function partsOfTitles(text: string, people: readonly PersonMention[]): (OrganisationMention | PostMention)[] {
  const found: (OrganisationMention | PostMention)[] = [];
  const seen = new Set<number>();
  for (const { start, end, rule, organisation, post } of people.flatMap((person) => person.titles)) {
    if (seen.has(start)) continue;
    seen.add(start);
    if (organisation !== null && start <= organisation.start && organisation.end <= end) {
      const head = text.slice(Math.max(organisation.start, organisation.end - 2), organisation.end);
      found.push({ kind: 'organisation', rule, head, ...organisation });
    }
    found.push({
      kind: 'post',
      rule,
      head: postEndingAt(text, post.end, post.start)?.head ?? text.slice(post.start, post.end),
      ...post,
    });
  }
  return found;
}
