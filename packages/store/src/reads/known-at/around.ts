import type { Id, Instant } from "@heed/core";
import type { Sql } from "../../sql.ts";
import { type Around, type AroundRow, aroundColumns, aroundOf } from "../around.ts";
import { Where } from "../where.ts";
import { recommendationsAsKnown, reportsAsKnown } from "./as-known.ts";

type Row = AroundRow & { id: Id };

const followUpsPerQuery = 1000;

/** The recommendation and the report of some follow-ups, as they were at a moment, by follow-up. */
export async function aroundKnown(sql: Sql, followUps: readonly Id[], knownAt: Instant): Promise<Map<Id, Around>> {
  const around = new Map<Id, Around>();
  for (let start = 0; start < followUps.length; start += followUpsPerQuery) {
    const where = new Where(sql.dialect).andAmong("f.id", followUps.slice(start, start + followUpsPerQuery));
    const rows = await sql.all<Row>(
      `SELECT f.id, ${aroundColumns(sql.dialect)}
       FROM follow_up f JOIN ${recommendationsAsKnown} r ON r.id = f.recommendation_id
         JOIN ${reportsAsKnown(sql.dialect)} p ON p.id = r.report_id
       WHERE ${where.text}`,
      [knownAt, knownAt, knownAt, ...where.values],
    );
    for (const row of rows) around.set(row.id, aroundOf(row));
  }
  return around;
}
