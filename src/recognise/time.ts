import type { Segmented } from '../model/document.ts';
import type { TimeMention } from '../model/mention.ts';

export function times(_article: Segmented): readonly TimeMention[] {
  return [];
}
