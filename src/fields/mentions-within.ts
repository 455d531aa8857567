import type { Mention } from '../model/mention.ts';
import { type Span, within } from '../model/span.ts';

/** The mentions of one kind that lie within a stretch, in the order of the text. Costs no more than there are in it. */
export function mentionsWithin<Kind extends Mention['kind']>(
  mentions: readonly Mention[],
  kind: Kind,
  stretch: Span,
): readonly Extract<Mention, { kind: Kind }>[] {
  const found: Extract<Mention, { kind: Kind }>[] = [];
  for (let i = firstFrom(mentions, stretch.start); i < mentions.length; i++) {
    const mention = mentions[i] as Mention;
    if (mention.start >= stretch.end) break;
    if (mention.kind === kind && within(mention, stretch)) found.push(mention as Extract<Mention, { kind: Kind }>);
  }
  return found;
}

/** Index of the first mention that starts at or behind a place. */
function firstFrom(mentions: readonly Mention[], at: number): number {
  let low = 0;
  let high = mentions.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((mentions[middle] as Mention).start < at) low = middle + 1;
    else high = middle;
  }
  return low;
}
