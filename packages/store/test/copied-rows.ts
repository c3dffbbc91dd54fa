import type { Database } from "@heed/store";
import {
  followUpTable,
  owedTable,
  recommendationTable,
  recommendationThemeTable,
  reportTable,
  responsibilityTable,
  standingTable,
} from "../src/generated/tables.ts";

/** The columns that hold the id of a thing that is copied too. */
const ids = ["id", "report_id", "recommendation_id", "follow_up_id", "part_of_id"];
/** What the database computes itself, or has once. */
const left = ["import_key", "published_from", "recommendation_count"];

const ofFollowUp =
  "(SELECT r.report_id FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id WHERE f.id = t.follow_up_id)";
const ofRecommendation = "(SELECT r.report_id FROM recommendation r WHERE r.id = t.recommendation_id)";

/** The tables, each with the SQL for the report of a row `t`. */
const copied = [
  [reportTable, "t.id"],
  [recommendationTable, "t.report_id"],
  [recommendationThemeTable, ofRecommendation],
  [followUpTable, ofRecommendation],
  [responsibilityTable, ofFollowUp],
  [owedTable, "t.report_id"],
  [standingTable, ofFollowUp],
] as const;

/** Copies all reports but one, with what is asked and owed in them, some times: for the same organizations. */
export async function copyRows(database: Database, times: number, but: string): Promise<void> {
  const numbers = `(WITH RECURSIVE number(n) AS (SELECT 1 UNION ALL SELECT n + 1 FROM number WHERE n < ${times}) SELECT n FROM number)`;
  for (const [table, report] of copied) {
    const columns = Object.values<{ name: string }>(table.columns).map(({ name }) => name);
    const names = columns.filter((name) => !left.includes(name));
    const values = names.map((name) => (ids.includes(name) ? `t.${name} || '~' || copy.n` : `t.${name}`));
    await database.run(
      `INSERT INTO ${table.name} (${names.join(", ")}) SELECT ${values.join(", ")} FROM ${table.name} t CROSS JOIN ${numbers} AS copy
       WHERE ${report} <> ? AND ${report} NOT LIKE '%~%'`,
      [but],
    );
  }
  await database.run(
    `UPDATE standing SET place = (SELECT l.place FROM follow_up f JOIN recommendation_place l ON l.recommendation_id = f.recommendation_id
       WHERE f.id = standing.follow_up_id)`,
  );
}
