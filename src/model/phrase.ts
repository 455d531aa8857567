/** What stands in the gaps of a phrase: names and numbers as they are, and phrases, which are said in the same language. */
export type Gap = string | number | Phrase;

/** Phrases of another language by the English ones; gaps are `{1}`, `{2}` … on both sides. */
export type Catalogue = Readonly<Record<string, string>>;

declare const made: unique symbol;

/**
 * Something said to the people at the terminal. It is written in English where it is said; another language looks it up
 * by these very words. Only the tag `say` makes one, so that a test can collect all of them. It is plain data, and goes
 * from thread to thread as it is.
 */
export interface Phrase {
  readonly [made]: true;
  readonly words: readonly string[];
  readonly gaps: readonly Gap[];
}

/** Makes a phrase: say`larger than ${limit}`. */
export const say = (words: TemplateStringsArray, ...gaps: readonly Gap[]): Phrase =>
  ({ words: [...words], gaps }) as unknown as Phrase;

/** A phrase in the language of a catalogue, or in English where the catalogue is null or does not have it. */
export function phraseIn({ words, gaps }: Phrase, catalogue: Catalogue | null): string {
  const english = words.reduce((text, more, at) => `${text}{${at}}${more}`);
  return (catalogue?.[english] ?? english).replace(GAP, (whole, number: string) => {
    const gap = gaps[Number(number) - 1];
    return gap === undefined ? whole : typeof gap === 'object' ? phraseIn(gap, catalogue) : String(gap);
  });
}
/** {1} */
const GAP = /\{(\d{1,2})\}/gu;

/** A phrase as it is written, for the message of an Error and for files that programs read. */
export const inEnglish = (phrase: Phrase): string => phraseIn(phrase, null);
