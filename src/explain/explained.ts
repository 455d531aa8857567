/** The same words in English and in Chinese. */
export type Both = readonly [english: string, chinese: string];

/** The long text of a code, a rule or a field. */
export interface Explained {
  readonly meaning: Both;
  /** Something that shows it; null where the thing itself carries its examples. A test proves every one. */
  readonly example: string | null;
  /** What to do about it, or with it. */
  readonly remedy: Both;
}
