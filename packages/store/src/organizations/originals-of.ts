import type { Id } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";

/**
 * The predecessors of the organizations in some changes: their follow-ups are derived again when a change is added or
 * replaced.
 */
export async function originalsOf(sql: Sql, changes: readonly Id[]): Promise<Id[]> {
  const rows = await sql.all<{ id: Id }>(
    `SELECT DISTINCT organization_id AS id FROM organization_change_part
     WHERE part = 'original' AND ${inList(sql, "change_id")}`,
    [JSON.stringify(changes)],
  );
  return rows.map(({ id }) => id);
}
