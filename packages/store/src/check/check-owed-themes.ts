import type { Sql } from "../connection/sql.ts";
import type { SchemaFault } from "./check-schema.ts";

const columns = [
  ...["kind", "due", "original_due", "owed_from", "late_from", "late_from_original"],
  ...["addressee_id", "responsible_id", "report_id"],
];

/** The rows of theme_owed by what they are kept for. */
const owed = `owed o JOIN follow_up f ON f.id = o.follow_up_id
  JOIN recommendation_theme t ON t.recommendation_id = f.recommendation_id`;
const isKept = `k.theme = t.theme AND k.id = o.id AND ${columns.map((name) => `k.${name} IS NOT DISTINCT FROM o.${name}`).join(" AND ")}`;

/** What is owed without end, by theme: a list of a theme finds it there. */
export async function* owedThemes(sql: Sql): AsyncIterable<SchemaFault> {
  const [missing] = await sql.all<{ theme: string; id: string }>(
    `SELECT t.theme, f.recommendation_id AS id FROM ${owed} WHERE o.owed_until = '9999-12-31'
       AND NOT EXISTS (SELECT 1 FROM theme_owed k WHERE ${isKept}) LIMIT 1`,
  );
  if (missing)
    yield {
      name: `recommendation ${missing.id}`,
      detail: `a list of what is owed on ${missing.theme} does not find it`,
    };
  const [surplus] = await sql.all(
    `SELECT 1 AS one FROM theme_owed k WHERE NOT EXISTS (SELECT 1 FROM owed o JOIN follow_up f ON f.id = o.follow_up_id
       JOIN recommendation_theme t ON t.recommendation_id = f.recommendation_id AND t.theme = k.theme
       WHERE o.id = k.id AND o.owed_until = '9999-12-31') LIMIT 1`,
  );
  if (surplus)
    yield { name: "what is owed on a theme", detail: "a row belongs to nothing that is owed, or not to its theme" };
}
