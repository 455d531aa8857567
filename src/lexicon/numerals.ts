const DIGITS = '〇一二三四五六七八九';

/**
 * The number that a numeral writes: 12, １２, 十二, 廿三, 二十一, 二〇二四, 百 and 千 left out.
 * Null for anything else, so that nothing is guessed from a word that merely looks like one.
 */
export function numberOf(words: string): number | null {
  if (words === '') return null;
  if (/[十廿卅]/u.test(words)) return withTens(words);
  let value = 0;
  for (const sign of words) {
    const digit = digitOf(sign);
    if (digit === null) return null;
    value = value * 10 + digit;
  }
  return value;
}

/** 十二 · 二十一 · 廿三 · 卅 */
function withTens(words: string): number | null {
  const at = words.search(/[十廿卅]/u);
  const before = words.slice(0, at);
  const after = words.slice(at + 1);
  const mark = words[at];
  const tens = mark === '廿' ? 2 : mark === '卅' ? 3 : before === '' ? 1 : digitOf(before);
  const ones = after === '' ? 0 : digitOf(after);
  if (tens === null || ones === null || (mark !== '十' && before !== '')) return null;
  return tens * 10 + ones;
}

function digitOf(sign: string): number | null {
  if (sign.length !== 1) return null;
  const unit = sign.charCodeAt(0);
  if (unit >= 0x30 && unit <= 0x39) return unit - 0x30;
  if (unit >= 0xff10 && unit <= 0xff19) return unit - 0xff10;
  if (sign === '零' || sign === '○' || sign === 'Ｏ') return 0;
  const at = DIGITS.indexOf(sign);
  return at < 0 ? null : at;
}
