-- Questions to a file of records, answered by DuckDB.
--
--   huiyao schema --format duckdb > records.sql
--   duckdb -c ".read records.sql" -c "COPY records FROM 'records.jsonl' (FORMAT json, ARRAY false)" -c ".read questions.sql"

-- Who took part, as what, and in which role?
SELECT "date".start AS day, official.name, list_transform(official.titles, title -> title.text) AS titles, official.roles
FROM records, unnest(officials) AS one(official)
ORDER BY day NULLS LAST, official.name;

-- Bodies by the number of people who hold a post in them.
SELECT title.organization, count(DISTINCT official.name) AS people
FROM records, unnest(officials) AS one(official), unnest(official.titles) AS two(title)
WHERE title.organization IS NOT NULL
GROUP BY ALL ORDER BY people DESC, title.organization;

-- Every item of a plan, with the words from which it was read, as code points of the source.
SELECT document.path, item.number, item.heading, item.evidence[1].start AS from_point, item.evidence[1]."end" AS to_point
FROM records, unnest("workPlan") AS one(item)
ORDER BY document.path, from_point;
