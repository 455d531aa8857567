import type { Catalogue } from '../model/phrase.ts';

/** The languages in which people are spoken to. Records do not depend on them. */
export type Language = 'en' | 'zh';

/** A language, or what the locale says. */
export type LanguageChoice = Language | 'auto';

/** What decides a language: the option, a variable of the locale, or nothing. */
export interface LanguageDecision {
  readonly language: Language;
  readonly because: '--lang' | 'LC_ALL' | 'LC_MESSAGES' | 'LANG' | null;
}

/** The variables of the locale of messages, in the order in which POSIX asks them; an empty one says nothing. */
const VARIABLES = ['LC_ALL', 'LC_MESSAGES', 'LANG'] as const;

/** The language to speak, and what decided it: a choice, else the first variable that says something, else English. */
export function languageOf(
  choice: LanguageChoice,
  env: Readonly<Record<string, string | undefined>>,
): LanguageDecision {
  if (choice !== 'auto') return { language: choice, because: '--lang' };
  const name = VARIABLES.find((variable) => (env[variable] ?? '') !== '');
  if (name === undefined) return { language: 'en', because: null };
  return { language: CHINESE.test(env[name] as string) ? 'zh' : 'en', because: name };
}
/** zh, zh_CN.UTF-8, zh-Hans, zh_TW@radical */
const CHINESE = /^zh(?:[-_.@]|$)/iu;

/** The phrases of a language; null for English, in which phrases are written. Loaded when they are needed. */
export const catalogueOf = async (language: Language): Promise<Catalogue | null> =>
  language === 'zh' ? (await import('./chinese.ts')).CHINESE : null;
