import { earlier } from "../time/day.ts";
import type { EntryMapping } from "./entry-mapping.ts";
import type { Shows } from "./import-row.ts";
import { shownOn } from "./map-entry.ts";
import type { RowReading } from "./read-value.ts";

/** Which types of entry a row would show, and on which day; of several days the earliest, so that no silence is dated too late. */
export function showsOf(entries: readonly EntryMapping[], reading: RowReading): Shows {
  const shows: Shows = {};
  for (const each of entries) {
    const [known, day] = [shows[each.type], shownOn(each, reading) ?? null];
    shows[each.type] = known === undefined ? day : known && day && earlier(known, day);
  }
  return shows;
}
