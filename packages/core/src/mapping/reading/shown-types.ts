import { type Day, earlier } from "../../time/day.ts";
import type { EntryMapping } from "../entry-mapping.ts";
import type { ShownTypes } from "./import-row.ts";
import { shownOn } from "./map-entry.ts";
import type { RowReading } from "./read-value.ts";

/**
 * The entry types that a row would show, each with its day; the earliest when there are several, so that no silence is
 * dated too late.
 */
export function shownTypesOf(entries: readonly EntryMapping[], reading: RowReading): ShownTypes {
  return entries.reduce<ShownTypes>(
    (shows, each) => earliestShown(shows, { [each.type]: shownOn(each, reading) ?? null }),
    {},
  );
}

/** What is shown in two places of a row, each type with its earliest day; null when one of its days is not known. */
export function earliestShown(shows: ShownTypes = {}, others: ShownTypes = {}): ShownTypes {
  const all = { ...shows };
  for (const [name, day] of Object.entries(others) as [keyof ShownTypes, Day | null][]) {
    const known = all[name];
    all[name] = known === undefined ? day : known && day && earlier(known, day);
  }
  return all;
}

/** Whether the day is known on which something was shown, or was not there. */
export function isDated(shows: ShownTypes = {}): boolean {
  return Object.values(shows).some((day) => day !== null);
}
