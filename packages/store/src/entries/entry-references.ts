import type { Entry, Id } from "@heed/core";
import type { EntryType } from "@heed/core/follow-up/entries/entry";

/**
 * A reference from an entry to another entry of the same follow-up: its key, and the type that the other entry must
 * have.
 */
export type EntryReference = { key: string; id: Id; type?: EntryType };

export function entryReferences(entry: Entry): EntryReference[] {
  const references: EntryReference[] = [];
  if (entry.corrects !== undefined) references.push({ key: "corrects", id: entry.corrects, type: entry.type });
  switch (entry.type) {
    case "retraction":
      references.push({ key: "retracts", id: entry.retracts });
      break;
    case "commitmentOutcome":
      references.push({ key: "commitment", id: entry.commitment, type: "commitment" });
      if (entry.replacedBy !== undefined)
        references.push({ key: "replacedBy", id: entry.replacedBy, type: "commitment" });
      break;
    case "claimWithdrawal":
      references.push({ key: "update", id: entry.update, type: "progressUpdate" });
      break;
    case "deadlineRequestWithdrawal":
      references.push({ key: "request", id: entry.request, type: "deadlineRequest" });
      break;
    case "deadlineContest":
      references.push({ key: "change", id: entry.change, type: "deadlineChange" });
      break;
    case "evidence":
      if (entry.about !== undefined) references.push({ key: "about", id: entry.about });
      break;
    case "deadlineRequest":
      if (entry.target.kind === "commitment")
        references.push({ key: "target.commitment", id: entry.target.commitment, type: "commitment" });
      break;
    case "deadlineChange":
      if (entry.request !== undefined) references.push({ key: "request", id: entry.request, type: "deadlineRequest" });
      if (entry.target.kind === "commitment")
        references.push({ key: "target.commitment", id: entry.target.commitment, type: "commitment" });
      break;
  }
  return references;
}

/** What is wrong with the references of new entries, given all entries of the follow-up including the new ones. */
export function brokenReferences(
  added: readonly Entry[],
  all: ReadonlyMap<Id, EntryType>,
): { entry: Entry; key: string; id: Id; detail: string }[] {
  return added.flatMap((entry) =>
    entryReferences(entry).flatMap(({ key, id, type }) => {
      const found = all.get(id);
      if (found === undefined) return [{ entry, key, id, detail: "there is no such entry on this follow-up" }];
      if (id === entry.id) return [{ entry, key, id, detail: "an entry cannot name itself" }];
      if (type !== undefined && found !== type)
        return [{ entry, key, id, detail: `that entry is a ${found}, not a ${type}` }];
      return [];
    }),
  );
}
