import { DomainError, type DraftRecommendation, type Id } from "@heed/core";
import { among } from "../bulk/among.ts";
import { insertRows } from "../bulk/insert-rows.ts";
import { followUpColumns, followUpValues } from "../import/record-rows.ts";
import type { Sql } from "../sql.ts";

/** The recommendations of a draft in the tables: what changes there, the register's record has kept. */

export async function insertThemes(sql: Sql, recommendation: Id, themes: readonly string[]): Promise<void> {
  await insertRows(
    sql,
    "recommendation_theme",
    { theme: "text", recommendation_id: "text" },
    [...new Set(themes)].map((theme) => [theme, recommendation]),
  );
}

export async function replaceThemes(sql: Sql, recommendation: Id, themes: readonly string[]): Promise<void> {
  await sql.run("DELETE FROM recommendation_theme WHERE recommendation_id = ?", [recommendation]);
  await insertThemes(sql, recommendation, themes);
}

/** Puts the follow-ups of a draft's recommendation in the place of those it had. */
export async function replaceFollowUps(sql: Sql, { id, followUps }: DraftRecommendation, at: string): Promise<void> {
  await requireNoRecord(sql, [id]);
  await sql.run("DELETE FROM follow_up WHERE recommendation_id = ?", [id]);
  await insertRows(
    sql,
    "follow_up",
    followUpColumns,
    followUps.map((each) => followUpValues(each, at)),
  );
}

/** The parts before their wholes. Errors: invalidStateTransition where an import left a record that stays. */
export async function deleteRecommendations(sql: Sql, ids: readonly Id[]): Promise<void> {
  await requireNoRecord(sql, ids);
  const list = [JSON.stringify(ids)];
  await sql.run(`DELETE FROM follow_up WHERE ${among(sql, "recommendation_id")}`, list);
  await sql.run(`DELETE FROM recommendation_theme WHERE ${among(sql, "recommendation_id")}`, list);
  let left = ids.length;
  while (left > 0) {
    const gone = await sql.run(
      `DELETE FROM recommendation WHERE ${among(sql, "id")}
         AND NOT EXISTS (SELECT 1 FROM recommendation part WHERE part.part_of_id = recommendation.id)`,
      list,
    );
    if (gone === 0) throw new Error("a recommendation is a part of its own part");
    left -= gone;
  }
}

/** An import has written entries, audit records or links on what it brought: these are never taken away (R12). */
async function requireNoRecord(sql: Sql, recommendations: readonly Id[]): Promise<void> {
  const list = JSON.stringify(recommendations);
  const [kept] = await sql.all<{ id: Id }>(
    `SELECT recommendation_id AS id FROM follow_up WHERE version > 0 AND ${among(sql, "recommendation_id")}
     UNION SELECT from_id FROM recommendation_link WHERE ${among(sql, "from_id")}
     UNION SELECT to_id FROM recommendation_link WHERE ${among(sql, "to_id")}
     UNION SELECT recommendation_id FROM recommendation_version WHERE ${among(sql, "recommendation_id")}`,
    [list, list, list, list],
  );
  if (kept !== undefined)
    throw new DomainError(
      "invalidStateTransition",
      `the recommendation ${kept.id} came in by an import, and the record that this left is never taken away (R12)`,
    );
}
