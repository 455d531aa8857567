import type { Connection } from './connection.ts';

/** Somebody who held a post, from the first day that an article tells of it to the last. */
export interface Holder {
  readonly organization: string | null;
  readonly post: string;
  readonly name: string;
  /** Which of those who bear the name; null when nothing tells. */
  readonly number: number | null;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly articles: number;
}

/** Two who are told of in one post of one body within the same time. */
export interface Conflict {
  readonly holders: readonly [Holder, Holder];
  readonly from: string;
  readonly to: string;
}

/** A post called by its title, with everyone who held it. */
export interface Post {
  readonly holders: readonly Holder[];
  readonly conflicts: readonly Conflict[];
}

/** Posts that several hold at once, as a matter of course. 副主席 · 委员 · 党组成员 · 代表 · 二级调研员 */
const SHARED =
  /^副|副(?:主|会|书|秘|部|厅|局|处|科|市|县|区|省|州|院|校|所|馆|台|社|总|司|理)|员$|委$|代表$|理事$|顾问$/u;

/**
 * Who held a post, called by its title as articles write it (省侨联主席), and who of them held it at the same time. The
 * body may be left out of the title in an article that told it before; it is found all the same.
 */
export async function postOf(database: Connection, title: string): Promise<Post> {
  const rows = await database.rows(
    `SELECT t.organization, t.post, p.name, p.number, min(a.day)::VARCHAR AS first, max(a.day)::VARCHAR AS last, count(DISTINCT a.id) AS articles
     FROM titles t
     JOIN appearances p ON p.article = t.article AND p.ordinal = t.appearance
     JOIN articles a ON a.id = t.article
     WHERE coalesce(t.organization, '') || t.post = $title OR t.title = $title
     GROUP BY ALL ORDER BY min(a.day) NULLS LAST, max(a.day), p.name, p.number, t.organization, t.post`,
    { title },
  );
  const holders = rows.map((row) => ({
    organization: row.organization as string | null,
    post: row.post as string,
    name: row.name as string,
    number: row.number as number | null,
    firstSeen: row.first as string | null,
    lastSeen: row.last as string | null,
    articles: row.articles as number,
  }));
  return { holders, conflicts: conflictsAmong(holders) };
}

/** Every two whose times in one post touch. Posts that several hold at once, and posts of no body, have no conflicts. */
export function conflictsAmong(holders: readonly Holder[]): readonly Conflict[] {
  const conflicts: Conflict[] = [];
  for (const [index, one] of holders.entries()) {
    if (one.organization === null || SHARED.test(one.post)) continue;
    for (const other of holders.slice(index + 1)) {
      if (other.organization !== one.organization || other.post !== one.post) continue;
      // An appearance of which nothing tells whose it is contradicts nobody of its name.
      if (one.name === other.name && (one.number === null || other.number === null)) continue;
      const from = later(one.firstSeen, other.firstSeen);
      const to = earlier(one.lastSeen, other.lastSeen);
      if (from !== null && to !== null && from <= to) conflicts.push({ holders: [one, other], from, to });
    }
  }
  return conflicts;
}

const later = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? null : ([one, other].sort()[1] as string);
const earlier = (one: string | null, other: string | null): string | null =>
  one === null || other === null ? null : ([one, other].sort()[0] as string);
