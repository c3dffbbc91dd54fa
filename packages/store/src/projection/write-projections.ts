import { type FollowUpCase, project, type Settings } from "@heed/core";
import { among } from "../bulk/among.ts";
import { insertRows } from "../bulk/insert-rows.ts";
import type { Sql, SqlValue } from "../sql.ts";
import {
  owedColumns,
  owedValues,
  responsibilityColumns,
  responsibilityValues,
  standingColumns,
  standingValues,
} from "./projection-rows.ts";

/** Puts the projections of a batch of follow-ups in the place of their old ones, within a transaction. */
export async function writeProjections(sql: Sql, cases: readonly FollowUpCase[], settings: Settings): Promise<void> {
  const owed: SqlValue[][] = [];
  const standings: SqlValue[][] = [];
  const responsibilities: SqlValue[][] = [];
  for (const followUpCase of cases) {
    const projection = project(followUpCase, settings);
    projection.owed.forEach((row, place) => {
      owed.push(owedValues(followUpCase, row, place));
    });
    responsibilities.push(...responsibilityValues(followUpCase.followUp.id, projection.responsibility));
    for (const row of projection.standings) standings.push(standingValues(followUpCase.followUp.id, row));
  }
  const ids = JSON.stringify(cases.map(({ followUp }) => followUp.id));
  await sql.run(`DELETE FROM owed WHERE ${among(sql, "follow_up_id")}`, [ids]);
  await sql.run(`DELETE FROM standing WHERE ${among(sql, "follow_up_id")}`, [ids]);
  await sql.run(`DELETE FROM responsibility WHERE ${among(sql, "follow_up_id")}`, [ids]);
  await insertRows(sql, "responsibility", responsibilityColumns, responsibilities);
  await insertRows(sql, "owed", owedColumns, owed);
  await insertRows(sql, "standing", standingColumns, standings);
}
