import { type Id, type Organization, textIn } from "@heed/core";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";

/** The codes of organizations, which commands take; the id of one that the record does not have. */
export async function codesOf(reads: TrackerReads, ids: readonly Id[]): Promise<(id: Id) => string> {
  const known = await reads.organizationsById(ids);
  return (id) => known.get(id)?.code ?? id;
}

/** FPS Justice (just) */
export function nameAndCode({ name, code }: Pick<Organization, "name" | "code">, lang: string | undefined): string {
  return `${textIn(name, lang)} (${code})`;
}
