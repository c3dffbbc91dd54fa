import type { Day } from "../time/day.ts";
import { dateText, firstDayOf } from "../time/shown-date.ts";
import type { Report } from "./report.ts";

type Published = Pick<Report, "publishedOn" | "publishedOnPrecision">;

/** The first day on which a report may have been published; undefined when nothing is known of it. */
export function publishedFrom({ publishedOn, publishedOnPrecision }: Published): Day | undefined {
  return publishedOn && firstDayOf(publishedOn, publishedOnPrecision);
}

/** "the report was published on 2024-03-17", or "in 2024" when only the year is known. */
export function publicationText({ publishedOn, publishedOnPrecision = "day" }: Published): string {
  const word = publishedOnPrecision === "day" ? "on" : "in";
  return `the report was published ${word} ${dateText(publishedOn ?? "", publishedOnPrecision)}`;
}
