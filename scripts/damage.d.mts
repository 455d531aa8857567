/** One way to damage a text; the same seed gives the same damage. Bytes where the damage is one of encoding. */
export type Damage = (text: string, seed: number) => string;
export type DamageOfBytes = (text: string, seed: number) => Uint8Array;

export const toTraditional: Damage;
export const toTraditionalOneByOne: Damage;
export const annotate: Damage;
export const annotateOtherwise: Damage;
export const annotateTraditional: Damage;
export const leavings: readonly ['?', '\uFFFD(', '\uFFFD', '', '('];
export type Leaving = (typeof leavings)[number];
export function annotateBytes(text: string, chosen: ReadonlyMap<string, string>, leaving: Leaving): string;
export const annotateBytesLeaving: (leaving: Leaving) => Damage;
export const toEntities: Damage;
export const toEntitiesOfEntities: Damage;
export const strewInvisible: Damage;
export const toRadicals: Damage;
export const toPrivateUse: Damage;
export const toEscapes: Damage;
export const spaceOut: Damage;
export const narrowMarks: Damage;
export const widen: Damage;
export const widenAll: Damage;
export const padNames: (names: readonly string[]) => Damage;
export const utf8AsGbk: Damage;
export const utf8AsGbkWithLoss: Damage;
export const utf8AsLatin: Damage;
export const utf8AsWindows: Damage;
export const gbkAsLatin: Damage;
export const toGbk: DamageOfBytes;
export const toUtf16: DamageOfBytes;
export const wrapAt: (cells: number) => Damage;
export const wrapParagraphs: Damage;
export const toPage: Damage;

/** A kind of damage; a lossy one may destroy what no evidence brings back. */
export interface DamageKind {
  readonly damage: Damage | DamageOfBytes;
  readonly lossy: boolean;
}

/** Every kind of damage by its name; `names` are the people of the article. */
export function damagesOf(names: readonly string[]): Readonly<Record<string, DamageKind>>;

/** What a record says, without where it stands and how the input was made. */
export function valuesOf(record: object): Readonly<Record<string, unknown>>;
