import type { Connection, Row } from './connection.ts';

/** A title that somebody held, as far as the articles tell. Days are null where no article tells one. */
export interface TitleHeld {
  readonly title: string;
  readonly organization: string | null;
  readonly post: string;
  readonly firstSeen: string | null;
  readonly lastSeen: string | null;
  readonly articles: number;
}

/** One telling of somebody in an article. */
export interface Appearance {
  readonly day: string | null;
  readonly meeting: string | null;
  readonly roles: readonly string[];
  readonly titles: readonly string[];
  readonly article: string;
  /** Every copy of the article that was read: `path`, or `path:line`. */
  readonly sources: readonly string[];
}

/** One who bears a name: number from 1, or null for the appearances of which nothing tells whose they are. */
export interface Person {
  readonly number: number | null;
  readonly titles: readonly TitleHeld[];
  readonly appearances: readonly Appearance[];
}

/** Everyone who bears a name, each with titles and appearances over time; nobody when no article tells of the name. */
export async function personOf(database: Connection, name: string): Promise<readonly Person[]> {
  const titles = await database.rows(
    `SELECT number, title, organization, post, first_seen::VARCHAR AS first, last_seen::VARCHAR AS last, articles
     FROM titles_held WHERE name = $name ORDER BY first_seen NULLS LAST, last_seen, title, organization, post`,
    { name },
  );
  const appearances = await database.rows(
    `SELECT p.number, a.day::VARCHAR AS day, coalesce(m.name, a.title) AS meeting, a.id AS article,
       (SELECT to_json(coalesce(list(role ORDER BY role), []))::VARCHAR FROM roles r
        WHERE r.article = p.article AND r.appearance = p.ordinal) AS roles,
       (SELECT to_json(coalesce(list(title ORDER BY ordinal), []))::VARCHAR FROM titles t
        WHERE t.article = p.article AND t.appearance = p.ordinal) AS titles,
       (SELECT to_json(coalesce(list(path || CASE line WHEN 0 THEN '' ELSE ':' || line END ORDER BY path, line), []))::VARCHAR
        FROM sources s WHERE s.article = p.article AND path <> '') AS sources
     FROM appearances p JOIN articles a ON a.id = p.article LEFT JOIN meetings m ON m.article = a.id
     WHERE p.name = $name ORDER BY a.day NULLS LAST, a.id, p.ordinal`,
    { name },
  );
  const numbers = [...new Set(appearances.map(({ number }) => number as number | null))].sort(
    (one, other) => (one ?? Number.MAX_VALUE) - (other ?? Number.MAX_VALUE),
  );
  return numbers.map((number) => ({
    number,
    titles: titles.filter((row) => row.number === number).map(titleOf),
    appearances: appearances.filter((row) => row.number === number).map(appearanceOf),
  }));
}

const titleOf = (row: Row): TitleHeld => ({
  title: row.title as string,
  organization: row.organization as string | null,
  post: row.post as string,
  firstSeen: row.first as string | null,
  lastSeen: row.last as string | null,
  articles: row.articles as number,
});

const appearanceOf = (row: Row): Appearance => ({
  day: row.day as string | null,
  meeting: row.meeting as string | null,
  roles: JSON.parse(row.roles as string),
  titles: JSON.parse(row.titles as string),
  article: row.article as string,
  sources: JSON.parse(row.sources as string),
});
