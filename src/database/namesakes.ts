/** One telling of a name in an article, with the titles that it has there. */
export interface Telling {
  readonly titles: readonly { readonly organization: string | null; readonly post: string }[];
}

/**
 * Which person each telling of one name is of: a number from 1 in the order in which they come, or null when nothing tells.
 * Tellings that share a title — the same post of the same named body — are of one person. Where none is shared, it may be
 * one person who changed offices or two who bear one name: they are kept apart, because joining them cannot be seen
 * afterwards. A telling without such a title goes to the only person there is, and to nobody when there are several.
 */
export function bearersOf(tellings: readonly Telling[]): readonly (number | null)[] {
  const groups: { titles: Set<string>; members: number[] }[] = [];
  for (const [index, telling] of tellings.entries()) {
    const titles = new Set(telling.titles.flatMap(titleKey));
    if (titles.size === 0) continue;
    const joined = groups.filter((group) => [...titles].some((title) => group.titles.has(title)));
    const [first] = joined;
    if (first === undefined) {
      groups.push({ titles, members: [index] });
      continue;
    }
    first.members.push(index);
    for (const title of titles) first.titles.add(title);
    for (const other of joined.slice(1)) {
      for (const member of other.members) first.members.push(member);
      for (const title of other.titles) first.titles.add(title);
      groups.splice(groups.indexOf(other), 1);
    }
  }
  const only = groups.length <= 1 ? 1 : null;
  const bearers: (number | null)[] = tellings.map(() => only);
  for (const [at, { members }] of groups.entries()) for (const member of members) bearers[member] = at + 1;
  return bearers;
}

/** A title that can tell people apart. 局长 of 局, or of a body that is not named, is held by many. */
const titleKey = ({ organization, post }: Telling['titles'][number]): readonly string[] =>
  organization === null || [...organization].length < 3 ? [] : [`${organization}\n${post}`];
