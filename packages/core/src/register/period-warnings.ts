import type { Issue } from "../domain-error.ts";
import type { Report } from "../report/report.ts";
import { startDay } from "../report/start-day.ts";

/** D1: the response period of a published report runs from an event whose day is not given, so no response is due. */
export function periodWarnings(report: Report): Issue[] {
  const { status, responsePeriod } = report;
  if (status !== "published" || responsePeriod === undefined || responsePeriod === "none") return [];
  const { from } = responsePeriod;
  if (from === "publication" || report[startDay[from]] !== undefined) return [];
  return [
    {
      name: "responsePeriod.from",
      value: from,
      detail: `the day of that is not given, and no response is due until it is: correct the report with ${startDay[from]}`,
    },
  ];
}
