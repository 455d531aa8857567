/** What `*`, `**` and `?` stand for in a pattern of paths; anything else stands for itself. */
const WILD = /\*\*\/|\*\*|\*|\?|[^*?]/gu;

/**
 * Tells the paths that a pattern stands for. A pattern without a slash is held against the name of a file or folder
 * (`*.jpg`), one with a slash against the end of the path (`drafts/*.txt`); `**` stands for any number of folders.
 *
 * A pattern comes from a configuration that others may have written: as a regular expression, a dozen `*` could take
 * years over one long name. Here each character of a path is held once against every part of the pattern that it can
 * have reached.
 */
export function matcherOf(pattern: string): (path: string) => boolean {
  // A name in front of which anything may stand, up to a slash.
  const parts = ['**/', ...[...pattern.replace(/\*{3,}/gu, '**').matchAll(WILD)].map(([part]) => part)];
  return (path) => matches(parts, [...path.replaceAll('\\', '/')]);
}

function matches(parts: readonly string[], path: readonly string[]): boolean {
  let reached = new Set<number>();
  enter(reached, parts, 0);
  for (const character of path) {
    const next = new Set<number>();
    for (const at of reached) {
      const part = parts[at];
      if (part === '**/') {
        // Within folders: their names go on, or the last of them ends here.
        next.add(at);
        if (character === '/') enterBehind(next, parts, at);
      } else if (part === '**' || (part === '*' && character !== '/')) enter(next, parts, at);
      else if (part === character || (part === '?' && character !== '/')) enter(next, parts, at + 1);
    }
    reached = next;
  }
  return reached.has(parts.length);
}

/** Reaches a part, and those behind it as long as they may stand for nothing. */
function enter(reached: Set<number>, parts: readonly string[], at: number): void {
  for (let next = at; !reached.has(next); next++) {
    reached.add(next);
    if (parts[next]?.startsWith('*') !== true) return;
  }
}

/** As `enter`, for what follows a part that is reached already. */
const enterBehind = (reached: Set<number>, parts: readonly string[], at: number): void => enter(reached, parts, at + 1);
