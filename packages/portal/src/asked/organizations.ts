import type { Id } from "@heed/core";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import type { Asked } from "./asked.ts";

/** Some organizations by id: a page names a few. */
export async function organizationsById(
  { reads }: Pick<Asked, "reads">,
  ids: readonly Id[],
): Promise<ReadonlyMap<Id, OrganizationRef>> {
  const found = await Promise.all([...new Set(ids)].map((id) => reads.organization(id)));
  return new Map(found.flatMap((each) => (each ? [[each.id, each] as const] : [])));
}
