import { span, z } from '../fields/field.ts';
import type { Span } from '../model/span.ts';

/** What is given for a value that does not have its form. */
export const MALFORMED = Symbol('not of its form');

/** Moves a span of clean text to where it stands in the source. */
type ToSource = (span: Span) => Span;

/** A value as it leaves; MALFORMED when the schema that this was made for does not allow it. */
export type Emit = (value: unknown, toSource: ToSource) => unknown;

/**
 * Makes what turns values of a form into what leaves, in one walk: it checks everything that the schema says, moves every
 * span to the source, and puts U+FFFD for every lone surrogate; keys come in the order of the schema. A schema's own
 * `parse` builds each value once more around its checks, and takes ten times as long. The kinds of schema that records are
 * made of are walked here; any other is left to the schema.
 */
export function emitOf(schema: z.core.$ZodType): Emit {
  const known = emits.get(schema);
  if (known !== undefined) return known;
  const made = schema === span ? emitSpan : emitFor(schema as z.core.$ZodTypes);
  emits.set(schema, made);
  return made;
}
const emits = new WeakMap<z.core.$ZodType, Emit>();

function emitFor(schema: z.core.$ZodTypes): Emit {
  const { def } = schema._zod;
  const checks = (def.checks ?? []).map((check) => (check as z.core.$ZodChecks)._zod.def);
  const bounds = boundsOf(checks);
  switch (def.type) {
    case 'object':
      if (checks.length > 0 || def.catchall?._zod.def.type !== 'never') break;
      if (Object.values(def.shape).some(({ _zod: { optin, optout } }) => (optin ?? optout) !== undefined)) break;
      return emitObject(Object.keys(def.shape), Object.values(def.shape).map(emitOf));
    case 'array':
      if (bounds === null) break;
      return emitArray(emitOf(def.element), bounds.least);
    case 'nullable': {
      const inner = emitOf(def.innerType);
      return (value, toSource) => (value === null ? null : inner(value, toSource));
    }
    case 'lazy':
      // A form inside itself: by the time that a value is seen it has been made.
      return (value, toSource) => emitOf(def.getter())(value, toSource);
    case 'string':
      if (bounds === null || 'format' in def) break;
      return (value) => (typeof value === 'string' && isWithin(value, bounds) ? value.toWellFormed() : MALFORMED);
    case 'enum':
    case 'literal': {
      const words: ReadonlySet<unknown> = new Set(def.type === 'enum' ? Object.values(def.entries) : def.values);
      return (value) => (words.has(value) ? value : MALFORMED);
    }
  }
  return (value) => {
    const result = z.safeParse(schema, wellFormed(value));
    return result.success ? result.data : MALFORMED;
  };
}

/** What the checks of a string or an array ask for: a least length, and a form of the words. */
interface Bounds {
  readonly least: number;
  readonly pattern: RegExp | null;
}

/** The bounds that checks set; null when they ask for something else as well. */
function boundsOf(checks: readonly z.core.$ZodChecks['_zod']['def'][]): Bounds | null {
  let least = 0;
  let pattern: RegExp | null = null;
  for (const check of checks) {
    if (check.check === 'min_length') least = Math.max(least, check.minimum);
    else if (check.check === 'string_format' && check.format === 'regex' && pattern === null)
      pattern = check.pattern ?? null;
    else return null;
  }
  return { least, pattern };
}

const isWithin = (words: string, { least, pattern }: Bounds): boolean =>
  words.length >= least && (pattern === null || pattern.test(words));

/** An object that has these keys and no others. */
function emitObject(keys: readonly string[], inner: readonly Emit[]): Emit {
  return (value, toSource) => {
    if (typeof value !== 'object' || value === null || Object.keys(value).length !== keys.length) return MALFORMED;
    const emitted: Record<string, unknown> = {};
    for (let i = 0; i < keys.length; i++) {
      const key = keys[i] as string;
      const one = (inner[i] as Emit)((value as Record<string, unknown>)[key], toSource);
      if (one === MALFORMED) return MALFORMED;
      emitted[key] = one;
    }
    return emitted;
  };
}

function emitArray(inner: Emit, least: number): Emit {
  return (value, toSource) => {
    if (!Array.isArray(value) || value.length < least) return MALFORMED;
    const emitted: unknown[] = value.slice();
    for (let i = 0; i < emitted.length; i++) {
      const one = inner(emitted[i], toSource);
      if (one === MALFORMED) return MALFORMED;
      emitted[i] = one;
    }
    return emitted;
  };
}

/** A span of clean text becomes one of the source, and nothing but its two ends leaves. */
const emitSpan: Emit = (value, toSource) => {
  if (typeof value !== 'object' || value === null) return MALFORMED;
  const { start, end } = toSource(value as Span);
  return Number.isSafeInteger(start) && Number.isSafeInteger(end) && start >= 0 && end >= 0
    ? { start, end }
    : MALFORMED;
};

/** A value with U+FFFD for every lone surrogate in its strings. */
function wellFormed(value: unknown): unknown {
  if (typeof value === 'string') return value.toWellFormed();
  if (Array.isArray(value)) return value.map(wellFormed);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, wellFormed(inner)]));
}
