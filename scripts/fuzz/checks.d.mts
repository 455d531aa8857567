import type { FuzzInput } from './inputs.mjs';

/** What is wrong with the reading of an input; null when it was refused, as it may be. */
export function faultsIn(program: object, input: FuzzInput, isThorough?: boolean): readonly string[] | null;
