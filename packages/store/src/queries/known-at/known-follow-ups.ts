import {
  type FollowUpCase,
  type Id,
  type Instant,
  type Reader,
  type Responsible,
  type Settings,
  type Standing,
  standing,
} from "@heed/core";
import type { OverdueFilter, RecommendationFilter } from "@heed/core/read-models/tracker-store";
import { visibleTo } from "../../access/visibility.ts";
import type { Sql } from "../../connection/sql.ts";
import { reportsAsKnown } from "../../derived/as-known.ts";
import { loadCases } from "../../derived/load-cases.ts";
import { Where } from "../../statements/where.ts";

export type KnownFollowUp = { case: FollowUpCase; standing: Standing; reportingYear: number };

type Filter = Pick<OverdueFilter, "asOf" | "addressee" | "report" | "theme"> &
  Pick<RecommendationFilter, "reportingYear">;

const followUpsPerPage = 1000;

/**
 * The follow-ups that had been recorded by a moment, in the order of their ids, with their standing on a day by what
 * was known then (D16). No projections are used, and at most a thousand follow-ups are in memory.
 */
export async function* knownFollowUps(
  sql: Sql,
  reader: Reader,
  filter: Filter,
  knownAt: Instant,
  settings: Settings,
): AsyncIterable<KnownFollowUp> {
  const where = visibleTo(reader, new Where(sql.dialect), "p")
    .and("f.recorded_at <= ?", knownAt)
    .andInList("f.addressee_id", filter.addressee)
    .andInList("r.report_id", filter.report);
  let after: Id | undefined = "";
  while (after !== undefined) {
    const rows: { id: Id; reportingYear: number }[] = await sql.all(
      `SELECT f.id, p.reporting_year AS "reportingYear"
       FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id 
         JOIN ${reportsAsKnown(sql.dialect)} p ON p.id = r.report_id
       WHERE f.id > ? AND ${where.text} ORDER BY f.id LIMIT ${followUpsPerPage}`,
      [knownAt, knownAt, after, ...where.values],
    );
    const years = new Map(rows.map(({ id, reportingYear }) => [id, reportingYear]));
    for await (const cases of loadCases(sql, [...years.keys()], { knownAt }))
      for (const each of cases) {
        const reportingYear = years.get(each.followUp.id) ?? 0;
        if (filter.reportingYear !== undefined && !filter.reportingYear.includes(reportingYear)) continue;
        if (filter.theme !== undefined && !filter.theme.some((theme) => each.recommendation.themes.includes(theme)))
          continue;
        const derived = standing(each, filter.asOf, settings);
        if (derived !== undefined) yield { case: each, standing: derived, reportingYear };
      }
    after = rows.at(-1)?.id;
  }
}

/** Whether one of the organizations is responsible, or is a candidate while nobody has decided (R41). */
export function answeredByOneOf(
  { organization, candidates }: Responsible,
  organizations: readonly Id[] | undefined,
): boolean {
  return (
    organizations === undefined || organizations.some((each) => each === organization || candidates.includes(each))
  );
}
