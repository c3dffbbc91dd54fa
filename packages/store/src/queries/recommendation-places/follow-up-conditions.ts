import type { Settings } from "@heed/core";
import { latestLongOutstanding } from "@heed/core/follow-up/standing/outstanding";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import type { Sql } from "../../connection/sql.ts";
import { Where } from "../../statements/where.ts";
import { andResponsibleIn } from "../responsible/responsible.ts";
import type { Part } from "./part.ts";

/** A filter of recommendations, or of follow-ups of which a query tells the ids. */
export type PlacesFilter = RecommendationFilter & { among?: Part };

/** Whether a filter asks anything of follow-ups. */
export function asksFollowUps(filter: PlacesFilter): boolean {
  const {
    asOf: _,
    knownAt: __,
    q: ___,
    reference,
    report,
    reportingYear,
    theme,
    undecided,
    withoutAddressee,
    ...others
  } = filter;
  return Object.values(others).some((each) => each !== undefined);
}

/** What is asked of the period of standing `s` on the day: all of it must hold for one and the same follow-up. */
export function followUpConditions(sql: Sql, filter: PlacesFilter, settings: Settings): Where {
  const where = new Where(sql.dialect)
    .andInList("s.addressee_id", filter.addressee)
    .andInList("s.position", filter.position)
    .andInList("s.reported", filter.reported)
    .andInList("s.assessed", filter.assessed)
    .andInList("s.lifecycle", filter.lifecycle);
  if (filter.among !== undefined) where.and(`s.follow_up_id IN (${filter.among.text})`, ...filter.among.values);
  // Written out, so that the indexes of those alone are found.
  if (filter.divergent !== undefined) where.and(`s.divergent = ${Number(filter.divergent)}`);
  if (filter.unverified !== undefined) where.and(`s.unverified = ${Number(filter.unverified)}`);
  if (filter.acceptanceWithdrawn !== undefined)
    where.and(`s.acceptance_withdrawn_on IS ${filter.acceptanceWithdrawn ? "NOT " : ""}NULL`);
  if (filter.longOutstanding === true)
    where.and(
      "s.lifecycle <> 'closed' AND s.role <> 'forInformation' AND s.first_asked IS NOT NULL AND s.first_asked <= ?",
      latestLongOutstanding(filter.asOf, settings),
    );
  if (filter.longOutstanding === false)
    where.and(
      "s.lifecycle = 'closed' OR s.role = 'forInformation' OR s.first_asked IS NULL OR s.first_asked > ?",
      latestLongOutstanding(filter.asOf, settings),
    );
  return andResponsibleIn(where, "s", "'addressee'", filter);
}
