import type { Settings } from "../settings.ts";
import type { Id } from "../source.ts";
import { type Day, dayIn } from "../time/day.ts";
import type { Entry } from "./entry.ts";

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
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const overruledBy = new Map<Id, Entry[]>();
  for (const entry of entries) {
    const target = entry.type === "retraction" ? entry.retracts : entry.corrects;
    if (target === undefined) continue;
    const others = overruledBy.get(target);
    if (others) others.push(entry);
    else overruledBy.set(target, [entry]);
  }
  const stands = (entry: Entry): boolean => !(overruledBy.get(entry.id) ?? []).some(stands);
  const first = (entry: Entry): Entry => {
    const corrected = entry.corrects === undefined ? undefined : byId.get(entry.corrects);
    return corrected === undefined ? entry : first(corrected);
  };
  const live = entries
    .filter((entry) => entry.type !== "retraction" && stands(entry))
    .map((entry) => {
      const root = first(entry);
      const from = root.givenOn ?? root.knownBy ?? dayIn(settings.timeZone, root.recordedAt);
      return { entry, root: root.id, from, uncertain: root.givenOn === undefined, recordedAt: root.recordedAt };
    });
  live.sort((a, b) => compare(a.from, b.from) || compare(a.recordedAt, b.recordedAt));
  return live.map(({ recordedAt: _, ...rest }) => rest);
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
