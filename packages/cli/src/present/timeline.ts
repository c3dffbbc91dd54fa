import type { Day, Entry, Id, Instant, LinkType } from "@heed/core";
import { type AmendedBy, withAmendedBy } from "@heed/core/follow-up/entries/amended-by";
import type { LinkedRecommendation } from "@heed/core/read-models/recommendation-ref";
import pc from "picocolors";
import type { Say } from "../messages/say.ts";
import { describeEntry, type NameOf, speakerOf } from "./entry.ts";
import { table } from "./table.ts";

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
  say: Say,
): string[] {
  const all = inOrder(withAmendedBy(entries));
  const rowsOf = (some: typeof all) => some.map((entry) => timelineRow(entry, entries, nameOf, dayOf, say));
  const isLater = ({ givenOn, knownBy }: Entry) => (givenOn ?? knownBy ?? "") > asOf;
  const until = rowsOf(all.filter((entry) => !isLater(entry)));
  const later = rowsOf(all.filter(isLater));
  if (replaced !== undefined) {
    const next = until.findIndex(({ given }) => given > replaced.on);
    until.splice(next < 0 ? until.length : next, 0, replacedRow(replaced, say));
  }
  return [
    ...["", pc.bold(say.timeline.title), until.length === 0 ? say.timeline.none : rowsText(until, say)],
    ...(later.length > 0 ? ["", pc.bold(say.timeline.after(asOf)), rowsText(later, say)] : []),
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
  say: Say,
): TimelineRow {
  return {
    given: givenText(entry, say),
    voice: say.timeline.voices[speakerOf(entry)],
    what: `${amendedText(entry, entries, nameOf, dayOf, say)}${describeEntry(entry, say, nameOf)}`,
    id: nameOf.entry(entry.id),
  };
}

function replacedRow({ on, type, by, reason }: Replaced, say: Say): TimelineRow {
  const what = say.timeline.replaced(by.reference, by.report.reference, say.label("linkType", type));
  return { given: on, voice: say.timeline.voices.link, what: `${what}${reason ? say.because(reason) : ""}`, id: "" };
}

function rowsText(rows: readonly TimelineRow[], { heads }: Say): string {
  return table<TimelineRow>(
    [
      { head: heads.given, of: ({ given }) => given },
      { head: heads.voice, of: ({ voice }) => voice },
      { head: heads.what, wraps: true, of: ({ what }) => what },
      { head: heads.entry, of: ({ id }) => pc.dim(id) },
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
  { timeline }: Say,
): string {
  const by = (id: Id) => {
    const { recordedAt, actor } = entries.find((each) => each.id === id) ?? {};
    const on = recordedAt === undefined ? "" : timeline.onDay(dayOf(recordedAt));
    return `${on}${actor === undefined ? "" : timeline.by(actor)} (${nameOf.entry(id)}): `;
  };
  if (retractedBy !== undefined) return timeline.retracted(by(retractedBy));
  return correctedBy === undefined ? "" : timeline.corrected(by(correctedBy));
}

function givenText(entry: Entry, say: Say): string {
  const { givenOn, knownBy: by, knownByPrecision: byPrecision, knownAfter: after } = entry;
  return givenOn ?? (by === undefined ? say.timeline.unknownDay : say.givenAt({ by, byPrecision, after }));
}
