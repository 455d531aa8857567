import { inEnglish, type Phrase } from '../model/phrase.ts';

/** Why an input is no article: not text at all, text in no known encoding, or nothing. */
export type UnreadableCode = 'not-text' | 'undecodable' | 'empty';

/** An input that cannot be read as text. `message` says what was found, `help` what to do about it; `said` and `advice` are the same in any language. */
export class UnreadableInput extends Error {
  readonly code: UnreadableCode;
  readonly help: string;
  readonly said: Phrase;
  readonly advice: Phrase;

  constructor(code: UnreadableCode, said: Phrase, advice: Phrase) {
    super(inEnglish(said));
    this.name = 'UnreadableInput';
    this.code = code;
    this.help = inEnglish(advice);
    this.said = said;
    this.advice = advice;
  }
}
