/**
 * Where the nearest of some opening marks stands before `at`, no further back than `reach` code units; −1 when none does.
 * The reach keeps a text of nothing but closing marks from being searched anew for each of them.
 */
export function openingBefore(text: string, at: number, reach: number, marks = '（('): number {
  const first = Math.max(0, at - reach);
  for (let open = at; open >= first; open--)
    if (open < text.length && marks.includes(text[open] as string)) return open;
  return -1;
}
