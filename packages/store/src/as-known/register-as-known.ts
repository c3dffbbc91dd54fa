import type { Instant } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { reportsAsKnown } from "../derived/as-known.ts";
import { startOfYear } from "../tables/place.ts";
import { createCorrectedLater } from "./corrected-later.ts";
import { temporary } from "./empty-copies.ts";
import type { StoredName } from "./stored-names.ts";

/**
 * Fills the empty copy of `report`, and creates views in place of the other tables that acts on the register change: from
 * then on these are read as they were at a moment.
 */
export async function createRegisterAsKnown(
  sql: Sql,
  knownAt: Instant,
  stored: StoredName,
  { searched }: { searched: boolean },
): Promise<void> {
  await fillReports(sql, knownAt, stored);
  const isPlacedElsewhere = await hasOtherYears(sql, stored);
  const isCorrected = await createCorrectedLater(sql, knownAt);
  const moment = `'${knownAt.replaceAll("'", "''")}'`;
  const then = isCorrected ? ofCorrected : (column: string) => `r.${column}`;
  const views = {
    recommendation: `SELECT r.id, r.import_key, r.report_id, r.part_of_id, ${then("reference")} AS reference, r.reference_key,
        COALESCE(${then("own_issuing_body_id")}, (SELECT p.issuing_body_id FROM report p WHERE p.id = r.report_id)) AS issuing_body_id,
        ${then("own_issuing_body_id")} AS own_issuing_body_id, r.position, ${then("version")} AS version,
        ${then("body")} AS body, ${then("words")} AS words, r.content_digest, r.recorded_at
      FROM ${stored("recommendation")} r WHERE r.recorded_at <= ${moment}`,
    follow_up: `SELECT * FROM ${stored("follow_up")} WHERE recorded_at <= ${moment}`,
    level_override: `SELECT * FROM ${stored("level_override")} WHERE recorded_at <= ${moment}`,
    ...(isCorrected && ofCorrectedThings(sql, stored)),
  };
  for (const [name, text] of Object.entries(views)) await sql.run(`CREATE TEMP VIEW ${name} AS ${text}`);
  if (isPlacedElsewhere || (isCorrected && searched && sql.dialect === "postgresql")) await createPlaces(sql, stored);
  if (isPlacedElsewhere || isCorrected)
    await sql.run(
      `CREATE TEMP VIEW theme_place AS SELECT t.theme, l.place FROM recommendation_theme t
         JOIN recommendation_place l ON l.recommendation_id = t.recommendation_id`,
    );
  if ((isPlacedElsewhere || isCorrected) && searched && sql.dialect === "sqlite") await createSearchIndex(sql);
}

/** Whether a report had another reporting year then, by which lists are ordered. */
async function hasOtherYears(sql: Sql, stored: StoredName): Promise<boolean> {
  const rows = await sql.all(
    `SELECT 1 AS one FROM report k JOIN ${stored("report")} p ON p.id = k.id
     WHERE k.reporting_year <> p.reporting_year LIMIT 1`,
  );
  return rows.length > 0;
}

/** The places of recommendations by the reporting years then; on PostgreSQL with the words then. */
async function createPlaces(sql: Sql, stored: StoredName): Promise<void> {
  const [words, word] = sql.dialect === "sqlite" ? ["", ""] : [", words", ", heed_words(r.words)"];
  await sql.run(
    `CREATE TEMP TABLE recommendation_place AS
     SELECT l.place + ${startOfYear("k.reporting_year")} - ${startOfYear("p.reporting_year")} AS place, r.id AS recommendation_id${word}${words && " AS words"}
     FROM recommendation r JOIN report k ON k.id = r.report_id JOIN ${stored("report")} p ON p.id = k.id
       JOIN ${stored("recommendation_place")} l ON l.recommendation_id = r.id`,
  );
  const temp = sql.dialect === "sqlite" ? "temp." : "";
  for (const column of ["place", "recommendation_id"])
    await sql.run(`CREATE UNIQUE INDEX ${temp}known_${column}_idx ON recommendation_place (${column})`);
}

async function fillReports(sql: Sql, knownAt: Instant, stored: StoredName): Promise<void> {
  const columns = [
    ...["id", "issuing_body_id", "reference", "reference_key", "reporting_year", "status", "published_on", "body"],
    "recorded_at",
  ];
  await sql.run(
    `INSERT INTO report (${columns.join(", ")}, recommendation_count)
     SELECT ${columns.map((name) => `k.${name}`).join(", ")}, COALESCE(counted.number, 0)
     FROM ${reportsAsKnown(sql.dialect, stored("report"))} k
       LEFT JOIN (SELECT report_id, count(*) AS number FROM ${stored("recommendation")} WHERE recorded_at <= ?
                  GROUP BY report_id) counted ON counted.report_id = k.id`,
    [knownAt, knownAt, knownAt],
  );
}

/** A column of the recommendation `r`; for a corrected one that of its version then, which may be null. */
function ofCorrected(column: string): string {
  const then = `(SELECT c.${column} FROM corrected_later c WHERE c.id = r.id)`;
  return `CASE WHEN r.id IN (SELECT id FROM corrected_later) THEN ${then} ELSE r.${column} END`;
}

/**
 * The themes then, and the former references. A look-up goes by all references known today (docs/decisions/0028), so
 * those stay, but one that a list does not show has no text.
 */
function ofCorrectedThings({ dialect }: Sql, stored: StoredName): Record<string, string> {
  const each = (list: string) =>
    dialect === "sqlite" ? `json_each(${list}) AS each` : `jsonb_array_elements_text(${list}::jsonb) AS each(value)`;
  const themes = dialect === "sqlite" ? "c.body, '$.themes'" : "COALESCE((c.body::jsonb) -> 'themes', '[]')";
  return {
    recommendation_theme: `SELECT t.theme, t.recommendation_id FROM ${stored("recommendation_theme")} t
        WHERE t.recommendation_id NOT IN (SELECT id FROM corrected_later)
      UNION ALL SELECT DISTINCT each.value, c.id FROM corrected_later c CROSS JOIN ${each(themes)}`,
    former_reference: `SELECT f.kind, f.reference_key, f.thing_id,
        CASE WHEN f.thing_id IN (SELECT id FROM corrected_later) THEN NULL ELSE f.reference END AS reference
      FROM ${stored("former_reference")} f
      UNION ALL SELECT 'recommendation', '', c.id, each.value FROM corrected_later c CROSS JOIN ${each("c.former_references")}`,
  };
}

/** On PostgreSQL the words stand beside the places. */
async function createSearchIndex(sql: Sql): Promise<void> {
  const [made] = await sql.all<{ text: string }>(
    "SELECT sql AS text FROM main.sqlite_master WHERE name = 'recommendation_words'",
  );
  await sql.run(temporary(made?.text ?? ""));
  await sql.run(
    `INSERT INTO temp.recommendation_words (rowid, words)
     SELECT l.place, r.words FROM recommendation_place l JOIN recommendation r ON r.id = l.recommendation_id`,
  );
}
