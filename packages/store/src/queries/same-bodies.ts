import type { Id } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { jsonField } from "../statements/json-field.ts";

/** Organizations with their earlier and later forms, along renamings that were not replaced. */
export async function readSameBodies(sql: Sql, organizations: readonly Id[]): Promise<readonly Id[]> {
  const rows = await sql.all<{ id: Id }>(
    `WITH RECURSIVE body AS (
       SELECT id FROM organization WHERE ${inList(sql, "id")}
       UNION
       SELECT other.organization_id FROM body
         JOIN organization_change_part own ON own.organization_id = body.id
         JOIN organization_change c ON c.id = own.change_id AND c.type = 'renamed'
         JOIN organization_change_part other ON other.change_id = c.id
       WHERE NOT EXISTS (SELECT 1 FROM organization_change later
         WHERE later.type = 'renamed' AND ${jsonField(sql.dialect, "later.body", "replaces")} = ${jsonField(sql.dialect, "c.body", "id")})
     ) SELECT id FROM body ORDER BY id`,
    [JSON.stringify(organizations)],
  );
  return rows.map(({ id }) => id);
}
