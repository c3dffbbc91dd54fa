import { dayOf } from "@heed/core";
import { firstPossibleDay } from "@heed/core/mapping/reading/map-entry";
import type { PlacedEntry } from "./new-entries.ts";
import type { RecordIntake } from "./record-intake.ts";

/** Warns of what was given on a day after the import: it is often a mistake of a digit. */
export function warnOfGivenAfterImport(intake: RecordIntake, entries: readonly PlacedEntry[]): void {
  const today = dayOf(intake.run.settings, intake.run.at);
  for (const { followUp, entry } of entries) {
    const day = firstPossibleDay(entry);
    const detail = `the ${entry.type} is given on a day after the import`;
    if (day !== undefined && day > today)
      intake.warn(detail, { name: `followUps ${followUp}, entries`, value: `${entry.id}, ${day}`, detail });
  }
}
