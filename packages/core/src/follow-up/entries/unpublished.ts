import type { Id } from "../../source.ts";
import { type Entry, type EntryType, entryKinds, kindOf } from "./entry.ts";
import { rootsOf } from "./live-entries.ts";

/** The types of entries in which an addressee answers: their words may wait for their publication. */
export const answeringTypes = (Object.keys(entryKinds) as EntryType[]).filter((type) => "said" in entryKinds[type]);

/**
 * The entries whose words wait for their publication, each version for itself; evidence for such an entry waits with it, until
 * a version of that is published. What was published stays so: whoever read it cannot forget it, and no retraction of the act counts (R60).
 * `seenAs` tells which version a reader sees in place of a hidden one: that says the same.
 */
export function unpublished(
  entries: readonly Entry[],
  seenAs: (id: Id) => Id | undefined = (id) => id,
): ReadonlySet<Id> {
  const waiting = new Set<Id>();
  if (!entries.some(mayWait)) return waiting;
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const rootOf = rootsOf(entries, () => false);
  const published = new Set<Id>();
  const publishedLines = new Set<Id>();
  for (const entry of entries) {
    if (entry.type !== "answerPublication") continue;
    for (const id of [entry.answer, seenAs(entry.answer)]) if (id !== undefined) published.add(id);
    const answer = byId.get(entry.answer);
    if (answer !== undefined) publishedLines.add(rootOf(answer).id);
  }
  for (const entry of entries) if (mayWait(entry) && !published.has(entry.id)) waiting.add(entry.id);
  // Evidence may be about evidence, in whatever order a file gives them.
  for (let before = -1; before !== waiting.size; ) {
    before = waiting.size;
    for (const entry of entries) {
      if (entry.type !== "evidence" || entry.about === undefined || published.has(entry.id)) continue;
      const about = byId.get(entry.about);
      if (about !== undefined && waiting.has(about.id) && !publishedLines.has(rootOf(about).id)) waiting.add(entry.id);
    }
  }
  return waiting;
}

/** Whether its words were to wait when it was recorded. */
export function mayWait(entry: Entry): boolean {
  return "publication" in entry && entry.publication !== undefined;
}

/** Whether its words were left out for its reader. */
export function isWithheld(entry: Entry): boolean {
  return "publication" in entry && entry.publication === "withheld";
}

/**
 * An entry without its words: who gave it, when, and what decides the standing stay, so that every reader has the same standing
 * (R60).
 */
export function withheld(entry: Entry): Entry {
  const said: readonly string[] = kindOf(entry).said ?? [];
  const kept = Object.fromEntries(
    Object.entries(entry).flatMap(([name, value]) => {
      if (name === "source") return [];
      if (said.includes(name)) return Array.isArray(value) ? [[name, []]] : [];
      return [[name, name === "due" ? withoutWording(value) : value]];
    }),
  );
  return { ...kept, publication: "withheld" } as unknown as Entry;
}

/** The date itself decides what is owed; how it was written is told with the words. */
function withoutWording({ wording: _, ...due }: { wording?: string }): object {
  return due;
}
