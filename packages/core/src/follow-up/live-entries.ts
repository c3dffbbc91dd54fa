import type { Settings } from "../settings.ts";
import type { Id } from "../source.ts";
import { type Day, dayIn } from "../time/day.ts";
import type { Entry } from "./entry.ts";
import { overruled } from "./overruled.ts";

/** An entry that stands: neither corrected nor retracted. */
export type LiveEntry<E extends Entry = Entry> = {
  entry: E;
  /** The first entry of its line of corrections: other entries may name it by this id. */
  root: Id;
  /** It counts on day d when from <= d (decision 24). */
  from: Day;
  /** Given on an unknown day that is not after `from`: before it the answer is unknown, not absent (decision 1). */
  uncertain: boolean;
};

/**
 * The entries that stand, in the order in which they count: by the day given, then by the moment recorded. A correction
 * takes the place of what it corrects and keeps its day (decision 33); taking back a correction brings the old one back.
 */
export function liveEntries(entries: readonly Entry[], settings: Settings): LiveEntry[] {
  const fallen = overruled(entries, (entry) => (entry.type === "retraction" ? entry.retracts : entry.corrects));
  const rootOf = rootsOf(entries);
  const live = entries
    .filter((entry) => entry.type !== "retraction" && !fallen.has(entry.id))
    .map((entry) => {
      const root = rootOf(entry);
      const from = root.givenOn ?? root.knownBy ?? dayIn(settings.timeZone, root.recordedAt);
      return { entry, root: root.id, from, uncertain: root.givenOn === undefined, recordedAt: root.recordedAt };
    });
  live.sort((a, b) => compare(a.from, b.from) || compare(a.recordedAt, b.recordedAt));
  return live.map(({ recordedAt: _, ...rest }) => rest);
}

/** The first entry of the line of corrections that an entry stands in. */
function rootsOf(entries: readonly Entry[]): (entry: Entry) => Entry {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const roots = new Map<Id, Entry>();
  return (entry) => {
    const line = new Set([entry]);
    let root = entry;
    for (const each of line) {
      root = roots.get(each.id) ?? each;
      const corrected = root === each && each.corrects !== undefined ? byId.get(each.corrects) : undefined;
      if (corrected !== undefined) line.add(corrected);
    }
    for (const each of line) roots.set(each.id, root);
    return root;
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
