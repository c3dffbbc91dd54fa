import type { Settings } from "../../settings/settings.ts";
import type { Day } from "../../time/day.ts";
import type { Entry } from "../entries/entry.ts";
import { liveEntries } from "../entries/live-entries.ts";
import type { Level } from "../levels.ts";
import { joinConflicts } from "../replay/findings.ts";

/** What was said for one reporting year: by the addressee, and by the issuing body. */
export type YearLevels = { reportingYear: number; reported?: Level; assessed?: Level };

/** The levels of both sides year by year, as given by a day: for each year the level of the latest situation (D17). */
export function yearLevels(entries: readonly Entry[], asOf: Day, settings: Settings): YearLevels[] {
  const years = new Map<number, YearLevels>();
  const situations = new Map<string, Day>();
  for (const { entry, from } of joinConflicts(liveEntries(entries, settings))) {
    if ((entry.type !== "progressUpdate" && entry.type !== "assessment") || from > asOf) continue;
    const voice = entry.type === "assessment" ? "assessed" : "reported";
    const known = situations.get(`${voice} ${entry.reportingYear}`);
    if (entry.level === undefined || (known !== undefined && entry.asOf < known)) continue;
    situations.set(`${voice} ${entry.reportingYear}`, entry.asOf);
    const { reportingYear } = entry;
    years.set(reportingYear, { ...years.get(reportingYear), reportingYear, [voice]: entry.level });
  }
  return [...years.values()].sort((a, b) => a.reportingYear - b.reportingYear);
}
