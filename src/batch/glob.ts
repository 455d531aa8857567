/** What `*`, `**` and `?` stand for in a pattern of paths. */
const WILD = /\*\*\/|\*\*|\*|\?|[^*?]+/gu;
/** Characters with a meaning in regular expressions. */
const SPECIAL = /[\\^$.|+()[\]{}/]/gu;

/**
 * Tells the paths that a pattern stands for. A pattern without a slash is held against the name of a file or folder
 * (`*.jpg`), one with a slash against the end of the path (`drafts/*.txt`); `**` stands for any number of folders.
 */
export function matcherOf(pattern: string): (path: string) => boolean {
  const body = [...pattern.replace(/\*{3,}/gu, '**').matchAll(WILD)].map(([part]) => {
    if (part === '**/') return '(?:.*/)?';
    if (part === '**') return '.*';
    if (part === '*') return '[^/]*';
    if (part === '?') return '[^/]';
    return part.replace(SPECIAL, '\\$&');
  });
  const form = new RegExp(`^(?:.*/)?${body.join('')}$`, 'u');
  return (path) => form.test(path.replaceAll('\\', '/'));
}
