/** Characters that a terminal would obey instead of showing: controls, format characters, line and paragraph separators. */
const UNSEEN = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Surrogate}]/gu;

/** A text from outside with everything that could steer a terminal written as `\u{1b}`. */
export function harmless(text: string): string {
  return text.replace(UNSEEN, (unseen) => `\\u{${(unseen.codePointAt(0) as number).toString(16)}}`);
}
