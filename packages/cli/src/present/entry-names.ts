import { type Entry, type Id, textIn } from "@heed/core";
import type { TrackerReads } from "@heed/core/read-models/tracker-store";
import { sayIn } from "../messages/say.ts";
import { shortId } from "../process/short-id.ts";
import type { NameOf } from "./entry.ts";

/** The names of the organizations and changes that decisions on successors name; nothing is read where there are none. */
export async function entryNames(
  reads: TrackerReads,
  entries: readonly Entry[],
  lang: string | undefined,
  /** The ids of all entries of the follow-up, from which a short one must differ. */
  ids: readonly Id[] = entries.map(({ id }) => id),
): Promise<NameOf> {
  const say = sayIn(lang);
  const decisions = entries.filter((entry) => entry.type === "successorDecision");
  const organizations = await reads.organizationsById(decisions.map(({ successor }) => successor));
  const changes = new Map(
    (decisions.length === 0 ? [] : await reads.organizationChanges()).map(
      ({ id, type, on }) => [id, say.entry.change(on, say.label("organizationChangeType", type))] as const,
    ),
  );
  const nameOf = (id: Id) => {
    const found = organizations.get(id);
    return found === undefined ? id : textIn(found.name, lang);
  };
  return {
    organization: nameOf,
    change: (id) => changes.get(id) ?? shortId(id),
    entry: (id) => shortId(id, ids),
  };
}
