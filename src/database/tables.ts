/** The form of the database. Another one has another name, and is not mixed with this. */
export const DATABASE_FORM = 'huiyao-db/1';

/**
 * The tables and views. An article is one row however many copies of it were read: copies have one id, and stand in
 * `sources`. What a meeting, a person or a plan item is told of by stands in the articles, so all rows lead back to one.
 */
export const CREATE_TABLES = `
  CREATE TABLE IF NOT EXISTS form (name VARCHAR PRIMARY KEY);
  INSERT OR IGNORE INTO form VALUES ('${DATABASE_FORM}');

  -- One row an article. path and line: the copy whose reading stands here ('' and 0: not known).
  -- day: of the meeting when it is known to the day, else of publication.
  CREATE TABLE IF NOT EXISTS articles (
    id VARCHAR PRIMARY KEY, title VARCHAR, published DATE, day DATE, outlet VARCHAR,
    path VARCHAR NOT NULL, line BIGINT NOT NULL, digest VARCHAR NOT NULL
  );
  -- Where an article was found: mirrors of it have the same id.
  CREATE TABLE IF NOT EXISTS sources (
    article VARCHAR, path VARCHAR, line BIGINT, document_id VARCHAR, published DATE, sha256 VARCHAR NOT NULL,
    PRIMARY KEY (article, path, line)
  );
  CREATE TABLE IF NOT EXISTS meetings (
    article VARCHAR PRIMARY KEY, name VARCHAR NOT NULL, organizer VARCHAR, type VARCHAR,
    "start" VARCHAR, "end" VARCHAR, certainty VARCHAR, venue VARCHAR, place VARCHAR, adcode VARCHAR, mode VARCHAR
  );
  -- A name, and a number for each person who may bear it: see namesakes.ts.
  CREATE TABLE IF NOT EXISTS people (name VARCHAR, number INTEGER, PRIMARY KEY (name, number));
  CREATE TABLE IF NOT EXISTS organizations (name VARCHAR PRIMARY KEY);
  -- A person told of in an article. number: which of the people of that name; null when nothing tells.
  -- from_point, to_point: where the name stands in the source, in code points.
  CREATE TABLE IF NOT EXISTS appearances (
    article VARCHAR, ordinal INTEGER, name VARCHAR NOT NULL, number INTEGER, from_point BIGINT, to_point BIGINT,
    PRIMARY KEY (article, ordinal)
  );
  CREATE TABLE IF NOT EXISTS roles (
    article VARCHAR, appearance INTEGER, role VARCHAR, PRIMARY KEY (article, appearance, role)
  );
  CREATE TABLE IF NOT EXISTS titles (
    article VARCHAR, appearance INTEGER, ordinal INTEGER, title VARCHAR NOT NULL, organization VARCHAR,
    post VARCHAR NOT NULL, from_point BIGINT, to_point BIGINT,
    PRIMARY KEY (article, appearance, ordinal)
  );
  -- ordinal: in the order of the text; parent: the item of which it is a sub-item.
  CREATE TABLE IF NOT EXISTS plan_items (
    article VARCHAR, ordinal INTEGER, parent INTEGER, number BIGINT NOT NULL, marker VARCHAR NOT NULL,
    heading VARCHAR NOT NULL, text VARCHAR NOT NULL, said_by VARCHAR, PRIMARY KEY (article, ordinal)
  );
  -- Who held which title, from the first day that an article tells of it to the last.
  CREATE VIEW IF NOT EXISTS titles_held AS
    SELECT p.name, p.number, t.title, t.organization, t.post,
      min(a.day) AS first_seen, max(a.day) AS last_seen, count(DISTINCT a.id) AS articles
    FROM titles t
    JOIN appearances p ON p.article = t.article AND p.ordinal = t.appearance
    JOIN articles a ON a.id = t.article
    GROUP BY ALL;
`;

/** What is needed of a name to tell its bearers apart, for the names in `touched`. */
export const NAMES_TOUCHED = `
  SELECT p.name, p.article, p.ordinal, a.day::VARCHAR AS day, t.organization, t.post
  FROM appearances p
  JOIN articles a ON a.id = p.article
  LEFT JOIN titles t ON t.article = p.article AND t.appearance = p.ordinal
  WHERE p.name IN (SELECT name FROM touched)
  ORDER BY p.name, a.day NULLS LAST, p.article, p.ordinal, t.ordinal
`;

/**
 * Chooses between readings of one article, and gives those that are to be put in (`chosen`) in place of what is there.
 * A copy read again counts as it was read last. Of several copies the one that tells its day of publication stands, then
 * the first by path and line: so the order in which copies come makes no difference, and loading them again changes
 * nothing.
 */
export const CHOOSE = `
  CREATE OR REPLACE TEMP TABLE copies AS
    SELECT seq::BIGINT AS seq, id, coalesce(path, '') AS path, coalesce(line::BIGINT, 0) AS line, digest,
      document_published::DATE AS published
    FROM staged_records
    QUALIFY row_number() OVER (PARTITION BY id, coalesce(path, ''), coalesce(line, '0') ORDER BY seq::BIGINT DESC) = 1;
  CREATE OR REPLACE TEMP TABLE chosen AS
    WITH all_copies AS (
      SELECT seq, id, path, line, published, digest FROM copies
      UNION ALL
      SELECT NULL, a.id, a.path, a.line, a.published, a.digest FROM articles a
      WHERE a.id IN (SELECT id FROM copies)
        AND NOT EXISTS (FROM copies c WHERE c.id = a.id AND c.path = a.path AND c.line = a.line)
    ), standing AS (
      SELECT * FROM all_copies
      QUALIFY row_number() OVER (PARTITION BY id ORDER BY published IS NULL, path, line) = 1
    )
    SELECT s.seq::VARCHAR AS seq, s.id, a.id IS NOT NULL AS known
    FROM standing s LEFT JOIN articles a ON a.id = s.id
    WHERE s.seq IS NOT NULL
      AND (a.id IS NULL OR (a.digest, a.path, a.line) IS DISTINCT FROM (s.digest, s.path, s.line));
  CREATE OR REPLACE TEMP TABLE touched AS
    SELECT DISTINCT name FROM (
      SELECT o.name FROM staged_officials o JOIN chosen USING (seq)
      UNION ALL
      SELECT p.name FROM appearances p WHERE p.article IN (SELECT id FROM chosen)
    );
`;

/** Puts the chosen readings in place of what is there of their articles. */
export const PUT_IN = `
  DELETE FROM articles WHERE id IN (SELECT id FROM chosen);
  DELETE FROM meetings WHERE article IN (SELECT id FROM chosen);
  DELETE FROM roles WHERE article IN (SELECT id FROM chosen);
  DELETE FROM titles WHERE article IN (SELECT id FROM chosen);
  DELETE FROM appearances WHERE article IN (SELECT id FROM chosen);
  DELETE FROM plan_items WHERE article IN (SELECT id FROM chosen);

  INSERT INTO articles
    SELECT r.id, document_title, document_published::DATE,
      coalesce(TRY_CAST(date_start AS DATE), document_published::DATE), outlet_name,
      coalesce(path, ''), coalesce(line::BIGINT, 0), digest
    FROM staged_records r JOIN chosen USING (seq);
  INSERT OR REPLACE INTO sources
    SELECT r.id, coalesce(r.path, ''), coalesce(r.line::BIGINT, 0), document_id, document_published::DATE,
      document_sha256
    FROM staged_records r JOIN copies c ON c.seq = r.seq::BIGINT;
  INSERT INTO meetings
    SELECT r.id, meeting_name, meeting_organizer, meeting_type, date_start, date_end, date_certainty,
      venue_text, venue_place, venue_adcode, venue_mode
    FROM staged_records r JOIN chosen USING (seq) WHERE meeting_name IS NOT NULL;
  INSERT INTO appearances
    SELECT c.id, o.ordinal::INTEGER, o.name, NULL, e.start::BIGINT, e."end"::BIGINT
    FROM staged_officials o JOIN chosen c USING (seq)
    LEFT JOIN staged_evidence e ON e.seq = o.seq AND e.parent = o.pointer AND e.ordinal = '1';
  INSERT OR IGNORE INTO roles
    SELECT c.id, o.ordinal::INTEGER, r.value
    FROM staged_roles r JOIN chosen c USING (seq)
    JOIN staged_officials o ON o.seq = r.seq AND o.pointer = r.parent;
  INSERT INTO titles
    SELECT c.id, o.ordinal::INTEGER, t.ordinal::INTEGER, t.text, t.organization, t.post,
      e.start::BIGINT, e."end"::BIGINT
    FROM staged_titles t JOIN chosen c USING (seq)
    JOIN staged_officials o ON o.seq = t.seq AND o.pointer = t.parent
    LEFT JOIN staged_evidence e ON e.seq = t.seq AND e.parent = t.pointer AND e.ordinal = '1';
  INSERT INTO plan_items
    WITH numbered AS (
      SELECT *, row_number() OVER (PARTITION BY seq ORDER BY place::BIGINT) AS nr FROM staged_plan_items
    )
    SELECT c.id, i.nr, above.nr, i.number::BIGINT, i.marker, i.heading, i.text, i."by"
    FROM numbered i JOIN chosen c USING (seq)
    LEFT JOIN numbered above ON above.seq = i.seq AND above.pointer = i.parent;
`;

/** Brings the lists of names in step with what the articles tell, once `bearers` says who is who. */
export const SETTLE_NAMES = `
  UPDATE appearances SET number = b.number::INTEGER FROM bearers b
    WHERE b.article = appearances.article AND b.ordinal = appearances.ordinal::VARCHAR;
  DELETE FROM people WHERE (name, number) NOT IN (SELECT name, number FROM appearances WHERE number IS NOT NULL);
  INSERT OR IGNORE INTO people SELECT DISTINCT name, number FROM appearances WHERE number IS NOT NULL;
  DELETE FROM organizations WHERE name NOT IN (
    SELECT organization FROM titles WHERE organization IS NOT NULL
    UNION SELECT organizer FROM meetings WHERE organizer IS NOT NULL
  );
  INSERT OR IGNORE INTO organizations
    SELECT organization FROM titles WHERE organization IS NOT NULL
    UNION SELECT organizer FROM meetings WHERE organizer IS NOT NULL;
`;
