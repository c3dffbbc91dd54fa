import { DomainError, type Id } from "@heed/core";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";

/** Errors: unknownOrganization with the places of those that do not exist. */
export async function requireOrganizations(
  sql: Sql,
  named: readonly { name: string; id: Id | undefined }[],
): Promise<void> {
  const ids = named.flatMap(({ id }) => (id === undefined ? [] : [id]));
  const rows = await sql.all<{ id: Id }>(`SELECT id FROM organization WHERE ${inList(sql, "id")}`, [
    JSON.stringify(ids),
  ]);
  const known = new Set(rows.map(({ id }) => id));
  const issues = named.flatMap(({ name, id }) =>
    id === undefined || known.has(id) ? [] : [{ name, value: id, detail: "no organization has this id" }],
  );
  if (issues.length > 0) throw new DomainError("unknownOrganization", "there is no such organization", issues);
}
