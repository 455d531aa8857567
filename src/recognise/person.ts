import type { Segmented, Sentence } from '../model/document.ts';
import type { PersonMention, TitleMention } from '../model/mention.ts';
import type { Span } from '../model/span.ts';
import { namesIn } from './name.ts';
import type { NameCandidate } from './name-candidate.ts';
import { courtesyEnd } from './name-context.ts';
import { surnames } from './name-weights.ts';
import { postStartingAt } from './post.ts';
import { bodyEndingAt, canHave, type Title, titleAfter, titleMention, titleStartingAt, titlesBefore } from './title.ts';

/** Between two names of one list, or around them: 张红、张胜祥和黄炜. */
const JOINS = new Set(['、', '和', '与', '及', '以及', ' ', '　', '，', ',', '']);

/** Finds the people that an article names, with their titles, in the order of the text. */
export function people(article: Segmented): readonly PersonMention[] {
  const text = article.clean;
  const names = namesIn(text).filter((name) => !name.left.byline);
  const found: PersonMention[] = [];
  let at = 0;
  for (const sentence of article.sentences) {
    const here: NameCandidate[] = [];
    while (at < names.length && (names[at] as NameCandidate).start < sentence.end) {
      const name = names[at++] as NameCandidate;
      if (name.start >= sentence.start) here.push(name);
    }
    if (here.length > 0) for (const person of peopleOf(text, sentence, here)) found.push(person);
  }
  return [...found, ...shortForms(text, found)].sort((a, b) => a.start - b.start);
}

/** The people of one sentence. Titles are shared along lists, and a body is handed on until another is named. */
function peopleOf(text: string, sentence: Sentence, names: readonly NameCandidate[]): PersonMention[] {
  const found: PersonMention[] = [];
  let body: Span | null = null;
  let shared: readonly TitleMention[] = [];
  let from = sentence.start;
  for (const [index, name] of names.entries()) {
    const before = titlesBefore(text, name.start, from);
    const next = names[index + 1];
    const after = titleAfter(text, name.end, next?.start ?? sentence.end);
    const own: TitleMention[] = [];
    const take = (title: Title): void => {
      if (title.organisation !== null) {
        body = title.organisation;
        own.push(titleMention(title, body, false));
      } else if (
        body !== null &&
        canHave(text.slice(body.start, body.end), title.post, text.slice(title.post.start, title.post.end))
      ) {
        own.push(titleMention(title, body, true));
      } else own.push(titleMention(title, null, false));
    };
    for (const title of before) take(title);
    const list = before.length === 0 && index > 0 ? text.slice(found[index - 1]?.phrase.end ?? from, name.start) : null;
    const joined = list !== null && JOINS.has(list);
    const behind: TitleMention[] = [];
    let phraseStart = before[0]?.start ?? name.start;
    if (after !== null) {
      // 四川大学|李兆勇讲师: the body stands before the name, the post behind it.
      const organisation = before.length === 0 ? bodyBefore(text, name.start, from) : null;
      if (organisation !== null) {
        // 大会主席、我院|胡三元教授: further titles stand before the body.
        const mark = text[organisation.start - 1];
        if (mark === '、' || mark === '，' || mark === ',') {
          const further = titlesBefore(text, organisation.start - 1, from);
          if (mark === '、' || further.length > 1) for (const title of further) take(title);
          phraseStart = own.length > 0 ? (further[0] as Title).start : organisation.start;
        } else phraseStart = organisation.start;
        body = organisation;
        behind.push({ ...titleMention(after, organisation, false), inherited: true });
      } else if (before.length === 0) {
        const inherits: boolean =
          body !== null && canHave(text.slice((body as Span).start, (body as Span).end), after.post);
        behind.push(titleMention(after, inherits ? body : null, inherits));
      } else behind.push(titleMention(after, null, false));
    }
    if (before.length === 0 && after === null && !joined) {
      // 北京理工大学马克思主义学院|王向楠表示: the body says where the person comes from; it is no title.
      const home = bodyBefore(text, name.start, from);
      if (home !== null) phraseStart = home.start;
    }
    if (before.length > 0) shared = own;
    else if (!joined || after !== null) shared = [];
    const titles = own.length > 0 ? [...own, ...behind] : [...(joined ? shared : []), ...behind];
    const end = bracketEnd(text, courtesyEnd(text, after?.end ?? name.end));
    found.push({
      kind: 'person',
      rule: name.rule,
      start: name.start,
      end: name.end,
      name: name.name,
      titles,
      phrase: { start: phraseStart, end },
    });
    from = end;
  }
  return spread(text, withoutCompanies(text, found, sentence), sentence);
}

/** Where a person's own bracket ends: 林岳|(女) · 何静|（回族）. `at` when none stands there. */
function bracketEnd(text: string, at: number): number {
  if (text[at] !== '（' && text[at] !== '(') return at;
  const own = OWN_BRACKET.exec(text.slice(at, at + 10));
  return own === null ? at : at + own[0].length;
}

const OWN_BRACKET = /^[（(](?:女|男|挂职|兼|援派|博士|[^）)，,]{1,3}族|女[，、,][^）)]{1,3}族)[）)]/u;

/** 金山、炬力、世纪鼎利等50余家企业: what looks like a list of names is one of companies. */
function withoutCompanies(text: string, found: PersonMention[], sentence: Sentence): PersonMention[] {
  const last = found.at(-1);
  if (last === undefined || !COMPANIES.test(text.slice(last.end, Math.min(sentence.end, last.end + 16)))) return found;
  let kept = found.length - 1;
  while (kept > 0) {
    const before = found[kept - 1] as PersonMention;
    if (text.slice(before.end, (found[kept] as PersonMention).start) !== '、') break;
    kept--;
  }
  return found.slice(0, kept);
}

const COMPANIES =
  /^(?:、[^、，,。；;]{1,8}){0,2}等[^，,。；;位名人]{0,6}[家所个](?:单位|企业|公司|学校|高校|机构|部门|省|市|县|区|国家)/u;

/** A title behind a list of names belongs to each of them: 徐舫州、刘燕南等教授 · 张农、方新秋四位教授 · 王洁等市领导. */
function spread(text: string, found: PersonMention[], sentence: Sentence): PersonMention[] {
  const last = found.at(-1);
  if (last === undefined || last.titles.length > 0) return found;
  const behind = BEHIND_LIST.exec(text.slice(last.end, Math.min(sentence.end, last.end + 12)));
  if (behind === null || behind[0] === '') return found;
  const title = titleStartingAt(text, last.end + behind[0].length, sentence.end);
  if (title === null) return found;
  const mention = titleMention(title, title.organisation, false);
  for (let index = found.length - 1; index >= 0; index--) {
    const person = found[index] as PersonMention;
    if (
      index < found.length - 1 &&
      !JOINS.has(text.slice(person.phrase.end, (found[index + 1] as PersonMention).phrase.start))
    )
      break;
    if (person.titles.length > 0) break;
    found[index] = { ...person, titles: [mention] };
  }
  return found;
}

const BEHIND_LIST = /^(?:等)?(?:[两二三四五六七八九十\d]{1,2}[位名])?/u; // 等 · 四位 · 等3位

/** The body that stands right before a name whose post follows it: 来自四川大学的|罗静副教授. */
function bodyBefore(text: string, nameStart: number, from: number): Span | null {
  let end = nameStart;
  if (text[end - 1] === '的') end--;
  return bodyEndingAt(text, end, from);
}

/** Whether one of the people stands at `at`; they are in the order of the text. */
function covers(people: readonly PersonMention[], at: number): boolean {
  let low = 0;
  let high = people.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((people[middle] as PersonMention).end > at) high = middle;
    else low = middle + 1;
  }
  const person = people[low];
  return person !== undefined && person.start <= at;
}

/** Later mentions by surname and post: 秦书记, 马校长. Each joins the one person with that surname whose post ends so. */
function shortForms(text: string, known: readonly PersonMention[]): readonly PersonMention[] {
  const bySurname = new Map<string, PersonMention[]>();
  for (const person of known) {
    const surname = surnames.longestAt(person.name, 0);
    if (surname === null) continue;
    const list = bySurname.get(surname.word);
    if (list === undefined) bySurname.set(surname.word, [person]);
    else list.push(person);
  }
  const taken = new Set(known.map((person) => person.start));
  const found: PersonMention[] = [];
  for (const [surname, persons] of bySurname) {
    for (let at = text.indexOf(surname); at >= 0; at = text.indexOf(surname, at + 1)) {
      if (taken.has(at) || covers(known, at)) continue;
      const post = postStartingAt(text, at + surname.length, text.length);
      if (post === null || post.kind === 'identity') continue;
      const words = text.slice(post.start, post.end);
      const fits = persons.filter((person) =>
        person.titles.some((title) => text.slice(title.start, title.end).endsWith(words)),
      );
      const names = new Set(fits.map((person) => person.name));
      const [first] = fits;
      if (names.size !== 1 || first === undefined || first.start > at) continue;
      found.push({
        kind: 'person',
        rule: 'person/short-form',
        start: at,
        end: at + surname.length,
        name: first.name,
        titles: [],
        phrase: { start: at, end: post.end },
      });
    }
  }
  return found;
}
