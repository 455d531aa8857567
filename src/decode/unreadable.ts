/** Why an input is no article: not text at all, text in no known encoding, or nothing. */
export type UnreadableCode = 'not-text' | 'undecodable' | 'empty';

/** An input that cannot be read as text. `message` says what was found, `help` what to do about it. */
export class UnreadableInput extends Error {
  readonly code: UnreadableCode;
  readonly help: string;

  constructor(code: UnreadableCode, message: string, help: string) {
    super(message);
    this.name = 'UnreadableInput';
    this.code = code;
    this.help = help;
  }
}
