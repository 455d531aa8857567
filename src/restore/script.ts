import { createRequire } from 'node:module';
import { loadTable } from '../lexicon/load.ts';
import { Lexicon } from '../lexicon/lookup.ts';
import type { Edit } from '../model/edit.ts';
import { inGb2312 } from './gbk.ts';
import type { Rule } from './rule.ts';

/** Characters of traditional text that any article of some length has; a text with none of them is not traditional. */
const SIGNS = new Set(
  '會議國來為時個這對學開關長們過產發動業務員實黨區縣鎮鄉總書記結構組織領導聯進電話責報見記點現氣無從個後經還當應將與並於兩東車馬門問間題風飛養麼體樂樹機歷歸滿漢濟煥營爾爺牆獎獻環畫異療盡監確禮種積稱穩窮競筆節範簡糧紀約紅級細終結絕統給維綱網緊線練縮績總織舊華萬葉藝號補製複觀規視覺親計訓討許設訪評詞試詳語說請論識證護變讓豐貝負財貢貨質費資賽贊轉輪輯農連運達違遠適選遺鄰釋針銀錄鋼錢錯鍵鐵鐘陣陳陽階際陸險隊隨隱難雲靈靜響頁頂項順預頒頓領頭額顯類願顧飯館驗驚體鬥魯黃點齊齡龍權橋歡熱燈爭狀獨環產',
);

/** Who decides how a word is simplified: opencc's words and characters, then the tables of this project. */
let words: Lexicon<string> | null = null;
/** Simplified-only characters: a text that has more of them than of traditional ones is simplified. */
let simplified: Set<number> | null = null;
let traditional: Set<number> | null = null;

function load(): { words: Lexicon<string>; simplified: Set<number>; traditional: Set<number> } {
  if (words === null || simplified === null || traditional === null) {
    const require = createRequire(import.meta.url);
    const { Locale } = require('opencc-js/t2cn') as { Locale: { to: { cn: readonly (readonly string[])[] } } };
    const entries = new Map<string, string>();
    simplified = new Set();
    traditional = new Set();
    for (const dictionary of (Locale.to.cn[0] as readonly string[]).toReversed()) {
      for (const pair of dictionary.split('|')) {
        const space = pair.indexOf(' ');
        const from = pair.slice(0, space);
        const to = pair.slice(space + 1);
        entries.set(from, to);
        if (from.length !== 1 || to.length !== 1 || from === to) continue;
        if (!inGb2312(from.charCodeAt(0))) traditional.add(from.charCodeAt(0));
        if (inGb2312(to.charCodeAt(0)) && !inBig5(to)) simplified.add(to.charCodeAt(0));
      }
    }
    for (const { traditional: from = '', simplified: to = '', kind } of loadTable('traditional-words')) {
      if (kind !== 'aspect') entries.set(from, to);
      if (kind === 'character' && from !== to && !inGb2312(from.charCodeAt(0))) traditional.add(from.charCodeAt(0));
    }
    words = new Lexicon(entries);
  }
  return { words, simplified, traditional };
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
  examples: [
    { damaged: '縣僑聯擴大會議在蘭召開', clean: '县侨联扩大会议在兰召开' },
    { damaged: '乾隆年間的餅乾', clean: '乾隆年间的饼干' },
    { damaged: '全县教育工作会议由於成龍主持', clean: '全县教育工作会议由於成龍主持' },
  ],
  find(text) {
    if (!mayBeTraditional(text)) return [];
    const { words, simplified, traditional } = load();
    let old = 0;
    let young = 0;
    for (let i = 0; i < text.length; i++) {
      const unit = text.charCodeAt(i);
      if (traditional.has(unit)) old++;
      else if (simplified.has(unit)) young++;
    }
    if (old <= young * 2) return [];
    // Taiwan writes 隨著 and 著名 alike; a text that has 着 tells them apart itself.
    const writesOne = !text.includes('着');
    const edits: Edit[] = [];
    for (let at = 0; at < text.length; ) {
      const found = words.longestAt(text, at);
      if (found !== null) {
        edits.push(...editsFor(found.word, found.value, at));
        at = found.end;
        continue;
      }
      if (writesOne && text[at] === '著') edits.push({ start: at, end: at + 1, replacement: '着', rule: script.id });
      at++;
    }
    return edits;
  },
};

/** One edit for each character of a word that changes, so that the map stays exact. */
function editsFor(from: string, to: string, at: number): Edit[] {
  if (from === to) return [];
  if (from.length !== to.length) return [{ start: at, end: at + from.length, replacement: to, rule: script.id }];
  const edits: Edit[] = [];
  for (let i = 0; i < from.length; i++) {
    const replacement = to[i] as string;
    if (from[i] !== replacement) edits.push({ start: at + i, end: at + i + 1, replacement, rule: script.id });
  }
  return edits;
}

const SIGN_UNITS = (() => {
  const units = new Uint8Array(0x10000);
  for (const sign of SIGNS) units[sign.charCodeAt(0)] = 1;
  return units;
})();

function mayBeTraditional(text: string): boolean {
  for (let i = 0; i < text.length; i++) if (SIGN_UNITS[text.charCodeAt(i)] === 1) return true;
  return false;
}
