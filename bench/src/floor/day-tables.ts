import type { Dialect } from "@heed/store";
import { worldToday } from "../world/organizations.ts";

/**
 * What a hand-written tracker would keep of the same rows, made from Heed's own tables, with the indexes for its
 * queries:
 * - floor_list: the recommendations in the order of the list;
 * - floor_current: what is owed today;
 * - floor_thing and floor_event: each thing owed with its dated assessments, of which the latest by a day counts;
 * - floor_interval: each thing owed during one period, by lifecycle and due date;
 * - floor_search: the texts in the database's own full-text index, without accents.
 */
export function dayTables(dialect: Dialect): string[] {
  return [
    `CREATE TABLE floor_list AS SELECT r.id, p.reporting_year, n.number AS report_number, r.position
       FROM recommendation r JOIN report p ON p.id = r.report_id JOIN report_number n ON n.report_id = p.id`,
    "CREATE UNIQUE INDEX floor_list_id ON floor_list (id)",
    "CREATE INDEX floor_list_order ON floor_list (reporting_year DESC, report_number, position)",
    `CREATE TABLE floor_current AS SELECT id, due FROM owed
       WHERE owed_from <= '${worldToday}' AND owed_until > '${worldToday}' AND undetermined = 0 AND due IS NOT NULL`,
    "CREATE INDEX floor_current_due ON floor_current (due, id)",
    `CREATE TABLE floor_thing AS SELECT row_number() OVER (ORDER BY follow_up_id, kind, commitment_id) AS id, follow_up_id, kind, commitment_id
       FROM (SELECT DISTINCT follow_up_id, kind, COALESCE(commitment_id, '') AS commitment_id FROM owed) AS things`,
    "CREATE UNIQUE INDEX floor_thing_id ON floor_thing (id)",
    "CREATE UNIQUE INDEX floor_thing_of ON floor_thing (follow_up_id, kind, commitment_id)",
    `CREATE TABLE floor_event AS SELECT t.id AS thing_id, o.owed_from AS on_day,
         CASE WHEN o.undetermined = 1 THEN 'undetermined' ELSE 'open' END AS status, o.due, o.id AS owed_id
       FROM owed o JOIN floor_thing t ON t.follow_up_id = o.follow_up_id AND t.kind = o.kind
         AND t.commitment_id = COALESCE(o.commitment_id, '')`,
    "CREATE INDEX floor_event_thing ON floor_event (thing_id, on_day)",
    // A period that ends where no other begins: the thing owed was then settled.
    `INSERT INTO floor_event SELECT t.id, o.owed_until, 'settled', NULL, NULL
       FROM owed o JOIN floor_thing t ON t.follow_up_id = o.follow_up_id AND t.kind = o.kind
         AND t.commitment_id = COALESCE(o.commitment_id, '')
       WHERE o.owed_until < '9999-12-31'
         AND NOT EXISTS (SELECT 1 FROM floor_event e WHERE e.thing_id = t.id AND e.on_day = o.owed_until)`,
    `CREATE TABLE floor_interval AS SELECT id, owed_from AS from_on, owed_until AS until_on,
       CASE WHEN undetermined = 1 THEN 'undetermined' ELSE 'open' END AS lifecycle, due FROM owed`,
    "CREATE INDEX floor_interval_due ON floor_interval (lifecycle, due, from_on, until_on)",
    ...search[dialect],
  ];
}

const texts = (field: (name: string, language: string) => string) =>
  ["fr", "nl", "en"].map(
    (language) => `COALESCE(${field("title", language)}, '') || ' ' || COALESCE(${field("text", language)}, '')`,
  );

const search: Readonly<Record<Dialect, string[]>> = {
  sqlite: [
    `CREATE VIRTUAL TABLE floor_search USING fts5(fr, nl, en, content = '', tokenize = "unicode61 remove_diacritics 2")`,
    `INSERT INTO floor_search (rowid, fr, nl, en) SELECT l.rowid,
       ${texts((name, language) => `body ->> '$.${name}.${language}'`).join(", ")}
       FROM floor_list l JOIN recommendation r ON r.id = l.id`,
  ],
  postgresql: [
    // In plain SQL, so that no extension has to be installed.
    `CREATE OR REPLACE FUNCTION floor_unaccented(text) RETURNS text LANGUAGE sql IMMUTABLE AS
      $$ SELECT regexp_replace(normalize($1, NFKD), '[\\u0300-\\u036f]', '', 'g') $$`,
    `CREATE TABLE floor_search AS SELECT id,
       ${texts((name, language) => `body::json #>> '{${name},${language}}'`)
         .map((text, index) => `to_tsvector('simple', floor_unaccented(${text})) AS ${["fr", "nl", "en"][index]}`)
         .join(", ")} FROM recommendation`,
    "ALTER TABLE floor_search ADD PRIMARY KEY (id)",
    ...["fr", "nl", "en"].map((language) => `CREATE INDEX ON floor_search USING gin (${language})`),
  ],
};
