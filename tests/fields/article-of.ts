import { findOccasion, type Occasion } from '../../src/fields/occasion.ts';
import type { Recognised, Restored } from '../../src/model/document.ts';
import { OffsetMap } from '../../src/model/offset-map.ts';
import { places } from '../../src/recognise/place.ts';
import { times } from '../../src/recognise/time.ts';
import { segment } from '../../src/segment/index.ts';

/** An article whose text needed no repair, with its times and places. */
export function articleOf(text: string, published: string | null = null, path: string | null = null): Recognised {
  const restored: Restored = {
    origin: { path, line: null, id: null, title: null, published },
    format: 'text',
    text,
    encoding: 'utf-8',
    bytes: 0,
    sha256: '',
    verbatim: false,
    findings: [],
    clean: text,
    map: OffsetMap.identity(text.length),
    repairs: {},
    steps: [],
    page: null,
  };
  const article = segment(restored);
  const mentions = [...times(article), ...places(article)].sort((a, b) => a.start - b.start || b.end - a.end);
  return { ...article, mentions };
}

/** What it is about; for a fragment that says too little, a meeting of which no more is known. */
export function occasionOf(article: Recognised): Occasion {
  const occasion = findOccasion(article);
  return occasion.kind === 'none' ? { ...occasion, kind: 'meeting' } : occasion;
}
