import type { Id } from "@heed/core";
import type { IdKind } from "@heed/core/read-models/tracker-store";
import type { Sql } from "../connection/sql.ts";

const tables: Record<IdKind, string> = {
  organization: "organization",
  organizationChange: "organization_change",
  report: "report",
  recommendation: "recommendation",
  followUp: "follow_up",
  reportingCycle: "reporting_cycle",
};

/** The ids of a kind that begin with a text. It reads all ids: only the beginning of one asks for it. */
export async function readIdsBeginning(sql: Sql, kind: IdKind, text: string, limit: number): Promise<readonly Id[]> {
  const rows = await sql.all<{ id: Id }>(
    `SELECT id FROM ${tables[kind]} WHERE substr(id, 1, ?) = ? ORDER BY id LIMIT ${limit}`,
    [[...text].length, text],
  );
  return rows.map(({ id }) => id);
}
