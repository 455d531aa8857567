import { CharacterSet } from '../lexicon/character-set.ts';
import type { Recognised } from '../model/document.ts';
import type { PlaceMention } from '../model/mention.ts';
import { overlaps, type Span } from '../model/span.ts';
import { mentionsWithin } from './mentions-within.ts';

/** How closely a phrase belongs to a verb: one of holding right behind it, another verb, or a verb further on; a label (地点：) needs none. */
export type Tie = 'holding' | 'acting' | 'loose' | 'label';

/** A phrase that says where something takes place, and the verb that it goes with. */
export interface VenuePhrase extends Span {
  readonly tie: Tie;
  /** The 在, 于 or 来 before it. */
  readonly lead: Span;
  readonly verb: Span;
  /** 在北京召开的: the verb only describes something. */
  readonly relative: boolean;
}

/** 在 or 于 that opens a phrase of its own. */
const LEAD = new CharacterSet('在于');
/** 正在, 由于, 关于: the same characters within other words. */
const NO_LEAD = /(?:[正现存所旨实潜内好意]在|[由关对至基处鉴等便善勇敢用出终低高属位忙乐安归限急过源立]于)$/u;
const NO_PHRASE = /^(?:于|在|是|此|即|职|编|读|建|岗|籍|校[党学师生大])/u;

const ADVERBS =
  '隆重|顺利|成功|胜利|圆满|联合|共同|正式|如期|盛大|同步|准时|按时|及时|相继|接连|适时|分别|统一|专门|组织|主持|集中|牵头|具体|再次|首次|也|先后|同时|紧急|连夜|迅速|临时';
const HOLDS = '召开|举行|举办|开幕|闭幕|召集|开班|开讲|启幕|落幕|揭幕|开营|结业|拉开大幕|拉开帷幕|拉开序幕';
const ACTS =
  '出席|会见|会谈|会晤|宣讲|调研|考察|慰问|视察|检查|走访|座谈|揭牌|签约|启动|成立|开展|进行|接受|授课|作|做|发表|参加|参观|看望|设主会场|设立主会场|同|与|为|就|接见';
const TURNS = '由|为|与|同|围绕|就|以|向|面向|针对|对|组织';
/** 成立80周年, 成立大会: what was founded is spoken of. */
const NOT_FOUNDED = '(?![0-9０-９一二三四五六七八九十]|以来|之际|大会|仪式)';

const ADVERB = `(?:(?:${ADVERBS})(?:地)?){0,3}`;
/** 召开, 隆重举行, 主持召开: a meeting takes place. */
const HOLDING = new RegExp(`${ADVERB}(?:${HOLDS})`, 'uy');
/** 出席, 会见, 宣讲: somebody does something there. */
const ACTING = new RegExp(`${ADVERB}(?:${ACTS.replace('成立', `成立${NOT_FOUNDED}`)})`, 'uy');
/** 在三楼会议室由工会组织召开: the phrase ends, the verb follows later. */
const TURN = new RegExp(`(?:${TURNS})`, 'uy');
/** What any of the three opens with: at most places of a phrase none can. */
const OPENS_VERB = new CharacterSet(...[ADVERBS, HOLDS, ACTS, TURNS].map((words) => words.split('|')));
/** A verb of either kind, anywhere. */
const ANY_VERB = /召开|举行|举办|开幕|闭幕|开班|开讲|宣讲|开展|进行|主持|授课|座谈|签约|揭牌/u;

const CLAUSE_END = new CharacterSet('，,。；;：:！!？?“”《》\n');
const OPENS_BRACKET = new CharacterSet('（(');
const CLOSES_BRACKET = new CharacterSet('）)');
/** How long a phrase may be. */
const LONGEST = 40;
/** How far a day that reaches into a phrase may stand out of it. */
const SIGHT = 40;
/** How long a person's name is at most. */
const NAME = 20;
/** How much of a sentence is looked at: a longer one is no sentence. */
const SENTENCE = 800;

/** What a phrase of place ends with. */
const PLACE_END =
  /(?:[室厅堂楼馆院校园场所站库店庄寺宫府厂局层号]|中心|校区|园区|[大中小]学|[一二三四五六七八九十附高初职]中|大厦|广场|公司|机关|基地|现场|剧院|路|街道?|社区|[省市县区州盟旗村镇乡岛港湖山湾城国]|集团|支队|部队|总部|分部|支部|[委协学商工]会|[A-Za-z]座|[A-Za-z]{0,2}[0-9０-９]{2,4}|[委办]|[室楼馆厅校院]内|门口|[院村寨]里|之家|驿站|书屋|码头|工地|[^，,]河畔|江畔|湖畔|海畔|家中|[楼廊树桥檐塔亭棚门院][前下旁边])$/u;
/** 会上, 之际, 领导下, 昨天: a phrase of time, manner or circumstance. */
const NO_PLACE_END =
  /(?:[上下后前时]|期间|之际|以来|方面|领域|范围内|当[天日]|[今昨近日]日|日前|[今昨]天|[上下中]午|晚间?|仪式|讲话|论坛|同时|情况|形势|线|平台|云端|[声氛光程景].?[中里]|掌声|[^一二三四五六七八九十附高初职实省市家]中|[^园校县市区村城院]里)$/u;
/** 楼上, 廊下, 门前: above, below or beside something. */
const BESIDE = /(?:[楼廊树桥檐塔亭棚门院][上下前旁边]|地下)$/u;
/** 座谈会, 全会: a meeting, and no 委员会 or 协会. */
const MEETING_END = /会议?$/u;
const BODY_END =
  /(?:[委协学商工联残]会|员会|基金会|联合会|居委会|红十字会|教育会|研究会|促进会|理事会|文联会|同学会|会议会?展?中心)$/u;
const NO_PLACE_START =
  /^(?:这|该|其|各|每|会(?!议?[室中厅楼堂场展]|所|馆|堂|宁|昌|东|同|稽|泽|理)|一[片阵年系方]|全(?:党|体|面|程|球|力)|习近平|党的|党中央|新时代|与会|大家|热烈|雄壮|主会场|分会场|视频(?!会议室)|线上|网上|网络(?!中心|空间|信息|工程|大厦|楼)|云(?:上|端|会|平台|视频|课|$)|腾讯(?!大厦|公司|总部|集团)|钉钉|现场|何时|期间|不(?!夜城|锈钢)|认真|充分|深入|[了着过]|本次|此次|随后|上述)/u;
/** 在分会场, 在现场, 在新中国 (成立之际): words of place that name none. */
const NOT_A_PLACE =
  /^(?:主会场|分会场|主会场和分会场|各自|线|现场|会场|国内|国外|境内|海内外|社会|基层|一线|前线|一起|当地|会内|会外|其中|新中国|祖国|我国)$/u;
/** 全镇, 全国各地; but 全国政协礼堂 is a place. */
const WHOLE_COUNTRY =
  /^(?:全[国省市县区州校院镇乡村街局系厂]|国内|世界|社会|基层|一线|当地)(?![\p{Script=Han}]{0,12}(?:[室厅堂楼馆院校]|中心|大厦|宾馆|酒店)$)/u;

const HOLDS_ANYWHERE = new RegExp(HOLDS, 'u');
/** The closest tie that a phrase of a sentence can have: most sentences say nothing of holding. */
export const closestTie = ({ clean }: Recognised, { start, end }: Span): Tie =>
  HOLDS_ANYWHERE.test(clean.slice(start, end)) ? 'holding' : 'acting';

/** The phrases of a stretch of text that say where something takes place, in the order of the text. */
export function venuePhrases(article: Recognised, sentence: Span): readonly VenuePhrase[] {
  const text = article.clean;
  const stop = Math.min(sentence.end, sentence.start + SENTENCE);
  const found: VenuePhrase[] = [];
  for (let at = LEAD.firstIn(text, sentence.start, stop); at < stop; at = LEAD.firstIn(text, at + 1, stop)) {
    if (NO_LEAD.test(text.slice(Math.max(0, at - 1), at + 1)) || NO_PHRASE.test(text.slice(at + 1, at + 3))) continue;
    if (inName(article, at)) continue;
    const phrase = phraseAt(article, at, stop);
    if (phrase !== null) found.push(phrase);
  }
  return found;
}

/** Whether a character belongs to a person's name: 于国安. */
const inName = (article: Recognised, at: number): boolean =>
  mentionsWithin(article.mentions, 'person', { start: at - NAME, end: at + NAME }).some(
    ({ start, end }) => start <= at && at < end,
  );

/** The phrase that the 在 or 于 at `at` opens; null when it is none of place. */
function phraseAt(article: Recognised, at: number, limit: number): VenuePhrase | null {
  const text = article.clean;
  const start = at + 1;
  const stop = Math.min(limit, start + LONGEST);
  let depth = 0;
  for (let end = start; end <= stop; end++) {
    const unit = text.charCodeAt(end);
    if (OPENS_BRACKET.has(unit)) depth++;
    if (CLOSES_BRACKET.has(unit)) depth--;
    if (depth > 0) continue;
    if (end === limit || end >= text.length || CLAUSE_END.has(unit)) {
      return end > start ? loose(article, at, { start, end }, end, limit) : null;
    }
    if (end === start) continue;
    if (!OPENS_VERB.has(unit)) continue;
    const holding = verbAt(HOLDING, text, end);
    if (holding !== null) return accept(article, at, { start, end }, holding, 'holding');
    const acting = verbAt(ACTING, text, end);
    if (acting !== null && looksLikePlace(article, { start, end }))
      return accept(article, at, { start, end }, acting, 'acting');
    if (verbAt(TURN, text, end) !== null && looksLikePlace(article, { start, end })) {
      const turned = loose(article, at, { start, end }, end, limit);
      if (turned !== null) return turned;
    }
  }
  return null;
}

function verbAt(verb: RegExp, text: string, at: number): Span | null {
  verb.lastIndex = at;
  const match = verb.exec(text);
  return match === null ? null : { start: at, end: at + match[0].length };
}

/** A phrase whose verb stands further on in the sentence. */
function loose(article: Recognised, at: number, phrase: Span, from: number, limit: number): VenuePhrase | null {
  if (!looksLikePlace(article, phrase)) return null;
  const rest = article.clean.slice(from, Math.min(limit, from + 80));
  const verb = ANY_VERB.exec(rest);
  if (verb === null) return null;
  return accept(article, at, phrase, { start: from + verb.index, end: from + verb.index + verb[0].length }, 'loose');
}

function accept(article: Recognised, at: number, phrase: Span, verb: Span, tie: Tie): VenuePhrase | null {
  const text = article.clean;
  const trimmed = trim(article, phrase);
  if (trimmed === null) return null;
  const words = text.slice(trimmed.start, trimmed.end);
  const named = placesIn(article, trimmed);
  const isName = named.length > 0 && named[0]?.start === trimmed.start && named.at(-1)?.end === trimmed.end;
  if (!isName && refuses(words, tie)) return null;
  const { start, end } = trimmed;
  return { start, end, tie, lead: { start: at, end: at + 1 }, verb, relative: text[verb.end] === '的' };
}

/** Whether words that end in no name of a place cannot be one. */
function refuses(words: string, tie: Tie): boolean {
  if (words.length === 1) return !/^[校院县市省区乡镇村]$/u.test(words);
  if (NO_PLACE_START.test(words) || NOT_A_PLACE.test(words) || WHOLE_COUNTRY.test(words)) return true;
  if (NO_PLACE_END.test(words) && !BESIDE.test(words)) return true;
  if (MEETING_END.test(words) && !BODY_END.test(words)) return true;
  return tie !== 'holding' && !PLACE_END.test(words);
}

/** 我院, 我市: who holds a meeting, as those who write see it. */
const HOLDER = /我[国省市州县区旗镇乡街校院系厂局司会]$/u;

/** The phrase without outer space, without what describes it (刚落成的文化馆), and without a day at its end. */
function trim(article: Recognised, phrase: Span): Span | null {
  const text = article.clean;
  let { start, end } = phrase;
  for (const mention of mentionsWithin(article.mentions, 'time', { start: start - SIGHT, end: end + SIGHT })) {
    if (!overlaps(mention, { start, end })) continue;
    // 在公司昨天召开的大会上: what stands before the day is who held it, unless it is a place by name.
    if (mention.start <= start) start = Math.max(start, mention.end);
    else if (
      looksLikePlace(article, { start, end: mention.start }) &&
      placesIn(article, { start, end: mention.start }).length > 0
    ) {
      end = mention.start;
    } else return null;
  }
  // 于3月4日上午在…: the 在 opens the phrase of place.
  if (
    /[在于]/u.test(text.slice(start, end).replace(/(?:[正现存所旨实潜内]在|[由关对至基位]于|在[职编读建岗校])/gu, ''))
  )
    return null;
  // 在学院会议室我院召开: who held it stands between the place and the verb.
  const holder = HOLDER.exec(text.slice(start, end));
  if (holder !== null && PLACE_END.test(text.slice(start, end - holder[0].length))) end -= holder[0].length;
  const of = text.lastIndexOf('的', end - 1);
  if (of > start && of < end - 1 && !PLACE_END.test(text.slice(start, of))) start = of + 1;
  while (start < end && /[\s\u3000]/u.test(text[start] as string)) start++;
  while (start < end && /[\s\u3000]/u.test(text[end - 1] as string)) end--;
  return start < end ? { start, end } : null;
}

function looksLikePlace(article: Recognised, phrase: Span): boolean {
  const words = article.clean.slice(phrase.start, phrase.end);
  if (placesIn(article, phrase).some(({ end }) => end === phrase.end)) return true;
  return PLACE_END.test(words) && !refuses(words, 'acting');
}

/** The places named within a phrase, in the order of the text. */
export const placesIn = (article: Recognised, phrase: Span): readonly PlaceMention[] =>
  mentionsWithin(article.mentions, 'place', phrase);

/** 来宜调研 · 抵达莫斯科，出席: going to a place that is named to do something there. */
const GOES = /(?:抵达|莅临|[来赴到抵])$/u;
const DOES =
  /^(?:[，,]?(?:对[^，,。]{1,12})?(?:进行|开展)?(?:实地|专题|现场)?(?:出席|参加|召开|主持|举行|考察|调研|视察|检查|督导|督查|慰问|访问|看望|走访|指导|巡查|参观|会见))/u;

/** 来到, 莅临, 走进: going to a place of any name. */
const COMES = /来到|莅临|走进|前往|深入|抵达|[来赴到]/gu;
/** Words before 到 with which it is another word. */
const NOT_COMES = /[起上下过年以原未本历近从带进出达得看遇想感受找直周做听收接提碰谈意涉遭拿等能会来回轮]$/u;
/** How long the name of a place is to which somebody comes. */
const LONGEST_GOAL = 30;
/** 来到 and the like are followed by a place, whatever its name ends with. */
const SURE = /^(?:来到|莅临)$/u;

/** 我县, 基层: no place in particular. */
const NO_GOAL =
  /^(?:该[\p{Script=Han}]|[我本][国省市州县区旗盟镇乡村]|基层|一线|企业|现场|学校|公司|社区|农村|乡村|学院|各地|车间|农户|群众)$/u;

/** The places without a name in any table to which somebody comes for what is reported: 来到大数据产业园视察. */
function goals(article: Recognised, stretch: Span): readonly VenuePhrase[] {
  const text = article.clean;
  const found: VenuePhrase[] = [];
  for (const lead of text.slice(stretch.start, stretch.end).matchAll(COMES)) {
    const at = stretch.start + lead.index;
    if (lead[0].length === 1 && NOT_COMES.test(text.slice(Math.max(stretch.start, at - 1), at))) continue;
    const start = at + lead[0].length;
    const stop = Math.min(stretch.end, start + LONGEST_GOAL);
    for (let end = start + 2; end < stop; end++) {
      if (text[end] !== '，' && text[end] !== ',' && CLAUSE_END.has(text.charCodeAt(end))) break;
      const verb = DOES.exec(text.slice(end, end + 30));
      if (verb === null) {
        if (text[end] === '，' || text[end] === ',') break;
        continue;
      }
      const words = text.slice(start, end);
      const place = !NO_GOAL.test(words) && (PLACE_END.test(words) || (SURE.test(lead[0]) && words.length <= 12));
      if (place && !refuses(words, SURE.test(lead[0]) ? 'holding' : 'acting') && !/[在于对，,]/u.test(words))
        found.push({
          start,
          end,
          tie: 'loose',
          lead: { start: at, end: start },
          verb: { start: end, end: end + verb[0].length },
          relative: false,
        });
      break;
    }
  }
  return found;
}

/** The places to which somebody goes for what is reported. */
export function journeys(article: Recognised, sentence: Span): readonly VenuePhrase[] {
  const text = article.clean;
  const stretch = { start: sentence.start, end: Math.min(sentence.end, sentence.start + SENTENCE) };
  const places = placesIn(article, stretch);
  const found: VenuePhrase[] = [];
  for (const goal of goals(article, stretch)) if (!places.some((place) => place.start === goal.start)) found.push(goal);
  for (let i = 0; i < places.length; i++) {
    const first = places[i] as PlaceMention;
    let last = first;
    for (let next = places[i + 1]; next !== undefined; next = places[i + 1]) {
      const between = text.slice(last.end, next.start);
      if (between !== '' && !/^[、和及]$/u.test(between)) break;
      last = next;
      i++;
    }
    const lead = GOES.exec(text.slice(Math.max(stretch.start, first.start - 2), first.start));
    const verb = DOES.exec(text.slice(last.end, last.end + 30));
    if (lead === null || verb === null) continue;
    found.push({
      start: first.start,
      end: last.end,
      tie: 'loose',
      lead: { start: first.start - lead[0].length, end: first.start },
      verb: { start: last.end, end: last.end + verb[0].length },
      relative: false,
    });
  }
  return found;
}

/** 在这里召开 · 正在此举行 */
const HERE = /在(?:这里|此)(?=(?:隆重|正式|成功|顺利|如期)?(?:召开|举行|举办|开幕|闭幕|开班|启动|进行))/gu;
/** How far before 这里 the place may stand that it means. */
const BEFORE_HERE = 120;
/** A place of which a clause speaks at its head is no longer, and no shorter. */
const SHORTEST_SUBJECT = 4;

/** The places that 这里 means: what the clauses before it open with (村委会院里格外热闹，…在这里召开). */
export function pointedAt(article: Recognised, sentence: Span): readonly VenuePhrase[] {
  const text = article.clean;
  const found: VenuePhrase[] = [];
  const words = text.slice(sentence.start, Math.min(sentence.end, sentence.start + SENTENCE));
  if (!words.includes('在这里') && !words.includes('在此')) return found;
  for (const here of words.matchAll(HERE)) {
    const at = sentence.start + here.index;
    const place = subjectBefore(article, at);
    if (place === null) continue;
    const end = at + here[0].length;
    found.push({
      start: place.start,
      end: place.end,
      tie: 'holding',
      lead: { start: at, end },
      verb: { start: end, end: end + 2 },
      relative: false,
    });
  }
  return found;
}

/** The place with which the nearest clause before `at` opens that opens with one. */
function subjectBefore(article: Recognised, at: number): Span | null {
  const text = article.clean;
  const from = Math.max(0, at - BEFORE_HERE);
  let own = at;
  while (own > from && !CLAUSE_END.has(text.charCodeAt(own - 1))) own--;
  for (let end = own - 1; end > from; ) {
    let start = end;
    while (start > from && !CLAUSE_END.has(text.charCodeAt(start - 1))) start--;
    const stop = Math.min(end, start + LONGEST);
    for (let to = stop; to - start >= SHORTEST_SUBJECT; to--) {
      const words = text.slice(start, to);
      if (PLACE_END.test(words) && !refuses(words, 'acting') && !/[在于是]/u.test(words)) return { start, end: to };
    }
    end = start - 1;
  }
  return null;
}

/** 会议地点：三楼会议室 */
const LABEL =
  /(?:^|[\s\u3000，,。；;])(?:会议|活动|召开|举办|培训|开会|举行)?地点[：:][ \u3000]*(?<place>[^\s\u3000，,。；;：:]{2,40})/gu;

/** Whether a text has such a label at all. */
export const hasLabels = ({ clean }: Recognised): boolean => clean.includes('地点');

/** The places that a text gives under the label 地点, as minutes do. */
export function labelled(article: Recognised, stretch: Span): readonly VenuePhrase[] {
  const found: VenuePhrase[] = [];
  const words = article.clean.slice(stretch.start, stretch.end);
  if (!words.includes('地点')) return found;
  for (const match of words.matchAll(LABEL)) {
    const place = match.groups?.place ?? '';
    const end = stretch.start + match.index + match[0].length;
    const start = end - place.length;
    found.push({
      start,
      end,
      tie: 'label',
      lead: { start: start - 1, end: start },
      verb: { start: end, end },
      relative: false,
    });
  }
  return found;
}
