import { CharacterSet } from '../lexicon/character-set.ts';
import { wordList } from '../lexicon/lookup.ts';
import type { Segmented } from '../model/document.ts';
import type { PlaceMention } from '../model/mention.ts';
import { abbreviatedAt, type Settled } from './place/abbreviated.ts';
import { placesFrom } from './place/spelled.ts';

/** 在, 于, 来, 赴, 抵达: behind them a place may stand. */
const LEADS_IN = /地点[：:]|抵达|莅临|飞抵|前往|[在于来赴到抵离访]/gu;
/** 正在, 关于, 下来: the same characters within other words. */
const NO_LEAD = wordList(
  [
    ['正现存所旨实潜内好', '在'],
    ['由关对至基处鉴等便善勇敢用出终低高属位', '于'],
    ['下上出起过原未本历年近以从带进回', '来'],
    ['达得看遇想感受找直周', '到'],
  ].flatMap(([before = '', lead]) => Array.from(before, (one) => `${one}${lead}`)),
);
/** How far a phrase of a place can reach. */
const REACH = 40;
const CLAUSE_END = new CharacterSet('在，,。；;：:！!？?“”《》\n\r');

/**
 * The places that an article names where something happens: behind 在, 于, 来, 赴, 到 and the like, with names of one character
 * where a verb follows. Places within names of bodies and elsewhere in the running text are not looked for: nothing asks
 * for them, and most of a text's time would go there.
 */
export function places(article: Pick<Segmented, 'clean'>): readonly PlaceMention[] {
  const text = article.clean;
  const found: PlaceMention[] = [];
  const settled: Settled = new Map();
  let done = 0;
  for (const lead of text.matchAll(LEADS_IN)) {
    const at = lead.index + lead[0].length;
    if (at < done || NO_LEAD.endsAt(text, at)) continue;
    const short = abbreviatedAt(text, at, settled);
    const spelled = placesFrom(text, at, phraseEnd(text, at));
    const [first] = spelled;
    if (first !== undefined && (short === null || first.start === at)) {
      for (const place of spelled) found.push(place);
    } else if (short !== null) found.push(short);
    done = found.at(-1)?.end ?? done;
  }
  return found;
}

/** Where the clause ends in which a phrase stands. */
const phraseEnd = (text: string, at: number): number => CLAUSE_END.firstIn(text, at, Math.min(text.length, at + REACH));
