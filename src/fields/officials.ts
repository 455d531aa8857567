import { Lexicon } from '../lexicon/lookup.ts';
import type { Recognised } from '../model/document.ts';
import type { PersonMention, TitleMention } from '../model/mention.ts';
import { within } from '../model/span.ts';
import { type Aside, asidesOf } from './aside.ts';
import { evidence, field, plain, z } from './field.ts';
import { peopleOf } from './people-within.ts';
import { type Role, type RoleReading, rolesIn } from './roles.ts';

const ROLES: readonly Role[] = ['host', 'speak', 'report', 'attend', 'observe', 'other'];

const official = z.strictObject({
  name: z.string().min(1),
  titles: z.array(
    z.strictObject({
      text: z.string().min(1),
      organization: z.string().nullable(),
      post: z.string().min(1),
      evidence,
    }),
  ),
  roles: z.array(z.enum(ROLES)).min(1),
  evidence,
});

/** A named person who takes part, with titles and roles. */
export type Official = z.infer<typeof official>;

/** Every named person who takes part in the meeting, in order of first mention. */
export const officials = field({
  name: 'officials',
  schema: z.array(official),
  read: (article, occasion) => ({
    value: occasion.kind === 'none' ? [] : participants(article, asidesOf(article, occasion)),
  }),
});

/** 大会主持人、副校长尚志伟: the first title says what the person does there. */
const HOST_TITLE = /^(?:本次|此次)?(?:大会|会议|论坛|活动|仪式|晚会|座谈会)?主持人$/u;

function participants(article: Recognised, asides: readonly Aside[]): Official[] {
  const said = rolesIn(article);
  const readings = asides.length === 0 ? said : ofTheMeeting(said, asides);
  const people = new Map<string, { readonly places: PersonMention[]; readonly roles: RoleReading[] }>();
  for (const mention of peopleOf(article)) {
    const known = people.get(mention.name);
    if (known === undefined) people.set(mention.name, { places: [mention], roles: [] });
    else known.places.push(mention);
  }
  for (const reading of readings) people.get(reading.person.name)?.roles.push(reading);
  const found: Official[] = [];
  for (const [name, { places, roles }] of people) {
    const titles: TitleMention[] = [];
    for (const other of places) {
      for (const title of other.titles) {
        const hosts = article.clean.startsWith('主持人', title.end - 3);
        if (hosts && HOST_TITLE.test(article.clean.slice(title.start, title.end))) {
          roles.push({ person: other, role: 'host', words: { start: title.start, end: title.end } });
        } else titles.push(title);
      }
    }
    if (roles.length === 0 || onlyQuoted(article, places)) continue;
    const named = places.find((place) => isNamed(article.clean, place)) ?? (places[0] as PersonMention);
    const given = firstOfEach(roles);
    found.push({
      name,
      titles: united(article.clean, titles),
      roles: given.map(({ role }) => role),
      evidence: [plain(named), ...wordsThatGive(given)],
    });
  }
  return found;
}

/** The readings that count: not of another meeting, and of what was done afterwards only for those who were there. */
function ofTheMeeting(said: readonly RoleReading[], asides: readonly Aside[]): readonly RoleReading[] {
  const asideOf = ({ words }: RoleReading): Aside | undefined => asides.find((aside) => within(words, aside));
  const there = new Set(said.filter((one) => asideOf(one) === undefined).map(({ person }) => person.name));
  return said.filter((one) => {
    const aside = asideOf(one);
    return aside === undefined || (!aside.meeting && there.has(one.person.name));
  });
}

/** Whether somebody is named in full at this place. */
const isNamed = (text: string, { start, end, name }: PersonMention): boolean =>
  end - start === name.length && text.startsWith(name, start);

/** The first reading of each role, in the order in which a record has the roles. */
function firstOfEach(readings: readonly RoleReading[]): readonly RoleReading[] {
  if (readings.length === 1) return readings;
  const found: RoleReading[] = [];
  for (const role of ROLES) {
    const first = readings.find((reading) => reading.role === role);
    if (first !== undefined) found.push(first);
  }
  return found;
}

/** The words that give these roles, in the order of the text; words that give two stand once. */
function wordsThatGive(readings: readonly RoleReading[]): { start: number; end: number }[] {
  const words = readings.map((reading) => plain(reading.words));
  if (words.length < 2) return words;
  words.sort((a, b) => a.start - b.start);
  return words.filter(({ start }, i) => i === 0 || start !== words[i - 1]?.start);
}

/** A leader who is only quoted by name and office (某某总书记强调) takes no part. */
function onlyQuoted(article: Recognised, mentions: readonly PersonMention[]): boolean {
  return mentions.every(({ end }) => QUOTED.longestAt(article.clean, end)?.value === true);
}

/** What stands behind the name of a leader who is quoted; a longer word (主席团) may say that it is nobody's name. */
const QUOTED = new Lexicon<boolean>([
  ...'总书记 主席 同志为 强军 新时代 外交 文化 生态 法治 经济'.split(' ').map((word) => [word, true] as const),
  ['主席团', false],
]);

/** The titles of a person, each once: a later, shorter form of one already given is not added. */
function united(text: string, titles: readonly TitleMention[]): Official['titles'] {
  const kept: TitleMention[] = [];
  for (const title of titles) {
    const twin = kept.findIndex((other) => sameOffice(text, other, title));
    if (twin < 0) kept.push(title);
    else if (isFuller(title, kept[twin] as TitleMention)) kept[twin] = title;
  }
  return kept.map((title) => ({
    text: text.slice(title.start, title.end),
    organization: title.organisation === null ? null : text.slice(title.organisation.start, title.organisation.end),
    post: text.slice(title.post.start, title.post.end),
    evidence: [
      { start: title.start, end: title.end },
      ...(title.inherited && title.organisation !== null ? [plain(title.organisation)] : []),
    ],
  }));
}

/** Whether a later title says more than an earlier one that left its body out. */
function isFuller(later: TitleMention, earlier: TitleMention): boolean {
  if (isStated(earlier)) return false;
  return length(later) > length(earlier) || (later.organisation !== null && earlier.organisation === null);
}

/** The title says its body itself. */
const isStated = (title: TitleMention): boolean => title.organisation !== null && !title.inherited;
const length = (title: TitleMention): number => title.end - title.start;

/** Whether a later title is an earlier one again, in the same, a shorter or a fuller form: 院长 and 学院院长, 书记 and 院党委书记. */
function sameOffice(text: string, earlier: TitleMention, later: TitleMention): boolean {
  const words = (title: TitleMention): string => text.slice(title.start, title.end);
  const post = (title: TitleMention): string => text.slice(title.post.start, title.post.end);
  const body = (title: TitleMention): string | null =>
    title.organisation === null ? null : text.slice(title.organisation.start, title.organisation.end);
  if (words(earlier).endsWith(words(later)) || words(later).endsWith(words(earlier))) return true;
  // 主任 for 主任医师
  if (later.organisation === null && words(later).length > 1 && post(earlier).startsWith(words(later))) return true;
  const [one, other] = [body(earlier), body(later)];
  // 国家主席 and 中央军委主席 are two, 副书记 and 校党委副书记 are one.
  if (other === null) return post(earlier).endsWith(post(later));
  if (one === null) return post(later).endsWith(post(earlier));
  if (!post(earlier).endsWith(post(later)) && !post(later).endsWith(post(earlier))) return false;
  return one.endsWith(other) || other.endsWith(one) || (later.organisation !== null && shortens(one, other));
}

/** Whether a body's name is an earlier one with words left out: 市第十五派驻纪检监察组 for 市纪委监委第十五派驻纪检监察组. */
function shortens(full: string, short: string): boolean {
  if (short.length >= full.length) return false;
  let at = 0;
  for (const character of full) if (character === short[at]) at++;
  return at === short.length;
}
