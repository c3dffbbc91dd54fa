import type { Day, Entry, Id, Instant, LinkType } from "@heed/core";
import { type AmendedBy, withAmendedBy } from "@heed/core/follow-up/entries/amended-by";
import type { LinkedRecommendation } from "@heed/core/read-models/recommendation-ref";
import { givenDateText } from "@heed/core/time/shown-date";
import pc from "picocolors";
import { describeEntry, type NameOf, speakerOf } from "./entry.ts";
import { table } from "./table.ts";
import { words } from "./words.ts";

/** The link by which a newer recommendation took its place (R50). */
export type Replaced = { on: Day; link: Id; type: LinkType; by: LinkedRecommendation; reason?: string };

type TimelineRow = Record<"given" | "voice" | "what" | "id", string>;

/**
 * The entries of a follow-up, and the link that closed it, in their order; those of after the day come below. `dayOf`: the
 * installation's calendar day of a moment.
 */
export function timelineText(
  entries: readonly Entry[],
  asOf: Day,
  replaced: Replaced | undefined,
  nameOf: NameOf,
  dayOf: (at: Instant) => Day,
): string[] {
  const all = inOrder(withAmendedBy(entries));
  const rowsOf = (some: typeof all) => some.map((entry) => timelineRow(entry, entries, nameOf, dayOf));
  const isLater = ({ givenOn, knownBy }: Entry) => (givenOn ?? knownBy ?? "") > asOf;
  const until = rowsOf(all.filter((entry) => !isLater(entry)));
  const later = rowsOf(all.filter(isLater));
  if (replaced !== undefined) {
    const next = until.findIndex(({ given }) => given > replaced.on);
    until.splice(next < 0 ? until.length : next, 0, replacedRow(replaced));
  }
  return [
    ...["", pc.bold("Timeline"), until.length === 0 ? "It has no entries." : rowsText(until)],
    ...(later.length > 0 ? ["", pc.bold(`After ${asOf}`), rowsText(later)] : []),
  ];
}

/** By the day on which they were given, and the moment of recording. */
export function inOrder<Item extends Entry>(entries: readonly Item[]): Item[] {
  const when = (entry: Item) => `${entry.givenOn ?? entry.knownBy ?? ""} ${entry.recordedAt}`;
  return [...entries].sort((a, b) => (when(a) < when(b) ? -1 : 1));
}

function timelineRow(
  entry: Entry & AmendedBy,
  entries: readonly Entry[],
  nameOf: NameOf,
  dayOf: (at: Instant) => Day,
): TimelineRow {
  return {
    given: givenText(entry),
    voice: speakerOf(entry),
    what: `${amendedText(entry, entries, nameOf, dayOf)}${describeEntry(entry, nameOf)}`,
    id: nameOf.entry(entry.id),
  };
}

function replacedRow({ on, type, by, reason }: Replaced): TimelineRow {
  const what = `${by.reference} of report ${by.report.reference} ${words(type)} it: closed as superseded${reason ? `: ${reason}` : ""}`;
  return { given: on, voice: "link", what, id: "" };
}

function rowsText(rows: readonly TimelineRow[]): string {
  return table<TimelineRow>(
    [
      { head: "Given", of: ({ given }) => given },
      { head: "Voice", of: ({ voice }) => voice },
      { head: "What", wraps: true, of: ({ what }) => what },
      { head: "Entry", of: ({ id }) => pc.dim(id) },
    ],
    rows,
  ).trimEnd();
}

/**
 * An entry that no longer holds says so first, so that nobody reads it as valid, with the day on which the correction or
 * retraction was recorded: a correction keeps the day of what it corrects (R12).
 */
function amendedText(
  { correctedBy, retractedBy }: AmendedBy,
  entries: readonly Entry[],
  nameOf: NameOf,
  dayOf: (at: Instant) => Day,
): string {
  const by = (id: Id) => {
    const { recordedAt, actor } = entries.find((each) => each.id === id) ?? {};
    return `${recordedAt === undefined ? "" : `on ${dayOf(recordedAt)}`}${actor === undefined ? "" : ` by ${actor}`} (${nameOf.entry(id)}): `;
  };
  if (retractedBy !== undefined) return `RETRACTED ${by(retractedBy)}`;
  return correctedBy === undefined ? "" : `CORRECTED ${by(correctedBy)}`;
}

function givenText({ givenOn, knownBy: by, knownByPrecision: byPrecision, knownAfter: after }: Entry): string {
  return givenOn ?? (by === undefined ? "unknown" : givenDateText({ by, byPrecision, after }));
}
