import type { Day } from "../time/day.ts";
import type { Precision } from "../time/due-date.ts";
import { dateText } from "../time/shown-date.ts";
import { readerLanguage } from "../wording/reader-language.ts";

/** A date that is known only to its month or year is shown so, never as a day (D9); nothing where there is none. */
export function shownDay(on: Day | undefined, precision: Precision | undefined, language: string | undefined): string {
  return on === undefined ? "" : dateText(on, precision, readerLanguage(language));
}
