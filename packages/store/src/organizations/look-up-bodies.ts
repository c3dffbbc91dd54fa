import type { Id } from "@heed/core";
import type { FindBodies, NamedBody } from "@heed/core/acts/named-body";
import { groupedBy } from "@heed/core/grouped-by";
import { lookAlikeName, searchableName } from "@heed/core/organization/organization";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";

/**
 * Looks up the organizations that texts name, each with all its predecessors and successors: a renaming, merger,
 * absorption or split leads to the same body under another name; a transfer of competence leaves two bodies. A coordinator
 * stands on the side of those that it answers for (R40).
 */
export async function lookUpBodies(sql: Sql, texts: readonly string[]): Promise<FindBodies> {
  const ids = new Map<string, Id[]>();
  for (const text of new Set(texts)) {
    const rows = await sql.all<{ id: Id }>(
      `SELECT id FROM organization WHERE id = ? OR code = ?
       UNION SELECT organization_id AS id FROM organization_name WHERE folded_key = ? ORDER BY id`,
      [text, text.toLowerCase(), searchableName(text)],
    );
    ids.set(
      text,
      rows.map(({ id }) => id),
    );
  }
  const unknown = [...ids].flatMap(([text, found]) => (found.length === 0 ? [text] : []));
  if (unknown.length > 0) for (const [text, found] of await lookAlikes(sql, unknown)) ids.set(text, found);
  const bodies = new Map<Id, NamedBody>();
  for (const id of new Set([...ids.values()].flat())) bodies.set(id, await bodyOf(sql, id));
  return (text) => (ids.get(text) ?? []).flatMap((id) => bodies.get(id) ?? []);
}

/** The organizations whose names or codes look like texts, letters of other scripts included: for texts that name none exactly. */
async function lookAlikes(sql: Sql, texts: readonly string[]): Promise<Map<string, Id[]>> {
  const names = await sql.all<{ id: Id; name: string }>(
    "SELECT organization_id AS id, name FROM organization_name UNION SELECT id, code AS name FROM organization ORDER BY id",
  );
  const byForm = groupedBy(names, ({ name }) => lookAlikeName(name));
  return new Map(
    texts.map((text) => [text, [...new Set((byForm.get(lookAlikeName(text)) ?? []).map(({ id }) => id))]]),
  );
}

async function bodyOf(sql: Sql, id: Id): Promise<NamedBody> {
  const kin = await sql.all<{ id: Id }>(
    `WITH RECURSIVE kin(id) AS (
       SELECT o.id FROM organization o WHERE o.id = ?
       UNION SELECT near.other FROM kin JOIN (
         SELECT own.organization_id AS one, other.organization_id AS other FROM organization_change_part own
           JOIN organization_change c ON c.id = own.change_id AND c.type IN ('renamed', 'merged', 'absorbed', 'split')
           JOIN organization_change_part other ON other.change_id = own.change_id
         UNION ALL SELECT id, coordinator_id FROM organization WHERE coordinator_id IS NOT NULL
         UNION ALL SELECT coordinator_id, id FROM organization WHERE coordinator_id IS NOT NULL
       ) near ON near.one = kin.id
     )
     SELECT id FROM kin`,
    [id],
  );
  const ids = kin.map((each) => each.id);
  const names = await sql.all<{ name: string }>(
    `SELECT name FROM organization_name WHERE ${inList(sql, "organization_id")} ORDER BY name`,
    [JSON.stringify(ids)],
  );
  return { id, lineage: new Set(ids), names: names.map(({ name }) => name) };
}
