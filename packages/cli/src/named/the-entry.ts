import type { Id } from "@heed/core";
import { seeingDrafts, type Tracker } from "../process/tracker.ts";
import { onlyOf } from "./whole-id.ts";

/** With fewer signs nobody means one entry. */
const fewest = 4;

/** The ids of all entries of a follow-up. */
export async function entryIds(tracker: Tracker, followUp: Id): Promise<readonly Id[]> {
  const { reads, reader, today } = seeingDrafts(tracker, true);
  return (await reads.followUp(reader, followUp, today))?.case.entries.map(({ id }) => id) ?? [];
}

/**
 * The id of which a text is the beginning, among those that can be meant; the text itself where it is the beginning of none.
 * Errors: ambiguousReference, with each that begins so.
 */
export function entryAmong(ids: readonly Id[], text: string, option: string): string {
  if (ids.includes(text) || text.length < fewest) return text;
  const found = ids.filter((id) => id.startsWith(text)).map((id) => ({ id, name: "it begins so" }));
  return onlyOf(found, text, option) ?? text;
}
