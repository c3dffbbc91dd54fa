import { z } from "zod";
import { Id } from "../../source.ts";
import type { Entry } from "./entry.ts";
import { inOrderRecorded, lastOfEach, rootsOf } from "./live-entries.ts";
import { retractedIds } from "./retracted.ts";

/** The entry that corrected or retracted an entry; empty for an entry that stands. */
export const AmendedBy = z
  .strictObject({
    correctedBy: Id.optional().describe("The entry that replaced this one, which is kept but no longer counts."),
    retractedBy: Id.optional().describe("The retraction of this entry, which is kept but no longer counts."),
  })
  .meta({ description: "The entry that corrected or retracted an entry." });
export type AmendedBy = z.infer<typeof AmendedBy>;

/**
 * The entries in their order, each with the entry that corrected or retracted it, so that nobody takes it for valid
 * (R12). A correction or retraction that was itself retracted does not count.
 */
export function withAmendedBy(entries: readonly Entry[]): (Entry & AmendedBy)[] {
  const retracted = retractedIds(entries);
  const corrections = new Map<Id, Id>();
  const retractions = new Map<Id, Id>();
  for (const entry of entries.toSorted(inOrderRecorded)) {
    if (entry.type === "retraction" && !retracted.has(entry.id)) retractions.set(entry.retracts, entry.id);
    if (entry.corrects !== undefined && !retracted.has(entry.id)) corrections.set(entry.corrects, entry.id);
  }
  // Of several corrections of one entry all but the last are replaced too.
  const rootOf = rootsOf(entries, () => false);
  const ends = entries.filter(({ id, type }) => type !== "retraction" && !retracted.has(id) && !corrections.has(id));
  const last = new Map(lastOfEach(ends, rootOf).map((entry) => [rootOf(entry), entry.id]));
  for (const entry of ends) {
    const holds = last.get(rootOf(entry));
    if (holds !== undefined && holds !== entry.id) corrections.set(entry.id, holds);
  }
  const later = new Map(
    entries.flatMap(({ id, corrects }) => (corrects === undefined ? [] : [[corrects, id] as const])),
  );
  const earlier = new Map(entries.map(({ id, corrects }) => [id, corrects]));
  // When all versions of an entry are retracted together, the retraction names another entry of the line.
  const along = (line: ReadonlyMap<Id, Id | undefined>, id: Id): Id | undefined => {
    const seen = new Set<Id>();
    for (let at: Id | undefined = id; at !== undefined && !seen.has(at); at = line.get(at)) {
      seen.add(at);
      const found = retractions.get(at);
      if (found !== undefined) return found;
    }
    return undefined;
  };
  return entries.map((entry) => {
    const correctedBy = corrections.get(entry.id);
    const retractedBy = retracted.has(entry.id) ? (along(later, entry.id) ?? along(earlier, entry.id)) : undefined;
    return { ...entry, ...(correctedBy && { correctedBy }), ...(retractedBy && { retractedBy }) };
  });
}
