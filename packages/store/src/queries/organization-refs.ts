import type { Id, LocalizedText } from "@heed/core";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";

/** The organizations by id: one query for a page. */
export async function organizationRefs(sql: Sql, ids: Iterable<Id>): Promise<{ get(id: Id): OrganizationRef }> {
  const rows = await sql.all<{ id: Id; code: string; name: string }>(
    `SELECT id, code, name FROM organization WHERE ${inList(sql, "id")}`,
    [JSON.stringify([...new Set(ids)])],
  );
  const refs = new Map(
    rows.map(({ id, code, name }) => [id, { id, code, name: JSON.parse(name) as LocalizedText }] as const),
  );
  return {
    get(id) {
      const ref = refs.get(id);
      if (ref === undefined) throw new Error(`the organization ${id} is missing from the register`);
      return ref;
    },
  };
}
