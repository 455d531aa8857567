import { schema } from '../emit/schema.ts';
import { say } from '../model/phrase.ts';
import { type Fault, faultsOf } from './evidence.ts';
import type { Sources } from './sources.ts';

/** What is wrong with a record; `checked` says whether its evidence could be held against its source. */
export interface Verdict {
  readonly faults: readonly Fault[];
  readonly checked: boolean;
  /** Where the article lies in which excerpts stand: its path, with its line in a file of many; null when it is not known. */
  readonly source: string | null;
}

/** Holds a record against the schema, and its evidence against the article that it was read from. */
export async function validate(record: unknown, sources: Sources): Promise<Verdict> {
  const parsed = schema.safeParse(record);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({
      place: path.join('.') || 'record',
      message: say`${message}`,
      excerpt: null,
    }));
    return { faults, checked: false, source: null };
  }
  const { path, line, sha256 } = parsed.data.document;
  if (path === null) return { faults: [], checked: false, source: null };
  const source = line === null ? path : `${path}:${line}`;
  const unchecked = (fault: Omit<Fault, 'excerpt'>): Verdict => ({
    faults: [{ ...fault, excerpt: null }],
    checked: false,
    source,
  });
  let article: Awaited<ReturnType<Sources['article']>>;
  try {
    article = await sources.article(path, line);
  } catch (error) {
    return unchecked({ place: 'document.path', message: say`${path}: ${(error as Error).message}` });
  }
  if (article === null) return unchecked({ place: 'document.line', message: say`no such line` });
  if (article.sha256 !== sha256) {
    return unchecked({ place: 'document.sha256', message: say`the source has changed since` });
  }
  return { faults: faultsOf(parsed.data, article), checked: true, source };
}
