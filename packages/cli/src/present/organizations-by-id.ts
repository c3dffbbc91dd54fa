import { type Id, type Organization, textIn } from "@heed/core";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";

/** The organizations with these ids. */
export async function organizationsById(
  reads: TrackerReads,
  ids: Iterable<Id>,
): Promise<ReadonlyMap<Id, Organization>> {
  const found = await Promise.all([...new Set(ids)].map((id) => reads.organization(id)));
  return new Map(found.flatMap((each) => (each === undefined ? [] : [[each.id, each] as const])));
}

/** The codes of organizations, which commands take; the id of one that the record does not have. */
export async function codesOf(reads: TrackerReads, ids: Iterable<Id>): Promise<(id: Id) => string> {
  const known = await organizationsById(reads, ids);
  return (id) => known.get(id)?.code ?? id;
}

/** FPS Justice (just) */
export function nameAndCode({ name, code }: Pick<Organization, "name" | "code">, lang: string | undefined): string {
  return `${textIn(name, lang)} (${code})`;
}
