import type { RecordFile } from "@heed/core";
import { inUtc } from "../../tables/entry-rows.ts";
import type { RecordIntake } from "./record-intake.ts";

const detail = "tells a moment after the import at which it was recorded: until then it counts as not known";

/** Warns of each thing of the file that says to be recorded in the future: a reader of today has it, and `knownAt` of today has not. */
export function warnOfRecordedAfterImport(intake: RecordIntake, record: RecordFile): void {
  for (const [list, things] of Object.entries(record))
    if (Array.isArray(things))
      for (const [at, thing] of things.entries()) warnIn(intake, `${list} ${nameOf(thing, at)}`, thing);
}

/** `thing`: one of a list of the file, with the entries, former versions and withdrawals in it. */
function warnIn(intake: RecordIntake, place: string, thing: object): void {
  for (const [key, value] of Object.entries(thing)) {
    if (/^(recorded|withdrawn|replaced)At$/.test(key)) {
      if (typeof value === "string" && inUtc(value) > intake.at) intake.warn(detail, { name: place, value, detail });
    } else if (Array.isArray(value))
      for (const [at, each] of value.entries())
        if (typeof each === "object" && each !== null) warnIn(intake, `${place}, ${key} ${nameOf(each, at)}`, each);
  }
}

function nameOf(thing: object, at: number): string {
  return "id" in thing ? String(thing.id) : `[${at}]`;
}
