import {
  addMonths,
  type GroupProgress,
  type Instant,
  type ProgressCell,
  type Reader,
  type Settings,
  settingsOn,
} from "@heed/core";
import { searchableName } from "@heed/core/organization/organization";
import type { ProgressFilter } from "@heed/core/read-models/tracker-store";
import type { Sql } from "../../connection/sql.ts";
import { type KnownFollowUp, knownFollowUps } from "./known-follow-ups.ts";

/** The cells of readProgress() by group, by what had been recorded at a moment. */
export async function progressCellsKnownAt(
  sql: Sql,
  reader: Reader,
  filter: ProgressFilter,
  knownAt: Instant,
  settings: Settings,
  spellings: ReadonlyMap<string, string>,
): Promise<Map<string, ProgressCell[]>> {
  const old = addMonths(filter.asOf, -12 * settingsOn(settings, filter.asOf).lookBackYears);
  const shown = new Map([...spellings.values()].map((theme) => [searchableName(theme), theme]));
  const counted = new Map<string, Map<string, ProgressCell>>();
  for await (const known of knownFollowUps(sql, reader, filter, knownAt, settings)) {
    if (known.standing.role === "forInformation") continue;
    const cell = cellOf(known, old);
    const key = JSON.stringify(cell);
    for (const group of groupsOf(known, filter, shown)) {
      const cells = counted.get(group) ?? new Map<string, ProgressCell>();
      counted.set(group, cells);
      cells.set(key, { ...cell, count: (cells.get(key)?.count ?? 0) + 1 });
    }
  }
  return new Map([...counted].map(([group, cells]) => [group, [...cells.values()]]));
}

function cellOf({ case: { report }, standing }: KnownFollowUp, old: string): ProgressCell {
  const { position, reported, assessed, lifecycle, closureReason = null, notCompetentUpheld: upheld } = standing;
  const { responseDue, asOf, singleReader } = standing;
  return {
    position,
    reported,
    assessed,
    lifecycle,
    closureReason,
    upheld,
    singleReader,
    age: report.publishedOn === undefined ? "unknown" : report.publishedOn <= old ? "old" : "young",
    responseTime: responseDue === undefined ? "noDeadline" : responseDue < asOf ? "passed" : "running",
    count: 0,
  };
}

/** A follow-up with several themes is in the group of each; one without a theme is in a group of its own. */
function groupsOf(
  { case: { followUp, recommendation, report }, standing, reportingYear }: KnownFollowUp,
  { groupBy, theme }: ProgressFilter,
  shown: Map<string, string>,
): readonly GroupProgress["group"][] {
  switch (groupBy) {
    case "all":
      return ["all"];
    case "addressee":
      return [followUp.addressee];
    case "responsible":
      return [standing.responsible.organization];
    case "reportingYear":
      return [String(reportingYear)];
    case "report":
      return [report.id];
    case "theme": {
      const own = recommendation.themes.filter((each) => theme === undefined || theme.includes(each));
      return own.length === 0 ? [""] : [...new Set(own.map((each) => shownAs(each, shown)))];
    }
  }
}

/** A theme as it is shown; a spelling that only a version of before has is shown as it is met first. */
function shownAs(theme: string, shown: Map<string, string>): string {
  const key = searchableName(theme);
  const known = shown.get(key) ?? theme;
  shown.set(key, known);
  return known;
}
