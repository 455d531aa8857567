import { schema } from '../emit/schema.ts';
import { say } from '../model/phrase.ts';
import { type Fault, faultsOf } from './evidence.ts';
import type { Sources } from './sources.ts';

/** What is wrong with a record; `checked` says whether its evidence could be held against its source. */
export interface Verdict {
  readonly faults: readonly Fault[];
  readonly checked: boolean;
}

/** Holds a record against the schema, and its evidence against the article that it was read from. */
export async function validate(record: unknown, sources: Sources): Promise<Verdict> {
  const parsed = schema.safeParse(record);
  if (!parsed.success) {
    const faults = parsed.error.issues.map(({ path, message }) => ({
      place: path.join('.') || 'record',
      message: say`${message}`,
    }));
    return { faults, checked: false };
  }
  const { path, line, sha256 } = parsed.data.document;
  if (path === null) return { faults: [], checked: false };
  let article: Awaited<ReturnType<Sources['article']>>;
  try {
    article = await sources.article(path, line);
  } catch (error) {
    return { faults: [{ place: 'document.path', message: say`${path}: ${(error as Error).message}` }], checked: false };
  }
  if (article === null) return { faults: [{ place: 'document.line', message: say`no such line` }], checked: false };
  if (article.sha256 !== sha256) {
    return { faults: [{ place: 'document.sha256', message: say`the source has changed since` }], checked: false };
  }
  return { faults: faultsOf(parsed.data, article), checked: true };
}
