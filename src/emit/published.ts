/** 2024-10-20 · 2024/10/20 · 2024.10.20 · 2024年10月20日 · 20241020 · 2024-10-20T08:30:00+08:00, not within a longer number. */
const DAY =
  /(?<!\d)(?<year>\d{4})(?:[-/.年_](?<month>\d{1,2})[-/.月_](?<day>\d{1,2})|(?<mm>\d{2})(?<dd>\d{2}))(?!\d)/gu;

/** Words longer than this are no date; the rest of them is not read. */
const LONGEST = 200;

/**
 * The first day that a text names in full, as `YYYY-MM-DD`; null when it names none, or one that no calendar has.
 * A time of day and its zone are left out: the day stands as it was written.
 */
export function dayOf(text: string | null): string | null {
  if (text === null) return null;
  for (const { groups } of text.slice(0, LONGEST).matchAll(DAY)) {
    const year = Number(groups?.year);
    const month = Number(groups?.month ?? groups?.mm);
    const day = Number(groups?.day ?? groups?.dd);
    if (year < 1900 || year > 2199 || month < 1 || month > 12) continue;
    if (day < 1 || day > new Date(Date.UTC(year, month, 0)).getUTCDate()) continue;
    return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
  }
  return null;
}

/** The day in the name of a file (news/2024-10-20-a.txt); folders do not count. */
export function dayInName(path: string): string | null {
  return dayOf(path.slice(Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1));
}
