import { createRequire } from 'node:module';
import { CharacterSet } from '../lexicon/character-set.ts';
import { loadTable } from '../lexicon/load.ts';
import { Lexicon } from '../lexicon/lookup.ts';
import { EditColumns, type Edits, rewrite } from '../model/edit.ts';
import { inGb2312 } from './gbk.ts';
import type { Rule } from './rule.ts';

/** Characters of traditional text that any article of some length has; a text with none of them is not traditional. */
const SIGNS =
  '會議國來為時個這對學開關長們過產發動業務員實黨區縣鎮鄉總書記結構組織領導聯進電話責報見記點現氣無從個後經還當應將與並於兩東車馬門問間題風飛養麼體樂樹機歷歸滿漢濟煥營爾爺牆獎獻環畫異療盡監確禮種積稱穩窮競筆節範簡糧紀約紅級細終結絕統給維綱網緊線練縮績總織舊華萬葉藝號補製複觀規視覺親計訓討許設訪評詞試詳語說請論識證護變讓豐貝負財貢貨質費資賽贊轉輪輯農連運達違遠適選遺鄰釋針銀錄鋼錢錯鍵鐵鐘陣陳陽階際陸險隊隨隱難雲靈靜響頁頂項順預頒頓領頭額顯類願顧飯館驗驚體鬥魯黃點齊齡龍權橋歡熱燈爭狀獨環產';

/** How words and characters are simplified: opencc's, then the table of this project, which comes first. */
interface Tables {
  /** Words of two characters and more. */
  readonly words: Lexicon<string>;
  /** By code unit: 1 where a word may start. */
  readonly opensWord: Uint8Array;
  /** By code unit: the simplified character; 0 for one that stays. */
  readonly characters: Uint16Array;
  /** By code unit: TRADITIONAL for characters that only traditional text has, SIMPLIFIED for the other way round. */
  readonly script: Uint8Array;
}

const TRADITIONAL = 1;
const SIMPLIFIED = 2;

let tables: Tables | null = null;

function load(): Tables {
  if (tables !== null) return tables;
  const require = createRequire(import.meta.url);
  const { Locale } = require('opencc-js/t2cn') as { Locale: { to: { cn: readonly (readonly string[])[] } } };
  const words = new Map<string, string>();
  const characters = new Uint16Array(0x10000);
  const script = new Uint8Array(0x10000);
  const opensWord = new Uint8Array(0x10000);
  const add = (from: string, to: string): void => {
    const unit = from.charCodeAt(0);
    if (from.length > 1) {
      words.set(from, to);
      opensWord[unit] = 1;
      return;
    }
    if (to.length !== 1) return;
    characters[unit] = from === to ? 0 : to.charCodeAt(0);
    if (from === to) return;
    if (!inGb2312(unit)) script[unit] = TRADITIONAL;
    if (inGb2312(to.charCodeAt(0)) && !inBig5(to)) script[to.charCodeAt(0)] = SIMPLIFIED;
  };
  for (const dictionary of Locale.to.cn[0] as readonly string[]) {
    for (const pair of dictionary.split('|')) {
      const space = pair.indexOf(' ');
      add(pair.slice(0, space), pair.slice(space + 1));
    }
  }
  for (const { traditional = '', simplified = '', kind } of loadTable('traditional-words')) {
    if (kind !== 'aspect') add(traditional, simplified);
  }
  tables = { words: new Lexicon(words), opensWord, characters, script };
  return tables;
}

let big5: Set<string> | null = null;

/** Whether Big5 proper has a character: Taiwan and Hong Kong write it, so that it says nothing about the script. */
function inBig5(character: string): boolean {
  if (big5 === null) {
    big5 = new Set();
    const decoder = new TextDecoder('big5');
    for (let lead = 0xa4; lead <= 0xf9; lead++) {
      if (lead === 0xc7 || lead === 0xc8) continue;
      for (let trail = 0x40; trail <= 0xfe; trail++) {
        if (trail > 0x7e && trail < 0xa1) continue;
        big5.add(decoder.decode(Uint8Array.of(lead, trail)));
      }
    }
  }
  return big5.has(character);
}

/**
 * Simplifies a text that is written in traditional characters, by words: 乾隆 keeps its 乾, 餅乾 does not.
 *
 *     僑聯擴大會議在蘭召開  →  侨联扩大会议在兰召开
 */
export const script: Rule = {
  id: 'restore/script',
  repair: 'traditional',
  certainty: 'likely',
  signs: [SIGNS],
  examples: [
    { damaged: '縣僑聯擴大會議在蘭召開', clean: '县侨联扩大会议在兰召开' },
    { damaged: '乾隆年間的餅乾', clean: '乾隆年间的饼干' },
    { damaged: '全县教育工作会议由於成龍主持', clean: '全县教育工作会议由於成龍主持' },
  ],
  find(text) {
    if (!mayBeTraditional(text)) return [];
    const { script } = load();
    let old = 0;
    let young = 0;
    for (let i = 0; i < text.length; i++) {
      const kind = script[text.charCodeAt(i)];
      if (kind === TRADITIONAL) old++;
      else if (kind === SIMPLIFIED) young++;
    }
    return old > young ? simplify(text) : [];
  },
};

/** A short text in simplified characters, each in its place: for words that are looked up, never for what is written. */
export const simplified = (text: string): string =>
  mayBeTraditional(text) ? rewrite(text, simplify(text)).text : text;

const ZHU = 0x8457; // 著
const ZHE = 0x7740; // 着

/** One edit for each stretch of characters that change one for one, so that the map stays exact. */
function simplify(text: string): Edits {
  const { words, opensWord, characters } = load();
  // Taiwan writes 隨著 and 著名 alike; a text that has 着 tells them apart itself.
  const writesOne = !text.includes('着');
  const edits = new EditColumns(script.id);
  let start = 0;
  let replacement = '';
  const change = (at: number, to: string): void => {
    if (replacement !== '' && start + replacement.length === at) {
      replacement += to;
      return;
    }
    if (replacement !== '') edits.add(start, start + replacement.length, replacement);
    start = at;
    replacement = to;
  };
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    const found = opensWord[unit] === 1 ? words.longestAt(text, at) : null;
    if (found !== null && found.value.length === found.word.length) {
      for (let i = 0; i < found.word.length; i++) {
        const to = found.value[i] as string;
        if (found.word[i] !== to) change(at + i, to);
      }
      at = found.end - 1;
      continue;
    }
    const to = unit === ZHU && writesOne ? ZHE : (characters[unit] as number);
    if (to !== 0) change(at, String.fromCharCode(to));
  }
  // Only a text with a sign of traditional script comes here, and every sign changes: there is a last stretch.
  edits.add(start, start + replacement.length, replacement);
  return edits;
}

const signs = new CharacterSet(SIGNS);
const mayBeTraditional = (text: string): boolean => signs.firstIn(text, 0, text.length) < text.length;
