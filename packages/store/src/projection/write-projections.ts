import { type FollowUpCase, type Id, lateStretches, project, type Settings } from "@heed/core";
import { among } from "../bulk/among.ts";
import { insertRows } from "../bulk/insert-rows.ts";
import type { Sql, SqlValue } from "../sql.ts";
import type { LateChanges } from "./late-counts.ts";
import { type Late, lateColumns, lateIn, type StoredLate, writeLateYears } from "./late-rows.ts";
import {
  owedColumns,
  owedValues,
  responsibilityColumns,
  responsibilityValues,
  standingColumns,
  standingValues,
} from "./projection-rows.ts";

/**
 * Puts the projections of a batch of follow-ups in the place of their old ones, within a transaction. What that changes in the
 * counts of what is late is added to `changes`, for writeLateChanges() at the transaction's end.
 */
export async function writeProjections(
  sql: Sql,
  cases: readonly FollowUpCase[],
  settings: Settings,
  changes: LateChanges,
): Promise<void> {
  const owed: SqlValue[][] = [];
  const standings: SqlValue[][] = [];
  const responsibilities: SqlValue[][] = [];
  const late: Late[] = [];
  for (const followUpCase of cases) {
    const projection = project(followUpCase, settings);
    projection.owed.forEach((row, place) => {
      const values = owedValues(followUpCase, row, place);
      owed.push(values);
      for (const stretch of lateStretches(row)) late.push({ owed: String(values[0]), kind: row.kind, stretch });
    });
    responsibilities.push(...responsibilityValues(followUpCase.followUp.id, projection.responsibility));
    for (const row of projection.standings) standings.push(standingValues(followUpCase.followUp.id, row));
  }
  const followUps = cases.map(({ followUp }) => followUp.id);
  const ids = JSON.stringify(followUps);
  const before = await lateOf(sql, followUps);
  changes.add(before, -1);
  changes.add(late, 1);
  await writeLateYears(sql, before, late);
  await sql.run(`DELETE FROM owed WHERE ${among(sql, "follow_up_id")}`, [ids]);
  await sql.run(`DELETE FROM standing WHERE ${among(sql, "follow_up_id")}`, [ids]);
  await sql.run(`DELETE FROM responsibility WHERE ${among(sql, "follow_up_id")}`, [ids]);
  await insertRows(sql, "responsibility", responsibilityColumns, responsibilities);
  await insertRows(sql, "owed", owedColumns, owed);
  await insertRows(sql, "standing", standingColumns, standings);
}

/** When the stored rows of some follow-ups are late. */
async function lateOf(sql: Sql, followUps: readonly Id[]): Promise<Late[]> {
  const rows = await sql.all<StoredLate>(`SELECT ${lateColumns} FROM owed WHERE ${among(sql, "follow_up_id")}`, [
    JSON.stringify(followUps),
  ]);
  return rows.flatMap(lateIn);
}
