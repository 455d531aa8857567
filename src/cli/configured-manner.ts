import { readFileSync, statSync } from 'node:fs';
import type { LanguageChoice } from '../emit/language.ts';
import type { ColourMode } from '../emit/messages.ts';
import { configurationAbove } from './configuration-place.ts';

/** What a configuration says about how people are spoken to. */
export interface Manner {
  readonly color?: ColourMode;
  readonly lang?: LanguageChoice;
}

/**
 * How the configuration in force wants people to be spoken to. It is asked before anything else is known, so that also a
 * wrong call, help, and what is wrong in the configuration itself are told in that way; what it says wrongly is as if it
 * said nothing, for `configurationIn` tells it.
 */
export function configuredManner(from: string): Manner {
  const path = configurationAbove(from);
  if (path === null) return {};
  try {
    // A named pipe of that name would keep every command waiting.
    if (!statSync(path).isFile()) return {};
    const { color, lang } = JSON.parse(readFileSync(path, 'utf8').replace(/^\uFEFF/u, ''));
    return {
      ...(color === 'auto' || color === 'always' || color === 'never' ? { color } : {}),
      ...(lang === 'auto' || lang === 'en' || lang === 'zh' ? { lang } : {}),
    };
  } catch {
    return {};
  }
}
