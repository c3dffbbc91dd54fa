import type { Entry, Id } from "@heed/core";
import { type EntryType, kindOf } from "@heed/core/follow-up/entries/entry";
import type { EntryReference } from "@heed/core/follow-up/entries/entry-kind";

export function entryReferences(entry: Entry): EntryReference[] {
  const references = [
    { key: "corrects", id: entry.corrects, type: entry.type },
    ...(kindOf(entry).references?.(entry) ?? []),
  ];
  return references.flatMap(({ id, ...reference }) => (id === undefined ? [] : [{ ...reference, id }]));
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
