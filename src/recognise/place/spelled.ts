import { inForce } from '../../lexicon/additions.ts';
import { CharacterSet } from '../../lexicon/character-set.ts';
import type { PlaceMention } from '../../model/mention.ts';
import { type Division, divisions } from './divisions.ts';

/** 兰州路, 北京厅, 重庆大道: the name of a place that names a street, a room or a hotel. */
const NAMES_ANOTHER = /^(?:[东南西北中][一二三]?)?(?:路|街|大道|大街|巷|厅(?!局)|胡同|站|桥)/u;
/** 成都校区, 南京分院: what is named for the place where it stands. */
const STANDS_THERE = /^(?:校区|分校|分院|分部|分公司|分中心|总部|研究院|基地|会展中心|国际|分会|市区|城区)/u;
/** 首都巴黎, 省城兰州, 海滨城市厦门: what a place is called before its name. */
export const CALLED =
  /(?:首都|首府|省会|省城|古城|古都|州府|革命圣地|革命老区|\p{Script=Han}{0,3}城市|[冰山泉春羊江龙蓉]城|的|[、和及])/uy;
const CALLED_OPENS = new CharacterSet('首省古州革冰山泉春羊江龙蓉的、和及');

/** Whether `CALLED` may match at `at`. */
export function mayBeCalled(text: string, at: number): boolean {
  if (CALLED_OPENS.at(text, at)) return true;
  for (let city = at; city <= at + 3; city++)
    if (text.charCodeAt(city) === WALL && text.charCodeAt(city + 1) === MARKET) return true;
  return false;
}
const WALL = 0x57ce; // 城
const MARKET = 0x5e02; // 市
/** Behind these another place is named, not one in the place before. */
const JOINS_PLACES = new CharacterSet('的、和及');
/** What ends a phrase of a place that is nothing but a name: 在泰安举行. */
const ENDS = /^(?:$|[，,。；;、（(]|[隆顺成胜圆联正共组主重]|召|举|开|闭|出|参|会|启|调|考|进|签|揭|落)/u;

/**
 * The places that a phrase names from its beginning: 甘肃省兰州市宁卧庄宾馆 → 甘肃, 兰州; 北海市重庆路 → 北海. A name without 市 or 县 counts
 * where a place is expected: at the opening, or behind a larger place.
 */
export function placesFrom(text: string, from: number, end: number): readonly PlaceMention[] {
  const { full, plain, ambiguous } = divisions();
  const found: PlaceMention[] = [];
  let above: Division | null = null;
  let expected = true;
  let at = from;
  if (text.startsWith('中国', at) && !text.startsWith('中国人', at)) at += 2;
  const { places } = inForce();
  while (at < end) {
    const added = places.size > 0 ? places.longestAt(text, at, end) : null;
    if (added !== null) {
      const { place, adcode } = added.value;
      const code = adcode === '' ? null : adcode;
      found.push({ kind: 'place', rule: 'place/added', start: at, end: added.end, place, adcode: code, level: 'city' });
      above = null;
      at = added.end;
      continue;
    }
    const named = full.longestAt(text, at, end);
    const short: ReturnType<typeof plain.longestAt> = named === null ? plain.longestAt(text, at, end) : null;
    const word: typeof short = named ?? short;
    if (word === null || (word.word.length === 2 && named !== null && !expected)) {
      CALLED.lastIndex = at;
      const called = word === null && mayBeCalled(text, at) ? CALLED.exec(text) : null;
      expected = called !== null;
      if (called !== null && JOINS_PLACES.at(text, at + called[0].length - 1)) above = null;
      at += called === null ? 1 : called[0].length;
      continue;
    }
    const behind = text.slice(word.end, Math.min(end, word.end + 4));
    const after = text.slice(word.end, word.end + 4);
    const { division, sure } = choose(word.value, above);
    const accepted =
      named !== null
        ? above === null || sure
        : !NAMES_ANOTHER.test(behind) &&
          (expected
            ? sure ||
              goesOn(text, word.end, end, word.value) ||
              !(division.district || ambiguous.has(word.word)) ||
              ENDS.test(after)
            : division.level === 'city' && STANDS_THERE.test(behind)) &&
          (above === null || sure);
    if (!accepted) {
      // 北海市重庆路: once a place is named, another that does not lie in it ends the search.
      if (above !== null) break;
      expected = false;
      at++;
      continue;
    }
    found.push(
      mention(at, word.end, division, word.value.length === 1 || sure || division.level !== 'county', named !== null),
    );
    above = division;
    expected = true;
    at = word.end;
  }
  return found;
}

/** Whether a division that lies in one of these stands right behind: 云南昆明, though 云南 alone may be a word of a name. */
function goesOn(text: string, at: number, end: number, above: readonly Division[]): boolean {
  const { full, plain } = divisions();
  const next = full.longestAt(text, at, end) ?? plain.longestAt(text, at, end);
  return next?.value.some((one) => above.some((higher) => liesIn(one, higher))) === true;
}

/** Which of the divisions of one name is meant, and whether it lies in what was named before it. */
function choose(all: readonly Division[], above: Division | null): { division: Division; sure: boolean } {
  if (above !== null) {
    const inside = all.find((one) => liesIn(one, above));
    if (inside !== undefined) return { division: inside, sure: true };
  }
  return { division: all[0] as Division, sure: false };
}

/** Whether a division lies in another by its code; abroad, a city in a country. */
function liesIn(division: Division, above: Division): boolean {
  if (above.level === 'abroad' || division.level === 'abroad')
    return above.country && division.level === 'abroad' && !division.country;
  const code = above.adcode ?? '';
  const prefix = code.endsWith('0000') ? code.slice(0, 2) : code.endsWith('00') ? code.slice(0, 4) : code;
  return division !== above && (division.adcode ?? '').startsWith(prefix);
}

const mention = (start: number, end: number, division: Division, unique: boolean, full: boolean): PlaceMention => ({
  kind: 'place',
  rule: division.country
    ? 'place/country'
    : division.level === 'abroad'
      ? 'place/abroad'
      : full
        ? 'place/full-name'
        : 'place/plain-name',
  start,
  end,
  place: division.plain,
  adcode: unique ? division.adcode : null,
  level: division.level,
});
