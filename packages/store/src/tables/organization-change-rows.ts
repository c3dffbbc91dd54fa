import type { OrganizationChange } from "@heed/core";
import type { OrganizationChangePartRow, OrganizationChangeRow } from "../generated/tables.ts";

export function organizationChangeRow(change: OrganizationChange): OrganizationChangeRow {
  const { id, type, on, recordedAt } = change;
  return { id, type, onDay: on ?? null, recordedAt, body: JSON.stringify(change) };
}

/** Its originals and its results, each once. */
export function organizationChangePartRows({
  id,
  originals,
  results,
}: OrganizationChange): OrganizationChangePartRow[] {
  const parts = (part: string, organizations: readonly string[]) =>
    [...new Set(organizations)].map((organizationId) => ({ changeId: id, part, organizationId }));
  return [
    ...parts("original", originals),
    ...parts(
      "result",
      results.map(({ organization }) => organization),
    ),
  ];
}
