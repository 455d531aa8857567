/** An input that a seed stands for; see inputs.mjs. */
export interface FuzzInput {
  readonly kind: string;
  readonly content: string | Buffer;
  readonly format: 'text' | 'html' | null;
  readonly published: string | null;
  /** What the record must say, where that is known. */
  readonly wanted: unknown;
  /** All of it is text that people wrote, damaged or not. */
  readonly isGenuine: boolean;
}

export const KIND_NAMES: readonly string[];
export function inputOf(seed: number): FuzzInput & { readonly seed: number };
