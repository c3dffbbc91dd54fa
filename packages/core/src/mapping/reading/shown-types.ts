import { earlier } from "../../time/day.ts";
import type { EntryMapping } from "../entry-mapping.ts";
import type { ShownTypes } from "./import-row.ts";
import { shownOn } from "./map-entry.ts";
import type { RowReading } from "./read-value.ts";

/**
 * The entry types that a row would show, each with its day; the earliest when there are several, so that no silence is
 * dated too late.
 */
export function shownTypesOf(entries: readonly EntryMapping[], reading: RowReading): ShownTypes {
  const shows: ShownTypes = {};
  for (const each of entries) {
    const [known, day] = [shows[each.type], shownOn(each, reading) ?? null];
    shows[each.type] = known === undefined ? day : known && day && earlier(known, day);
  }
  return shows;
}
