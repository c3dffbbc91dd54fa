import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import type { Sql } from "../../connection/sql.ts";
import { inList } from "../../statements/in-list.ts";
import { placesOfReport, placesOfYear } from "../../tables/place.ts";

/** Places from the first to before the end: those of a report, or of a reporting year (docs/decisions/0045). */
export type PlaceRange = { from: number; end: number };

/**
 * The ranges in which the recommendations of some reports and reporting years lie, in order; undefined when neither is
 * filtered.
 */
export async function placeRanges(
  sql: Sql,
  { report, reportingYear }: Pick<RecommendationFilter, "report" | "reportingYear">,
): Promise<PlaceRange[] | undefined> {
  if (report === undefined)
    return (
      reportingYear &&
      inOrder(new Set(reportingYear)).map((year) => rangeFrom((9999 - year) * placesOfYear, placesOfYear))
    );
  const rows = await sql.all<{ number: number; year: number }>(
    `SELECT n.number, p.reporting_year AS year FROM report p JOIN report_number n ON n.report_id = p.id
     WHERE ${inList(sql, "p.id")}`,
    [JSON.stringify(report)],
  );
  return rows
    .filter(({ year }) => reportingYear === undefined || reportingYear.includes(year))
    .map(rangeOfReport)
    .sort((one, other) => one.from - other.from);
}

/** The places of a report by its number and reporting year. */
export function rangeOfReport({ number, year }: { number: number; year: number }): PlaceRange {
  return rangeFrom((9999 - year) * placesOfYear + number * placesOfReport, placesOfReport);
}

function rangeFrom(from: number, length: number): PlaceRange {
  return { from, end: from + length };
}

/** The newest year first, as lists go. */
function inOrder(years: ReadonlySet<number>): number[] {
  return [...years].sort((one, other) => other - one);
}
