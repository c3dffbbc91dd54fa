import type { Id } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { foundByFirstAct } from "./register-record.ts";

/**
 * What an import left of the things that an act touched later: the content before the first such act, or `madeByAct`
 * when the chain begins with an act. A thing without a chain is not included, because it still is as the import left
 * it.
 */
export async function leftByImport(
  sql: Sql,
  kind: "report" | "recommendation",
  ids: readonly Id[],
): Promise<Map<Id, object | "madeByAct">> {
  const rows = await sql.all<{ id: Id; action: string; body: string }>(
    `SELECT thing_id AS id, action, body FROM register_record
     WHERE kind = ? AND sequence = 1 AND ${inList(sql, "thing_id")}`,
    [kind, JSON.stringify(ids)],
  );
  return new Map(rows.map(({ id, action, body }) => [id, action === foundByFirstAct ? JSON.parse(body) : "madeByAct"]));
}
