import type { Mention } from '../model/mention.ts';
import { type Span, within } from '../model/span.ts';

type Of<Kind extends Mention['kind']> = Extract<Mention, { kind: Kind }>;

/** Of each article's mentions those of one kind, so that a look for one kind passes over no other. */
const byKind = new WeakMap<readonly Mention[], { readonly [Kind in Mention['kind']]: readonly Of<Kind>[] }>();

/** The mentions of one kind, in the order of the text. */
export function mentionsOf<Kind extends Mention['kind']>(
  mentions: readonly Mention[],
  kind: Kind,
): readonly Of<Kind>[] {
  let known = byKind.get(mentions);
  if (known === undefined) {
    const found: { [Kind in Mention['kind']]: Of<Kind>[] } = {
      time: [],
      place: [],
      organisation: [],
      post: [],
      person: [],
    };
    for (const mention of mentions) (found[mention.kind] as Mention[]).push(mention);
    byKind.set(mentions, found);
    known = found;
  }
  return known[kind];
}

/** The mentions of one kind that lie within a stretch, in the order of the text. Costs no more than there are in it. */
export function mentionsWithin<Kind extends Mention['kind']>(
  mentions: readonly Mention[],
  kind: Kind,
  stretch: Span,
): readonly Of<Kind>[] {
  const all = mentionsOf(mentions, kind);
  const found: Of<Kind>[] = [];
  for (let i = firstFrom(all, stretch.start); i < all.length; i++) {
    const mention = all[i] as Of<Kind>;
    if (mention.start >= stretch.end) break;
    if (within(mention, stretch)) found.push(mention);
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
