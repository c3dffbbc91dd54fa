import { type Day, defaultSettings } from "@heed/core";
import { latestLongOutstanding } from "@heed/core/follow-up/standing/outstanding";
import type { Dialect } from "@heed/store";

const truth = (condition: string) => `CASE WHEN ${condition} THEN 'true' ELSE 'false' END`;

/** The columns by which lists are ordered, and the recommendation. */
const place = "b.number, b.recommendation, b.reporting_year, b.report, b.place";

/**
 * What a hand-written tracker would keep of today, in plain tables, made from Heed's own. A filter is a column of the same
 * name; one that a row has several values of is a table of its own, with a row for each value. `number` is an integer by its
 * type, so that SQLite finds it from the rowid of a word.
 */
export function todayTables(dialect: Dialect, today: Day): string[] {
  const title = dialect === "sqlite" ? "r.body -> '$.title'" : "(r.body::json -> 'title')::text";
  const themes = dialect === "sqlite" ? "r.body -> '$.themes'" : "(r.body::json -> 'themes')::text";
  const onDay = (alias: string, from = "from_on", until = "until_on") =>
    `${alias}.${from} <= '${today}' AND ${alias}.${until} > '${today}'`;
  const withThemes = (table: string) => `CREATE TABLE floor_${table}_theme AS SELECT b.*, t.theme
    FROM floor_${table} b LEFT JOIN recommendation_theme t ON t.recommendation_id = b.recommendation`;
  const withResponsible = (table: string, side: string, printed: string) =>
    `CREATE TABLE floor_${table}_responsible AS
      SELECT DISTINCT b.*, COALESCE(w.organization_id, ${printed}) AS responsible
      FROM floor_${table} b LEFT JOIN responsibility w ON w.follow_up_id = b.follow_up AND w.side = ${side} AND ${onDay("w")}`;
  return [
    `CREATE TABLE floor_recommendation AS
      SELECT CAST(row_number() OVER (ORDER BY p.reporting_year DESC, n.number, r.position) AS integer) AS number, r.id AS recommendation,
        p.reporting_year, r.report_id AS report, r.position AS place, r.reference, ${title} AS title, ${themes} AS themes,
        p.reference AS report_reference, p.published_on, COALESCE(p.published_from, '') AS published_from, r.issuing_body_id,
        ${truth(`NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.recommendation_id = r.id)
          AND NOT EXISTS (SELECT 1 FROM recommendation part WHERE part.part_of_id = r.id)`)} AS without_addressee,
        ${truth(`EXISTS (SELECT 1 FROM follow_up f JOIN responsibility w ON w.follow_up_id = f.id
          WHERE f.recommendation_id = r.id AND w.state IN ('undecided', 'unassigned') AND ${onDay("w")})`)} AS undecided
      FROM recommendation r JOIN report p ON p.id = r.report_id JOIN report_number n ON n.report_id = p.id
      WHERE p.status = 'published' AND (p.published_from IS NULL OR p.published_from <= '${today}')`,
    "CREATE UNIQUE INDEX floor_recommendation_id ON floor_recommendation (recommendation)",
    "CREATE UNIQUE INDEX floor_recommendation_number ON floor_recommendation (number)",
    `CREATE TABLE floor_follow_up AS
      SELECT ${place}, f.id AS follow_up, f.addressee_id AS addressee,
        COALESCE(a.organization_id, f.addressee_id) AS answering,
        s.role, s.position, s.reported, s.assessed, s.lifecycle, s.closure_reason,
        ${truth("s.divergent = 1")} AS divergent, ${truth("s.unverified = 1")} AS unverified,
        ${truth("s.acceptance_withdrawn_on IS NOT NULL")} AS acceptance_withdrawn,
        ${truth(`s.lifecycle <> 'closed' AND s.role <> 'forInformation' AND s.first_asked IS NOT NULL
          AND s.first_asked <= '${latestLongOutstanding(today, defaultSettings)}'`)} AS long_outstanding,
        ${truth(`EXISTS (SELECT 1 FROM owed o WHERE o.follow_up_id = f.id AND ${onDay("o", "late_from", "late_until")})`)} AS late
      FROM floor_recommendation b JOIN follow_up f ON f.recommendation_id = b.recommendation
        JOIN standing s ON s.follow_up_id = f.id AND ${onDay("s")}
        LEFT JOIN responsibility a ON a.follow_up_id = f.id AND a.side = 'addressee' AND a.state <> 'candidate' AND ${onDay("a")}`,
    "CREATE UNIQUE INDEX floor_follow_up_id ON floor_follow_up (follow_up)",
    "CREATE INDEX floor_follow_up_recommendation ON floor_follow_up (recommendation)",
    "CREATE INDEX floor_follow_up_number ON floor_follow_up (number)",
    `CREATE TABLE floor_owed AS
      SELECT o.id, b.recommendation, b.reporting_year, b.report, o.follow_up_id AS follow_up, o.kind, o.due, o.original_due,
        f.addressee, o.responsible_id AS owed_by
      FROM owed o JOIN floor_follow_up f ON f.follow_up = o.follow_up_id
        JOIN floor_recommendation b ON b.recommendation = f.recommendation
      WHERE ${onDay("o", "owed_from", "owed_until")} AND o.undetermined = 0 AND o.due IS NOT NULL`,
    "CREATE INDEX floor_owed_due ON floor_owed (due, id)",
    "CREATE INDEX floor_owed_original ON floor_owed (original_due, id)",
    ...["recommendation", "follow_up", "owed"].map(withThemes),
    withResponsible("follow_up", "'addressee'", "b.addressee"),
    withResponsible("owed", "CASE WHEN b.kind = 'verification' THEN 'issuingBody' ELSE 'addressee' END", "b.owed_by"),
    "CREATE INDEX floor_follow_up_theme_number ON floor_follow_up_theme (number)",
    "CREATE INDEX floor_follow_up_responsible_number ON floor_follow_up_responsible (number)",
    "CREATE INDEX floor_recommendation_theme_number ON floor_recommendation_theme (number)",
    `CREATE TABLE floor_organization AS SELECT o.id, o.code, o.name, o.other_names, o.level,
        COALESCE(o.founded_on, (SELECT min(c.on_day) FROM organization_change c JOIN organization_change_part n ON n.change_id = c.id
          WHERE n.organization_id = o.id AND n.part = 'result' AND c.type IN ('created', 'renamed', 'merged', 'split'))) AS founded_on,
        COALESCE(o.dissolved_on, (SELECT max(c.on_day) FROM organization_change c JOIN organization_change_part n ON n.change_id = c.id
          WHERE n.organization_id = o.id AND n.part = 'original' AND c.type <> 'created' AND c.type <> 'competenceTransferred')) AS dissolved_on
      FROM organization o`,
    "CREATE UNIQUE INDEX floor_organization_code ON floor_organization (code)",
    // How each follow-up stood from a day on: for a past day the latest by then counts.
    `CREATE TABLE floor_history AS SELECT follow_up_id AS follow_up, from_on AS on_day, position, reported, assessed, lifecycle
      FROM standing`,
    "CREATE UNIQUE INDEX floor_history_day ON floor_history (follow_up, on_day)",
    ...words[dialect],
  ];
}

/** The tables hold what was recorded by a moment, and only for a day. */
export const recordOf = "SELECT count(*) AS records, max(at) AS last FROM audit_record";

/** The words of a recommendation in any language, found in the order of the list. */
const words: Readonly<Record<Dialect, string[]>> = {
  sqlite: [
    `CREATE VIRTUAL TABLE floor_words USING fts5(words, content = '', tokenize = "unicode61 remove_diacritics 0")`,
    `INSERT INTO floor_words (rowid, words) SELECT b.number, r.words
       FROM floor_recommendation b JOIN recommendation r ON r.id = b.recommendation ORDER BY b.number`,
  ],
  postgresql: [
    `CREATE TABLE floor_words AS SELECT b.number, to_tsvector('simple', r.words) AS words
       FROM floor_recommendation b JOIN recommendation r ON r.id = b.recommendation ORDER BY b.number`,
    "CREATE UNIQUE INDEX floor_words_number ON floor_words (number)",
    "CREATE INDEX floor_words_words ON floor_words USING gin (words)",
  ],
};
