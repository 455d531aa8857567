import type { Segmented } from '../model/document.ts';
import type { PlaceMention } from '../model/mention.ts';

export function places(_article: Segmented): readonly PlaceMention[] {
  return [];
}
