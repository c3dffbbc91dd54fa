import { DomainError } from "../domain-error.ts";
import { Day } from "../time/day.ts";
import { readDay } from "../time/read-day.ts";
import { readDate } from "./date-value.ts";
import type { EditionMapping } from "./edition-mapping.ts";
import type { Mapping } from "./mapping.ts";
import { isConstant } from "./value.ts";

/** The day of an edition when it is known, and the day on which it is imported, which is never earlier. */
export type Edition = { day?: Day; takenOn: Day };

/**
 * The day of an edition: the given one, or else from the name of its file, or else the only `knownBy` that the mapping
 * gives as a date. Undefined when none of them tells it. Errors: invalidInput for a given text that is not a day.
 */
export function editionDay(mapping: Mapping, fileName: string, given?: string): Day | undefined {
  if (given === undefined) return mapping.edition === undefined ? dayIn(mapping) : dayInName(mapping.edition, fileName);
  const day = Day.safeParse(given);
  if (day.success) return day.data;
  throw new DomainError("invalidInput", "the edition's day is no day", [
    { name: "edition-day", value: given, detail: "is not written yyyy-MM-dd, or is not a day of the calendar" },
  ]);
}

function dayInName({ inFileName, format }: EditionMapping, fileName: string): Day | undefined {
  const match = inFileName.exec(fileName);
  const text = match?.[1] ?? match?.[0];
  const read = text === undefined ? undefined : readDay(text, format);
  return read && "on" in read && read.precision === "day" ? read.on : undefined;
}

function dayIn({ addressees, onto }: Mapping): Day | undefined {
  const entries = [...addressees.flatMap((each) => each.entries), ...(onto?.entries ?? [])];
  const days = entries.flatMap(({ knownBy }) => {
    const read = knownBy && isConstant(knownBy) && readDate(knownBy.parts.join(""), knownBy);
    return read && "on" in read ? [read.on] : [];
  });
  return new Set(days).size === 1 ? days[0] : undefined;
}
