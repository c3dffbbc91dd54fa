import type { Id } from "@heed/core";
import type { Sql, SqlValue } from "../connection/sql.ts";
import { registerContents } from "./register-content.ts";
import { type RegisterAct, writeRegisterRecords } from "./register-record.ts";

/**
 * Adds to the chains of recommendations that an import has corrected, when acts had started one, because the last
 * record of a thing must have its current content. `ids` is a subquery with its value.
 */
export async function continueChains(sql: Sql, ids: string, value: SqlValue, act: RegisterAct): Promise<void> {
  const rows = await sql.all<{ id: Id }>(
    `SELECT DISTINCT thing_id AS id FROM register_record WHERE kind = 'recommendation' AND thing_id IN (${ids})
     ORDER BY thing_id`,
    [value],
  );
  if (rows.length === 0) return;
  const contents = await registerContents(
    sql,
    "recommendation",
    rows.map(({ id }) => id),
  );
  const things = [...contents].map(([id, body]) => ({ kind: "recommendation" as const, id, body }));
  await writeRegisterRecords(sql, act, things);
}
