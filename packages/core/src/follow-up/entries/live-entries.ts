import { dayOf, type Settings } from "../../settings/settings.ts";
import type { Id, Instant } from "../../source.ts";
import type { Day } from "../../time/day.ts";
import type { Precision } from "../../time/due-date.ts";
import { precisionsOf } from "../../time/shown-date.ts";
import type { Assessment } from "./assessment.ts";
import { type Entry, type EntryType, kindOf } from "./entry.ts";
import { retractedIds } from "./retracted.ts";

/** An entry that stands: neither corrected nor retracted. */
export type LiveEntry<E extends Entry = Entry> = {
  entry: E;
  /** The first entry of its line of corrections: other entries may refer to it by this id. */
  root: Id;
  /** It counts on day d when from <= d (D17). */
  from: Day;
  /** Given on an unknown day, `from` at the latest: before it the answer is unknown, not absent (D14). */
  uncertain: boolean;
  /** On this day its source did not show it: up to and including this day it is absent. */
  after?: Day;
  /** How exactly that day is known, when it is not a day. */
  precision?: Precision;
  /** For a finding: all findings published that day about the same situation, when they differ. */
  conflict?: readonly Assessment[];
};

/** When an entry was given, as far as it is known. */
export type GivenWhen = Pick<LiveEntry, "from" | "uncertain" | "after" | "precision">;

/** The order in which what one edition shows without days counts. */
const orderInEdition: readonly EntryType[] = ["response", "commitment", "progressUpdate", "assessment", "closure"];

type Placed = LiveEntry & { recordedAt: Instant };

/**
 * The entries that stand, in the order in which they count: by the day given, then by the moment recorded, and none
 * before an entry that it refers to. A correction takes the place of the entry that it corrects and keeps its day
 * (R52), unless another edition of its source corrects the day too. Retracting a correction restores the entry before
 * it; retracting an entry that was corrected removes all its later versions. Of two corrections of one entry the one that was
 * recorded last holds, in whatever order a file gives them.
 */
export function liveEntries(entries: readonly Entry[], settings: Settings): LiveEntry[] {
  const retracted = retractedIds(entries);
  const rootOf = rootsOf(entries, () => false);
  const datedBy = rootsOf(entries, ({ correctsDay }) => correctsDay === true);
  // A line that is cut by a retraction does not reach its root.
  const reaches = rootsOf(entries, ({ id }) => retracted.has(id));
  const kept = entries.filter((entry) => entry.type !== "retraction" && !retracted.has(reaches(entry).id));
  // What a correction replaced stays replaced when the correction itself is corrected.
  const replaced = new Set(kept.map(({ corrects }) => corrects));
  const placed = lastOfEach(
    kept.filter(({ id }) => !replaced.has(id)),
    rootOf,
  ).map((entry): Placed => {
    const root = rootOf(entry);
    const { givenOn, knownBy, knownByPrecision: precision, knownAfter: after } = datedBy(entry);
    const from = givenOn ?? knownBy ?? dayOf(settings, root.recordedAt);
    const uncertain = givenOn === undefined;
    return {
      ...{ entry, root: root.id, from, uncertain, recordedAt: root.recordedAt },
      ...(uncertain && after !== undefined && { after }),
      ...(uncertain && precision !== undefined && { precision }),
    };
  });
  const byId = new Map(entries.map((entry) => [entry.id, entry]));
  return inCountingOrder(placed, (id) => {
    const named = byId.get(id);
    return named === undefined ? id : rootOf(named).id;
  }).map(({ recordedAt: _, ...live }) => live);
}

/** For each entry, the first entry of its line of corrections: others may name any version. */
export function rootIds(entries: readonly Entry[]): ReadonlyMap<Id, Id> {
  const rootOf = rootsOf(entries, () => false);
  return new Map(entries.map((entry) => [entry.id, rootOf(entry).id]));
}

/** The entry of each line of corrections that was recorded last. */
export function lastOfEach(ends: readonly Entry[], rootOf: (entry: Entry) => Entry): readonly Entry[] {
  const last = new Map<Entry, Entry>();
  for (const entry of ends) {
    const other = last.get(rootOf(entry));
    if (other === undefined || inOrderRecorded(other, entry) <= 0) last.set(rootOf(entry), entry);
  }
  return last.size === ends.length ? ends : ends.filter((entry) => last.get(rootOf(entry)) === entry);
}

/** As the store reads them. */
export function inOrderRecorded(a: Entry, b: Entry): number {
  return compare(a.recordedAt, b.recordedAt) || compare(a.id, b.id);
}

/** The first entry in an entry's line of corrections, or the nearest entry at which the line is cut. */
export function rootsOf(entries: readonly Entry[], isCut: (entry: Entry) => boolean): (entry: Entry) => Entry {
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

/**
 * Sorts entries by day and moment; an entry that refers to another one counts on that one's day and moment at the
 * earliest, and after it. What one edition of a source shows without days counts together, from the first of it that was
 * recorded, and in the order of its types, so that it does not matter in which order editions were imported.
 */
function inCountingOrder(placed: readonly Placed[], rootOf: (id: Id) => Id): Placed[] {
  const byRoot = new Map(placed.map((each) => [each.root, each]));
  const before = new Map<Placed, Placed>();
  const all = placed.map((each) => {
    const id = kindOf(each.entry).follows?.(each.entry);
    const named = id === undefined ? undefined : byRoot.get(rootOf(id));
    if (named === undefined) return each;
    const isEarlier = (compare(each.from, named.from) || compare(each.recordedAt, named.recordedAt)) < 0;
    const { from, recordedAt } = isEarlier ? named : each;
    const moved = { ...each, from, recordedAt };
    before.set(moved, named);
    return moved;
  });
  const inOrder = [...inEditions(all)].sort(
    ([a, one], [b, other]) =>
      compare(a.from, b.from) ||
      compare(one?.begun ?? a.recordedAt, other?.begun ?? b.recordedAt) ||
      compare(one?.name ?? "", other?.name ?? "") ||
      (one?.place ?? 0) - (other?.place ?? 0) ||
      compare(a.recordedAt, b.recordedAt),
  );
  const waiting = new Set(all);
  return inOrder.flatMap(([each]) => {
    const named = before.get(each);
    return [named, each].filter((one) => one !== undefined && waiting.delete(one)) as Placed[];
  });
}

type InEdition = { name: string; place: number; begun: string };

/** The entries, each with its place in the edition that shows it without a day. */
function inEditions(all: readonly Placed[]): Map<Placed, InEdition | undefined> {
  const begun = new Map<string, string>();
  const placed = new Map<Placed, InEdition | undefined>();
  for (const each of all) {
    const { entry, uncertain, from, recordedAt } = each;
    const place = orderInEdition.indexOf(entry.type);
    const name = uncertain && place >= 0 && entry.source && `${from} ${entry.source.name}`;
    placed.set(each, name ? { name, place, begun: recordedAt } : undefined);
    if (name && recordedAt < (begun.get(name) ?? "~")) begun.set(name, recordedAt);
  }
  for (const edition of placed.values()) if (edition) edition.begun = begun.get(edition.name) ?? edition.begun;
  return placed;
}

/** When an entry was given, as dates of a reason: on a day, or by one day and after another. */
export function givenDates(name: string, { from, uncertain, after }: GivenWhen): Record<string, Day> {
  if (!uncertain) return { [name]: from };
  return { [`${name}By`]: from, ...(after !== undefined && { [`${name}After`]: after }) };
}

/** How exactly that day is known. */
export function givenPrecision(name: string, { precision }: GivenWhen): Record<string, Precision> {
  return precisionsOf({ [`${name}By`]: precision });
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
