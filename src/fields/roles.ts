import { CharacterSet, SPACES } from '../lexicon/character-set.ts';
import { loadTable } from '../lexicon/load.ts';
import { type Found, Lexicon, wordList } from '../lexicon/lookup.ts';
import type { Recognised, Sentence } from '../model/document.ts';
import type { PersonMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { groupEndsAt } from './group-heads.ts';
import { peopleOf } from './people-within.ts';

/** What somebody does at a meeting: see the guidelines of the record. */
export type Role = 'host' | 'speak' | 'report' | 'attend' | 'observe' | 'other';

/** A person taking a role, and the words that say so. */
export interface RoleReading {
  readonly person: PersonMention;
  readonly role: Role;
  readonly words: Span;
}

interface Verb {
  readonly role: Role;
  readonly form: 'act' | 'say';
  /** It says that somebody comes. */
  readonly comes: boolean;
  /** It says no more than that somebody comes: 到场|作了讲话. */
  readonly onlyComes: boolean;
  /** What is said may be meant: 讲话|精神. */
  readonly isSpeech: boolean;
  /** It is a noun as well: 的|要求. */
  readonly isNoun: boolean;
}

/** Verbs that are nouns as well. */
const NOUNS = new Set(
  '要求 建议 讲话 发言 介绍 汇报 部署 安排 说明 总结 点评 分享 希望 通报 演讲 授课 宣讲 回应 回答 列席 参与 提出'.split(
    ' ',
  ),
);

const verbTable = loadTable('role-verbs').map(({ verb = '', role, form }): [string, Verb] => [
  verb,
  {
    role: role as Role,
    form: form as Verb['form'],
    comes: role === 'attend' || role === 'observe',
    onlyComes: role === 'attend' && !/见证|陪同|观摩/u.test(verb),
    isSpeech: /讲话|发言|指示|要求/u.test(verb),
    isNoun: NOUNS.has(verb),
  },
]);
const verbs = new Lexicon<Verb>(verbTable);
const objects = new Lexicon<Role>(loadTable('role-objects').map((row) => [row.object as string, row.role as Role]));
const leadIns = new Lexicon<string>(
  loadTable('subject-lead-ins').map((row) => [row.word as string, row.kind as string]),
);

const JOINS = new Set(['、', '和', '与', '及', '以及', '，', ',', '，以及', '、以及', '；', ';', ' ', '']);
const LONGEST_JOIN = Math.max(...[...JOINS].map(({ length }) => length));
const CLAUSE = new CharacterSet('，,；;：:');
/** Verbs that make nothing of their own: what is made or given counts. 作工作报告 · 进行了点评 · 发表讲话 */
const makings =
  '讲了 提出了 提出 提了 提 作了 做了 作出 做出 作 做 进行了 进行 发表了 发表 带来了 带来 开展了 开展 给予了 给予'.split(
    ' ',
  );
const MAKING = wordList(makings);
/** What cannot be a verb's subject taking part: 主持工作, 讲话精神, 发言人, 汇报会, 参加会议的. */
const NOT_BEHIND = wordList('人 者 稿 材料 提纲 书 单位 机构 制度 方式 率 席位 席 名单'.split(' '));
/** 未|出席 · 因故未能|出席 · 不|主持 */
const DENYING = wordList('未 未能 没有 不'.split(' '));
const TIME =
  /^(?:当地时间)?(?:\d{2,4}年)?(?:\d{1,2}月)?(?:\d{1,2}(?:日|号)?)?(?:至\d{1,2}日)?(?:[（(][^）)]{1,6}[）)])?(?:上午|下午|晚上|晚|中午|凌晨|当天|今天|昨天|近日|日前)?(?:\d{1,2}[:：点时](?:\d{1,2}分?|半)?)?/u;
/** 在随后举行的座谈会上 · 在交流发言环节 */
const SETTING = /^(?:在|于)?[^，,。；;]{0,24}?(?:会上|上|中|后|时|期间|环节|现场|之际|前|阶段|结束后)[，,]?/u;
/** 为|甲|颁奖 */
const TO = new CharacterSet('为向给');
/** Between two people of one list: 甲|，各部门负责人，|乙 */
const LISTS = new CharacterSet('，,、；;和及与');
/** What is made together: 讲话|和|点评 */
const TOGETHER = new CharacterSet('和与、及');
/** 工作, 写作, 合作: no making. */
const CRAFTS = new CharacterSet('工写合操协动运制');
/** 甲|团队, 甲|夫人: not 甲. */
const OF_A_PERSON = wordList('团队 课题组 工作室 项目组 夫人'.split(' '));
/** 由|甲, 邀请到|甲 end with one of these. */
const BY_ENDS = new CharacterSet('由邀请了到来');
/** 出席会议的|甲 */
const COMING_BEFORE = /(?:出席|参加|列席)[^，,。；;]{0,8}的$/u;
/** 特邀|甲, 邀请到了专家|甲 */
const INVITING = /邀请?(?:请|到|了|来)*[^，。]{0,6}$|特邀$/u;
/** 听取了|甲 */
const HEARING = /(?:听取|审议|讨论|审议通过)(?:了|并审议了|和审议了|和讨论了)?$/u;
/** What `HEARING` ends with. */
const HEARING_ENDS = new CharacterSet('取议论过了');
/** 甲|关于…的汇报 */
const HEARD =
  /^(?:[、和及][^，,。；;]{2,58}?)?(?:关于|就|代表|受|所作|作|做)[^。；;]{0,40}?的[^，,。；;]{0,10}?(?:汇报|报告|说明|通报|介绍|述职)/u;
/** What was done at another time. */
const BEFORE = /曾|连续.{1,3}年|多次/u;
/** What `BEFORE` opens with. */
const BEFORE_OPENS = new CharacterSet('曾连多');
/** 他 · 他们 · 其 */
const PRONOUN = new CharacterSet('他她其');

/** A longer list is no subject of the next sentence as well: each sentence would give every name of it a role. */
const MOST_CARRIED = 40;

/** Reads who does what, sentence by sentence, in the first `count` sentences of an article. */
export function rolesIn(article: Recognised, count: number = article.sentences.length): readonly RoleReading[] {
  const people = peopleOf(article);
  const found: RoleReading[] = [];
  let last: readonly PersonMention[] = [];
  let lastParagraph = -1;
  let at = 0;
  for (let i = 0; i < count; i++) {
    const sentence = article.sentences[i] as Sentence;
    const here: PersonMention[] = [];
    while (at < people.length && (people[at] as PersonMention).start < sentence.end) {
      const person = people[at++] as PersonMention;
      if (person.start >= sentence.start) here.push(person);
    }
    if (sentence.paragraph > lastParagraph + 1) last = [];
    if (here.length === 0 && last.length === 0) continue;
    if (here.length === 0 && !speaksOfThem(article.clean, sentence)) {
      lastParagraph = sentence.paragraph;
      continue;
    }
    const reader = new SentenceReader(article.clean, sentence, here, last);
    for (const reading of reader.read()) found.push(reading);
    if (reader.subject.length > 0) {
      last = reader.subject.length > MOST_CARRIED ? [] : reader.subject;
      lastParagraph = sentence.paragraph;
    }
  }
  return found;
}

/** Whether a sentence that names nobody may say what those do who were named before: it says 他 or 其. */
const speaksOfThem = (text: string, { start, end }: Sentence): boolean => PRONOUN.firstIn(text, start, end) < end;

/** Reads one sentence from left to right: people become subjects, predicates give them roles, marks end clauses. */
class SentenceReader {
  readonly #text: string;
  readonly #sentence: Sentence;
  readonly #people: readonly PersonMention[];
  readonly #found: RoleReading[] = [];
  /** To whom the last role was given, and which roles they have. */
  #given: { people: readonly PersonMention[]; count: number; roles: Role[] } = { people: [], count: 0, roles: [] };
  /** Who the next predicate speaks of. */
  #group: PersonMention[];
  /** The group has had no predicate yet, so that more people may join it. */
  #open = false;
  /** People of the group stand in this sentence. */
  #named = false;
  #clause: number;
  #personEnd = -1;
  /** Where the last person of the group ends in this sentence; −1 while none stands in it. */
  #subjectEnd = -1;
  #lastWasSubject = false;
  /** The people of the list that the last person stands in. */
  #run: PersonMention[] = [];
  #invited: PersonMention[] = [];
  /** What follows is what somebody says, up to the end of the sentence. */
  #content = false;
  #predicateEnd = -1;
  /** The last predicate only said that somebody came: 到场|作了讲话. */
  #attended = false;
  /** The words that elected or appointed the person before, who may head a list. */
  #chosen: Span | null = null;
  /** The person before was given something: 为|甲、乙|颁发证书. */
  #recipients = false;
  /** The first word of the sentence that elects or appoints; undefined until it is asked for. */
  #electing: Span | null | undefined;
  /** The person before is one of those whose reports are heard. */
  #hearing = false;
  /** The last predicate called the meeting: what follows is what the meeting did. */
  #called = false;

  constructor(text: string, sentence: Sentence, people: readonly PersonMention[], last: readonly PersonMention[]) {
    this.#text = text;
    this.#sentence = sentence;
    this.#people = people;
    this.#group = [...last];
    this.#clause = sentence.start;
  }

  /** Who the sentence ended with as its subject. */
  get subject(): readonly PersonMention[] {
    return this.#group;
  }

  read(): readonly RoleReading[] {
    const { start: opening, end } = this.#sentence;
    const label = LABEL_OPENS.has(this.#text.charCodeAt(opening)) ? LABEL.exec(this.#text.slice(opening, end)) : null;
    if (label !== null) {
      const words = { start: opening + label[0].indexOf(label[1] as string), end: opening + label[0].length - 1 };
      this.#give(this.#people, LABELLED[label[1] as string] as Role, words);
      return this.#found;
    }
    // 出席会议的有|甲、乙: everybody named behind it.
    const list = this.#people.length === 0 ? null : presentIn(this.#text.slice(opening, end));
    if (list !== null) {
      const from = opening + list.index;
      const role = list[0].startsWith('列席') ? 'observe' : 'attend';
      const behind = this.#people.filter((person) => person.start >= from);
      this.#give(behind, role, { start: from, end: from + 2 });
      if (behind.length > 0) return this.#found;
    }
    const text = this.#text;
    let next = 0;
    let at = opening;
    while (at < end) {
      const person = this.#people[next];
      const limit = person?.phrase.start ?? end;
      at = (this.#named && !this.#content ? MATTERS : MATTERS_ALWAYS).firstIn(text, at, limit);
      if (at >= limit) {
        if (person === undefined) break;
        if (limit >= this.#clause || person.start >= this.#clause) this.#meet(person);
        at = Math.max(at + 1, person.phrase.end);
        next++;
        continue;
      }
      if (CLAUSE.at(text, at)) {
        this.#clause = ++at;
        continue;
      }
      const quoted = this.#quoteEnd(at, limit);
      at = quoted > at ? quoted : Math.max(at + 1, this.#predicate(at, limit));
    }
    if (this.#invited.length === 0) return this.#found;
    const taking = new Set(this.#found.map(({ person }) => person));
    for (const guest of this.#invited) {
      const comes = COMING.test(this.#text.slice(this.#sentence.start, guest.phrase.start));
      if (!comes && taking.has(guest)) continue;
      taking.add(guest);
      this.#give([guest], 'attend', guest);
    }
    return this.#found;
  }

  /** Titles of works and quoted words are no predicates: 《…讲话》, “…”. */
  #quoteEnd(at: number, limit: number): number {
    if (!QUOTES.has(this.#text.charCodeAt(at))) return at;
    const close = this.#text[at] === '《' ? '》' : '”';
    const end = this.#text.slice(at, Math.min(limit, at + LONGEST_QUOTE)).indexOf(close);
    return end > 0 ? at + end + 1 : at;
  }

  #meet(person: PersonMention): void {
    const text = this.#text;
    const from = Math.max(this.#clause, this.#personEnd);
    const lead = text.slice(from, person.phrase.start);
    const before = lead.charCodeAt(lead.length - 1);
    const joined =
      this.#personEnd >= 0 &&
      person.phrase.start - this.#personEnd <= LONGEST_JOIN &&
      JOINS.has(text.slice(this.#personEnd, person.phrase.start));
    const listed =
      !joined && this.#personEnd >= 0 && this.#personEnd <= from && this.#listed(this.#personEnd, person.phrase.start);
    const subject = joined || listed ? this.#lastWasSubject : this.#isSubject(lead, from, person);
    const words = this.#appointment(person) ?? (joined ? this.#chosen : null);
    this.#chosen = words;
    if (words !== null) this.#give([person], 'other', words);
    if (TO.has(before) || (joined && this.#recipients)) {
      const given = GIVEN.exec(text.slice(person.phrase.end, Math.min(this.#sentence.end, person.phrase.end + 40)));
      this.#recipients = given !== null;
      if (given !== null) {
        const end = person.phrase.end + given[0].length;
        this.#give([person], 'other', { start: end - 2, end });
      }
    } else this.#recipients = false;
    const heard = this.#heard(person, joined);
    this.#hearing = heard !== null;
    if (heard !== null) this.#give([person], 'report', heard);
    if (subject) {
      if (this.#content && !(joined && this.#open)) {
        // In what somebody says, only a clause of its own makes a new subject: …；副局长李明汇报了…
        if (!this.#startsAfresh(person)) {
          this.#personEnd = person.phrase.end;
          this.#lastWasSubject = false;
          return;
        }
        this.#content = false;
      }
      const goesOn = this.#open && (joined || listed || this.#waits(person));
      if (goesOn) this.#group.push(person);
      else this.#group = [person];
      this.#open = true;
      this.#named = true;
      this.#subjectEnd = person.phrase.end;
      if (lead.endsWith('的') && COMING_BEFORE.test(lead)) this.#invited.push(person);
      if ((lead.includes('邀') && INVITING.test(lead)) || (goesOn && this.#invited.length > 0))
        this.#invited.push(person);
    }
    this.#lastWasSubject = subject;
    if (joined || listed) this.#run.push(person);
    else this.#run = [person];
    this.#personEnd = person.phrase.end;
    // 在甲、乙的共同见证下
    const under = UNDER_OPENS.has(text.charCodeAt(person.phrase.end))
      ? UNDER.exec(text.slice(person.phrase.end, person.phrase.end + 8))
      : null;
    if (under !== null) {
      const end = person.phrase.end + under[0].length - 1;
      this.#give(this.#run, under[1] === '主持' ? 'host' : 'attend', { start: end - 2, end });
    }
  }

  /** Between two people of one list stand only marks and groups: 甲，各部门负责人，乙. */
  #listed(from: number, to: number): boolean {
    if (to <= from || !LISTS.at(this.#text, to - 1)) return false;
    const between = this.#text.slice(from, to);
    if (between.length <= 6 && /^[，,、]/u.test(between)) return true;
    return between
      .split(/[，,；;]|、$|(?:以及|和|及|与)$/u)
      .every((part) => part.trim() === '' || part === '等' || groupEndsAt(part, part.length) || isShortList(part));
  }

  /** The words that elect or appoint a person: 推选|甲、乙为…团长 · 任命|丙为副县长 · 丁同志|任…书记 in what is announced. */
  #appointment(person: PersonMention): Span | null {
    const text = this.#text;
    const { start } = person.phrase;
    const before = ELECTED.longestEndingAt(text, start, Math.max(this.#sentence.start, start - 6));
    if (before !== null) return { start: before.start, end: start };
    if (!INTO_OFFICE_OPENS.at(text, person.phrase.end)) return null;
    if (this.#electing === undefined) this.#electing = this.#firstElecting();
    const verb = this.#electing;
    if (verb === null || verb.end > start) return null;
    const behind = text.slice(person.phrase.end, Math.min(this.#sentence.end, person.phrase.end + 60));
    return INTO_OFFICE.test(behind) ? verb : null;
  }

  #firstElecting(): Span | null {
    const { start, end } = this.#sentence;
    const verb = ELECTING.exec(this.#text.slice(start, end));
    return verb === null ? null : { start: start + verb.index, end: start + verb.index + verb[0].length };
  }

  /** 听取了|副主任钟岳关于…的|汇报 */
  #heard(person: PersonMention, joined: boolean): Span | null {
    const text = this.#text;
    if (!(joined && this.#hearing)) {
      if (!HEARING_ENDS.at(text, person.phrase.start - 1)) return null;
      const before = text.slice(Math.max(this.#sentence.start, person.phrase.start - 8), person.phrase.start);
      if (!HEARING.test(before)) return null;
    }
    const shown = SHOWN.exec(text.slice(person.phrase.end, Math.min(this.#sentence.end, person.phrase.end + 20)));
    if (shown !== null) {
      const end = person.phrase.end + shown[0].length;
      return { start: end - 2, end };
    }
    const made = HEARD.exec(text.slice(person.phrase.end, Math.min(this.#sentence.end, person.phrase.end + 60)));
    return made === null
      ? null
      : { start: person.phrase.end + made[0].length - 2, end: person.phrase.end + made[0].length };
  }

  /** The people before still wait for their predicate: a mark stands right behind them, and no verb up to this one. */
  #waits(person: PersonMention): boolean {
    if (this.#subjectEnd < 0) return false;
    const between = this.#text.slice(this.#subjectEnd, person.phrase.start);
    if (!/^(?:等[^，,。]{0,8}|[^，,。、；;]{0,2})?[、，,和及与]/u.test(between)) return false;
    for (let at = 0; at < between.length; at++) {
      if (opensPredicate(between, at)) return false;
    }
    return true;
  }

  #startsAfresh(person: PersonMention): boolean {
    const before = this.#text[person.phrase.start - 1];
    if (before !== '；' && before !== ';' && person.titles.length === 0) return false;
    if (person.phrase.start !== this.#clause) return false;
    // A list goes on to its last name before it comes to its predicate.
    const list = /^[、和与及]/u.test(this.#text.slice(person.phrase.end, person.phrase.end + 1));
    const behind = this.#text.slice(person.phrase.end, person.phrase.end + (list ? 80 : 8));
    for (let at = 0; at < behind.length && !CLAUSE.has(behind.charCodeAt(at)); at++) {
      if (opensPredicate(behind, at)) return true;
    }
    return false;
  }

  /** Whether a person behind these words of the clause is its subject: nothing but lead-ins stands before. */
  #isSubject(lead: string, from: number, person: PersonMention): boolean {
    if (OF_A_PERSON.startsAt(this.#text, person.phrase.end)) return false;
    if (lead === '') return true;
    const before = lead.charCodeAt(lead.length - 1);
    if (BY_ENDS.has(before) && /由$|邀请?(?:了|到|来)*$/u.test(lead)) return true;
    if (lead.startsWith('受') || /[，,。]受$|委托$/u.test(lead)) return false;
    // “时代楷模”、|中国工程院院士: a quoted title leads in.
    let rest = lead
      .replace(DATELINE, '')
      .replace(/^(?:“[^”]{1,12}”、)+/u, '')
      .replace(/^[\s　“”"（(【]+/u, '');
    if (from > this.#clause && this.#personEnd === from && /^(?:[等一行的]|主持|代表)/u.test(rest) && rest.length > 1)
      rest = rest.slice(1);
    for (let steps = 0; steps < 12 && rest !== ''; steps++) {
      const present = COMING.exec(rest);
      if (present !== null) {
        rest = rest.slice(present[0].length);
        continue;
      }
      const time = TIME.exec(rest);
      if (time !== null && time[0] !== '') {
        rest = rest.slice(time[0].length);
        continue;
      }
      const word = leadIns.longestAt(rest, 0);
      if (word !== null && word.value !== 'continue') {
        rest = rest.slice(word.end);
        continue;
      }
      const setting = SETTING.exec(rest);
      if (setting !== null && setting[0] !== '') {
        rest = rest.slice(setting[0].length);
        continue;
      }
      if (/^[、，,\s　“”"（(—-]/u.test(rest)) {
        rest = rest.slice(1);
        continue;
      }
      break;
    }
    if (rest === '') return true;
    // 市委、市人大常委会、市政府、|市政协领导甲: bodies that share the title.
    if (BODIES.test(rest) && /^[^、]{1,12}领导/u.test(this.#text.slice(person.phrase.start, person.start))) return true;
    // 各部门负责人和|市长李明参加
    const list = /^(.*?)(?:、|和|及|以及|与|，|,)$/u.exec(rest);
    if (list !== null && groupEndsAt(list[1] as string, (list[1] as string).length)) return true;
    return person.titles.length > 0 && /(?:主持人|主讲人|嘉宾|代表)[、：:]?$/u.test(rest);
  }

  /** Reads a predicate at `at` and gives its role; returns where it ends, or `at` when none stands there. */
  #predicate(at: number, limit: number): number {
    const text = this.#text;
    const unit = text.charCodeAt(at);
    const pronoun = at === this.#clause && PRONOUN.has(unit);
    if (this.#content && !pronoun && !text.startsWith('，并', at - 1)) return at;
    if (pronoun && this.#group.length > 0) {
      const plural = text[at + 1] === '们';
      if (!plural && this.#group.length > 1) this.#group = this.#group.slice(-1);
      this.#content = false;
      this.#named = true;
      this.#personEnd = at + (plural ? 2 : 1);
      this.#subjectEnd = this.#personEnd;
      this.#open = true;
      return this.#personEnd;
    }
    if (this.#group.length === 0) return at;
    const isNamed = this.#subjectEnd >= this.#clause;
    const mayHonour = isNamed && at - this.#subjectEnd <= 6 && HONOUR_OPENS.has(unit);
    const honour = mayHonour ? HONOUR.exec(text.slice(at, Math.min(limit, at + 44))) : null;
    if (honour !== null) {
      this.#give(this.#group, 'other', { start: at, end: at + honour[0].length });
      this.#open = false;
      this.#predicateEnd = at + honour[0].length;
      return this.#predicateEnd;
    }
    const study = STUDY_OPENS.has(unit) ? STUDY.exec(text.slice(at, Math.min(limit, at + 24))) : null;
    if (study !== null && !this.#content && this.#mayFollow(at, 'report')) {
      this.#give(this.#group, study[1] === '学习' ? 'report' : 'other', { start: at, end: at + study[0].length });
      this.#open = false;
      this.#predicateEnd = at + study[0].length;
      return this.#predicateEnd;
    }
    const absent = isNamed && ABSENT_OPENS.has(unit) ? ABSENT.exec(text.slice(at, Math.min(limit, at + 12))) : null;
    if (absent !== null) {
      // Who only sends word takes no part: 作出重要指示, 致信祝贺.
      this.#group = [];
      this.#content = true;
      return at + absent[0].length;
    }
    const verb = verbs.longestAt(text, at, limit);
    if (verb !== null && this.#isIdle(at, verb)) return verb.end;
    if (verb !== null && !this.#isPartOfNoun(at, verb)) {
      if (text[verb.end] === '的' && text[verb.end + 1] !== '是') return verb.end;
      if (!this.#mayFollow(at, verb.value.role)) return verb.end;
      this.#give(this.#group, this.#roleOf(verb, limit), { start: at, end: verb.end });
      this.#open = false;
      this.#predicateEnd = verb.end;
      this.#called = verb.word === '主持召开';
      this.#attended = verb.value.onlyComes;
      const courtesy = verb.word === '表示' && COURTESY.test(text.slice(verb.end, verb.end + 12));
      if (verb.value.form === 'say' && text[verb.end] !== '了' && !courtesy) this.#content = true;
      return verb.end;
    }
    const making = MAKING.longestAt(text, at, limit);
    if (making === null || (making.end - at === 1 && CRAFTS.at(text, at - 1))) return at;
    const made = this.#objectOf(making.end, limit);
    if (made === null || !this.#mayFollow(at, made.roles[0] as Role)) return at;
    for (const role of made.roles) this.#give(this.#group, role, { start: at, end: made.end });
    this.#open = false;
    this.#predicateEnd = made.end;
    return made.end;
  }

  /** Whether a verb makes nothing of its subject here: 讲话|精神, 未能|出席, 参会|学生, 主持|工作. */
  #isIdle(at: number, { end, value }: Found<Verb>): boolean {
    const text = this.#text;
    if (value.isSpeech && /^(?:会议)?精神/u.test(text.slice(end, end + 4))) return true;
    if (DENYING.endsAt(text, at, Math.max(this.#clause, at - 3))) return true;
    if (value.comes && PEOPLE_BEHIND.startsAt(text, end)) return true;
    return value.role === 'host' && HOSTING_WORK.test(text.slice(end, end + 6));
  }

  /** Whether a verb is part of a noun, or one itself: 发言|人, 的|要求. */
  #isPartOfNoun(at: number, { end, value }: Found<Verb>): boolean {
    if (NOT_BEHIND.startsAt(this.#text, end)) return true;
    if (end + 1 === this.#text.length && this.#text.endsWith('会')) return true;
    return value.isNoun && this.#isNoun(at);
  }

  /** What a predicate makes of its subject in view of its object: 宣布…开幕 and 介绍…经验 are no reports. */
  #roleOf({ word, end, value: { role } }: Found<Verb>, limit: number): Role {
    const behind = (): string => this.#text.slice(end, Math.min(limit, end + 44));
    if (word === '宣布' && OPENING.test(behind())) return 'other';
    if (word.startsWith('介绍') && EXPERIENCE.test(behind())) return 'speak';
    return role;
  }

  /** 按照…的要求, 意见建议, 工作部署: behind such words a verb is a noun. */
  #isNoun(at: number): boolean {
    if (/听取[^，,。；;]{0,8}$/u.test(this.#text.slice(Math.max(this.#clause, at - 12), at))) return true;
    return /(?:的|工作|重要|意见|有关|相关|具体|决策|书面|题为|项|点|明确|新)$/u.test(
      this.#text.slice(Math.max(this.#sentence.start, at - 2), at),
    );
  }

  /** Whether the group is the subject of a predicate at `at`. */
  #mayFollow(at: number, role: Role): boolean {
    const inClause = this.#subjectEnd >= this.#clause && this.#named;
    if (this.#predicateEnd >= this.#clause) {
      const between = this.#text.slice(this.#predicateEnd, at);
      // A second predicate of one clause must be joined to the first: 出席会议并讲话.
      return (
        /[并和、及且]|随后|同时|(?:[时中上后前]|期间|讲话)$|[时中上](?:就|对|向|还|也)/u.test(between) ||
        (this.#attended && between.length <= 2 && (role === 'speak' || role === 'report'))
      );
    }
    // 曾连续八年主持晚会: at another time.
    const from = Math.max(this.#clause, this.#personEnd, at - 12);
    if (BEFORE_OPENS.firstIn(this.#text, from, at) < at && BEFORE.test(this.#text.slice(from, at))) return false;
    // 主持召开常务会议，传达学习…，研究部署…: the meeting did so.
    if (this.#called && !inClause && !/^[\s　]*(?:并|还|他|她)/u.test(this.#text.slice(this.#clause, at))) return false;
    if (inClause) return true;
    if (this.#open && this.#named) {
      // The subject still waits for its predicate: 委员们就甲、乙，丙等问题|作了发言.
      if (role === 'attend' || role === 'observe') return true;
      const lead = this.#text.slice(this.#clause, at);
      if (!IMPERSONAL.test(lead) && !groupEndsAt(lead, lead.length)) return true;
    }
    if (!this.#named && at > this.#sentence.start + 16) return false;
    return this.#goesOn(this.#text.slice(this.#clause, at));
  }

  /** Whether a clause that opens so still speaks of the subject before it: 并…, 对…, 就… */
  #goesOn(lead: string): boolean {
    const words = lead.replace(/^[\s　“”"]+/u, '');
    if (words === '') return this.#named;
    const opening = leadIns.longestAt(words, 0);
    return opening !== null && opening.value !== 'lead' && this.#named;
  }

  /** What is made or given behind a making verb: the last such words of the clause, those joined by 和 together. */
  #objectOf(from: number, limit: number): { roles: readonly Role[]; end: number } | null {
    let roles: Role[] = [];
    let end = -1;
    const stop = Math.min(limit, this.#sentence.end);
    for (let at = from; at < stop; at++) {
      if (OBJECT_ENDS.has(this.#text.charCodeAt(at))) break;
      const quoted = this.#quoteEnd(at, stop);
      if (quoted > at) {
        at = quoted - 1;
        continue;
      }
      const object = objects.longestAt(this.#text, at, stop);
      if (object === null) continue;
      const joined = at === end + 1 && TOGETHER.at(this.#text, end);
      roles = joined ? [...roles, object.value] : [object.value];
      end = object.end;
      at = object.end - 1;
    }
    if (end < 0) return null;
    // 工作报告 is a report, whatever words stand between; 题为…的报告 is a talk.
    const report = this.#text.startsWith('报告', end - 2) && WORK_REPORT.test(this.#text.slice(from, end));
    return { roles: report ? ['report'] : roles, end };
  }

  /** Gives everybody a role; what is said twice in one sentence counts once, so that no list meets no list of predicates. */
  #give(people: readonly PersonMention[], role: Role, words: Span): void {
    const isSame = this.#given.people === people && this.#given.count === people.length;
    if (!isSame) this.#given = { people, count: people.length, roles: [] };
    if (this.#given.roles.includes(role)) return;
    this.#given.roles.push(role);
    for (const person of people) this.#found.push({ person, role, words });
  }
}

/** 获第十三届华罗庚数学奖 · 任临时党支部书记 · 当选副会长 · 宣布项目开工 */
const HONOUR =
  /^(?:(?:荣?获|获得|获评)[^，,。；;]{1,36}?(?:奖|称号|荣誉|冠军|表彰)|(?:任|担任|出任|当选)为?[^，,。；;]{0,24}?(?:书记|主任|长|席|委员|理事|经理|主委|代表))/u;
/** What `HONOUR` opens with. */
const HONOUR_OPENS = new CharacterSet('荣获任担出当');
const OPENING = /^[^，,。；;]{0,40}?(?:开幕|开工|启动|开班|开始|闭幕|开营|开赛|竣工|成立)/u;
const ABSENT =
  /^(?:(?:专门|多次|近日|也|对此)?(?:作出|做出|作了)(?:[^，。]{0,4}(?:指示|批示|论述))|致信祝贺|发来贺[信电]|致贺[信电])/u;
/** What `ABSENT` opens with. */
const ABSENT_OPENS = new CharacterSet('专多近也对作出做致发');
/** A sentence that elects or appoints: 推选, 任命, 宣布…决定. */
const ELECTING = /推选|选举|任命|聘任|宣布|宣读|提名/u;
/**
 * Behind a name, or a list of names: |为代表团团长, |任省厅党委书记, |、王红为委员. The list is one stretch: told apart name by
 * name, a row of 、 could be cut in millions of ways.
 */
const INTO_OFFICE = /^(?:[、和及，,][^。；;为任]{2,58}?)?(?:为|任|担任|出任|兼任)(?!了)[^，。；;]{2,}/u;
/** What `INTO_OFFICE` opens with. */
const INTO_OFFICE_OPENS = new CharacterSet('、和及，,为任担出兼');
const WORK_REPORT =
  /工作[^，。]{0,6}报告$|(?:财务|预算|决算|预决算|审计|述职)[^，。]{0,6}报告$|年度[^，。]{0,8}报告$|情况[^，。]{0,4}报告$|总结报告$/u;
/** 新华社青岛8月24日电 · 本报讯(记者某某) */
const DATELINE = /^[^，,。；;]{0,30}?(?:电|讯|消息)[\s　]*(?:[（(][^）)]{0,40}[）)])?[\s　]*/u;
/** A clause with a subject of its own that is no person: 会议|审议… */
const IMPERSONAL =
  /^[\s　]*(?:本次|此次|该)?(?:会议|大会|论坛|活动|仪式|培训|与会|参会|各|全体|大家|双方|学院|学校|公司|集团|医院|委员们|代表们|同学们|老师们|专家们|报告|文件|方案|通知|讲话|他们|现场|全县|全市|全省|全校|全院)/u;
/** 参会学生, 列席代表: people of that kind, not what they do. */
const PEOPLE_BEHIND = wordList('学生 学员 代表 嘉宾 专家 同志 领导 双方 成员 师生 人员 单位'.split(' '));
/** 主持工作, 主持全面工作: an office, no meeting. */
const HOSTING_WORK = /^(?:日常|全面|行政|党务|局)?工作(?!会|座谈|例会|推进|部署|调度|研讨|汇报)/u;
/** 出席会议的有 · 参加会议的还有： */
const PRESENT =
  /(?:出席|参加|列席)(?:本次|此次)?(?:会议|大会|活动|仪式|座谈会|论坛|培训|调研)?的(?:领导|嘉宾|人员)?(?:还)?有|在主席台(?:前排)?就座的(?:还)?有/u;
/** The words of a sentence that say that those behind them are there; every such sentence has a 有. */
const presentIn = (words: string): RegExpExecArray | null => (words.includes('有') ? PRESENT.exec(words) : null);
/** 出席会议的|甲表示 */
const COMING = /^(?:应邀|受邀)?(?:出席|参加|列席)[^，,。；;]{0,8}?的/u;
const UNDER = /^(?:等人|等)?的(?:共同|亲自)?(主持|见证|陪同)下/u;
/** What `UNDER` opens with. */
const UNDER_OPENS = new CharacterSet('等的');
/** 主持人：甲 · 列席：乙、丙 */
const LABEL =
  /^[\s　]*(?:会议)?(主持|主讲|报告人|授课人|出席|参加|参会|与会|列席)(?:人员|人|领导|会议|嘉宾|同志)?[：:]/u;
/** What `LABEL` opens with. */
const LABEL_OPENS = new CharacterSet(SPACES, '会主报授出参与列');
const LABELLED: Readonly<Record<string, Role>> = {
  主持: 'host',
  主讲: 'speak',
  报告人: 'speak',
  授课人: 'speak',
  出席: 'attend',
  参加: 'attend',
  参会: 'attend',
  与会: 'attend',
  列席: 'observe',
};
/** 带领大家学习了条例 */
const STUDY = /^(?:带领|领着)[^，,。；;]{1,14}?(学习|重温|宣誓)/u;
/** What `STUDY` opens with. */
const STUDY_OPENS = new CharacterSet('带领');
/** What is made or given ends before one of these. */
const OBJECT_ENDS = new CharacterSet('，,；;：:。并');
/** A quoted title is no longer than this. */
const LONGEST_QUOTE = 120;
/** 介绍了|自己在一线的救治经验 */
const EXPERIENCE = /^[^，,。；;、]{0,20}?(?:经验|做法|体会|心得|感受)/u;
/** 为|甲|颁发证书 */
const GIVEN = /^[^，,。；;]{0,12}?(?:颁发|颁奖|授予|佩戴|发放|送上|递交)/u;
/** 听取甲|情况介绍 */
const SHOWN = /^[^，,。；;]{0,12}?(?:情况介绍|工作汇报|情况汇报|汇报)/u;
/** 市委、市人大常委会、市政府、 */
const BODIES = /^(?:[\p{Script=Han}（）()]{2,14}、){1,8}$/u;
/** 表示|热烈欢迎: nothing is said behind it. */
const COURTESY =
  /^(?:了|最|热烈|衷心|诚挚|亲切|由衷|崇高|深切|充分|高度|的|地|和)*(?:欢迎|感谢|谢意|祝贺|慰问|敬意|肯定|支持|赞赏|赞同|问候|歉意|哀悼)/u;
/** Names that nobody knows, between two that are known: 、阿尤甫·铁衣甫、 */
const isShortList = (part: string): boolean =>
  part.startsWith('、') && part.split('、').every((name) => name.length <= 14);

/** 选举|李明为主席 · 聘任|王红为顾问 */
const ELECTED = wordList(
  '选举 选举产生 推选 任命 聘任 聘请 增补 递补 接收 吸收 补选 增选 选出 推举 免去 续聘 表彰 表彰了 授予'.split(' '),
);

const QUOTES = new CharacterSet('《“');
/** Where the reading of a sentence has to stop and look before its subject is named, and in what somebody says: ，并… */
const MATTERS_ALWAYS = new CharacterSet(CLAUSE, QUOTES, PRONOUN, '并');
/** Where it has to stop and look for predicates; it passes over every other character. */
const MATTERS = new CharacterSet(
  MATTERS_ALWAYS,
  HONOUR_OPENS,
  STUDY_OPENS,
  ABSENT_OPENS,
  makings,
  verbTable.map(([verb]) => verb),
);

/** Whether a predicate may start at a place: with a verb of taking part, or with one that makes something. */
const opensPredicate = (text: string, at: number): boolean => verbs.startsAt(text, at) || MAKING.startsAt(text, at);
