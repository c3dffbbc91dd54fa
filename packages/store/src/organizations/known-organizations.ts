import type { Id, Organization, OrganizationChange } from "@heed/core";
import { applyChanges } from "@heed/core/organization/apply-changes";
import type { KnownOrganizations } from "@heed/core/register/change-organizations";
import type { Sql } from "../connection/sql.ts";
import { inList } from "../statements/in-list.ts";
import { organizationColumns, organizationOf, type StoredOrganization } from "../tables/organization-rows.ts";

/**
 * All changes of organizations, and the organizations that they or the caller name, as they were recorded. All are
 * read, because an installation has only some hundreds.
 */
export async function knownOrganizations(sql: Sql, named: readonly Id[] = []): Promise<KnownOrganizations> {
  const rows = await sql.all<{ body: string }>("SELECT body FROM organization_change ORDER BY id");
  const changes = rows.map(({ body }) => JSON.parse(body) as OrganizationChange);
  const ids = changes.flatMap(({ originals, results }) => [...originals, ...results.map((each) => each.organization)]);
  const organizations = await sql.all<StoredOrganization>(
    `SELECT ${organizationColumns()} FROM organization WHERE ${inList(sql, "id")}`,
    [JSON.stringify([...new Set([...ids, ...named])])],
  );
  return { organizations: organizations.map(organizationOf), changes };
}

/**
 * The organizations that a change or the caller names, with the days and former names that the changes give them; by
 * id.
 */
export async function currentOrganizations(sql: Sql, named: readonly Id[] = []): Promise<Map<Id, Organization>> {
  const { organizations, changes } = await knownOrganizations(sql, named);
  return applyChanges(organizations, changes);
}
