import type { Id } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { jsonField } from "../statements/json-field.ts";

/** For each organization that was renamed, before or after, the one of the last renaming: they are one body. */
export async function latestNames(sql: Sql): Promise<ReadonlyMap<Id, Id>> {
  const rows = await sql.all<{ change: string; replaces: string | null; original: Id; result: Id }>(
    `SELECT ${jsonField(sql.dialect, "c.body", "id")} AS change, ${jsonField(sql.dialect, "c.body", "replaces")} AS replaces,
       original.organization_id AS original, result.organization_id AS result
     FROM organization_change c
       JOIN organization_change_part original ON original.change_id = c.id AND original.part = 'original'
       JOIN organization_change_part result ON result.change_id = c.id AND result.part = 'result'
     WHERE c.type = 'renamed' ORDER BY COALESCE(c.on_day, '9999-12-31'), c.id`,
  );
  const replaced = new Set(rows.map(({ replaces }) => replaces));
  const latest = new Map<Id, Id>();
  for (const { original, result } of rows.filter(({ change }) => !replaced.has(change))) {
    const before = new Set([original, result].map((id) => latest.get(id) ?? id));
    for (const [id, last] of latest) if (before.has(last)) latest.set(id, result);
    for (const id of [...before, original, result]) latest.set(id, result);
  }
  return latest;
}
