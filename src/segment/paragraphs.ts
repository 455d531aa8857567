import { CharacterSet } from '../lexicon/character-set.ts';
import type { Span } from '../model/span.ts';

/** What ends a line besides the break that nearly every text has. */
const RARE_BREAKS = '\r\u2028\u2029';
const BREAKS = new CharacterSet('\n', RARE_BREAKS);
const SPACES = new CharacterSet(' \u3000\xa0\t\ufeff');

/** The lines of a text without their breaks and outer space; lines of nothing but space are left out. */
export function paragraphsOf(text: string): readonly Span[] {
  const found: Span[] = [];
  const hasRare = [...RARE_BREAKS].some((mark) => text.includes(mark));
  const endOf = (at: number): number => {
    if (hasRare) return BREAKS.firstIn(text, at, text.length);
    const end = text.indexOf('\n', at);
    return end < 0 ? text.length : end;
  };
  let at = 0;
  while (at < text.length) {
    const end = endOf(at);
    let start = at;
    let stop = end;
    while (start < stop && SPACES.at(text, start)) start++;
    while (stop > start && SPACES.at(text, stop - 1)) stop--;
    if (start < stop) found.push({ start, end: stop });
    at = end + 1;
  }
  return found;
}
