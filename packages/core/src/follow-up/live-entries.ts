import type { Settings } from "../settings.ts";
import type { Id } from "../source.ts";
import { type Day, dayIn } from "../time/day.ts";
import type { Entry } from "./entry.ts";
import { takenBack } from "./taken-back.ts";

/** An entry that stands: neither corrected nor retracted. */
export type LiveEntry<E extends Entry = Entry> = {
  entry: E;
  /** The first entry of its line of corrections: other entries may name it by this id. */
  root: Id;
  /** It counts on day d when from <= d (decision 24). */
  from: Day;
  /** Given on an unknown day that is not after `from`: before it the answer is unknown, not absent (decision 1). */
  uncertain: boolean;
  /** On this day its source still showed none: until then, this day included, it is absent. */
  after?: Day;
};

/**
 * The entries that stand, in the order in which they count: by the day given, then by the moment recorded. A correction
 * takes the place of what it corrects and keeps its day (decision 33), unless another edition of its source corrects the day too;
 * taking back a correction brings the old one back.
 */
export function liveEntries(entries: readonly Entry[], settings: Settings): LiveEntry[] {
  const fallen = takenBack(entries);
  // What a correction replaced stays so when that one is corrected in its turn.
  const replaced = new Set(entries.filter(({ id }) => !fallen.has(id)).map(({ corrects }) => corrects));
  const rootOf = firstsOf(entries, () => false);
  const datedBy = firstsOf(entries, ({ correctsDay }) => correctsDay === true);
  const live = entries
    .filter((entry) => entry.type !== "retraction" && !fallen.has(entry.id) && !replaced.has(entry.id))
    .map((entry) => {
      const root = rootOf(entry);
      const { givenOn, knownBy, knownAfter: after } = datedBy(entry);
      const from = givenOn ?? knownBy ?? dayIn(settings.timeZone, root.recordedAt);
      const uncertain = givenOn === undefined;
      return {
        ...{ entry, root: root.id, from, uncertain, recordedAt: root.recordedAt },
        ...(uncertain && after !== undefined && { after }),
      };
    });
  live.sort((a, b) => compare(a.from, b.from) || compare(a.recordedAt, b.recordedAt));
  return live.map(({ recordedAt: _, ...rest }) => rest);
}

/** The first entry of the line of corrections that an entry stands in, or the nearest at which the line is cut. */
function firstsOf(entries: readonly Entry[], isCut: (entry: Entry) => boolean): (entry: Entry) => Entry {
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  const firsts = new Map<Id, Entry>();
  return (entry) => {
    const line = new Set([entry]);
    let first = entry;
    for (const each of line) {
      first = firsts.get(each.id) ?? each;
      if (first !== each || each.corrects === undefined || isCut(each)) break;
      const corrected = byId.get(each.corrects);
      if (corrected !== undefined) line.add(corrected);
    }
    for (const each of line) firsts.set(each.id, first);
    return first;
  };
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
