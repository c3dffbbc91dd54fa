import type { Id } from "@heed/core";
import { among } from "../bulk/among.ts";
import { found } from "../register/register-record.ts";
import type { Sql } from "../sql.ts";

/**
 * What an import left of the things that an act touched later: the content before the first such act, or `madeByAct`
 * when the chain begins with an act. A thing without a chain is not included, because it still is as the import left
 * it.
 */
export async function madeByImport(
  sql: Sql,
  kind: "report" | "recommendation",
  ids: readonly Id[],
): Promise<Map<Id, object | "madeByAct">> {
  const rows = await sql.all<{ id: Id; action: string; body: string }>(
    `SELECT thing_id AS id, action, body FROM register_record
     WHERE kind = ? AND sequence = 1 AND ${among(sql, "thing_id")}`,
    [kind, JSON.stringify(ids)],
  );
  return new Map(rows.map(({ id, action, body }) => [id, action === found ? JSON.parse(body) : "madeByAct"]));
}
