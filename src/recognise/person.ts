import type { Segmented } from '../model/document.ts';
import type { PersonMention } from '../model/mention.ts';

export function people(_article: Segmented): readonly PersonMention[] {
  return [];
}
