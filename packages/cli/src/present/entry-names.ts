import { type Entry, textIn } from "@heed/core";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import type { NameOf } from "./entry.ts";
import { words } from "./words.ts";

/** The names of the organizations and changes that decisions on successors name; nothing is read where there are none. */
export async function entryNames(
  reads: TrackerReads,
  entries: readonly Entry[],
  lang: string | undefined,
): Promise<NameOf> {
  const decisions = entries.filter((entry) => entry.type === "successorDecision");
  const successors = [...new Set(decisions.map(({ successor }) => successor))];
  const found = await Promise.all(successors.map((id) => reads.organization(id)));
  const organizations = new Map(found.flatMap((each) => (each ? [[each.id, textIn(each.name, lang)] as const] : [])));
  const changes = new Map(
    (decisions.length === 0 ? [] : await reads.organizationChanges()).map(
      ({ id, type, on }) => [id, `the change of ${on ?? "no day yet"} (${words(type)})`] as const,
    ),
  );
  return { organization: (id) => organizations.get(id) ?? id, change: (id) => changes.get(id) ?? id };
}
