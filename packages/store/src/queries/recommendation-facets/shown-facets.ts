import { AssessedLevel, Lifecycle, Position, ReportedLevel } from "@heed/core";
import { type FacetCount, FacetName, type RecommendationFacet } from "@heed/core/read-models/recommendation-facets";
import type { ReportRef } from "@heed/core/read-models/report-ref";
import type { Sql } from "../../connection/sql.ts";
import { inNumbers } from "../../statements/in-list.ts";
import { byBytes } from "../../tables/follow-up-digest.ts";
import { organizationRefs } from "../organization-refs.ts";
import type { CountedValues, ValueCount } from "./count-values.ts";

/** Beyond these a reader names what to look for. */
const mostValues = 100;

/** The facets with what lists show of their values: the most frequent first, years from the newest, codes in their own order. */
export async function shownFacets(
  sql: Sql,
  counted: ReadonlyMap<FacetName, CountedValues>,
): Promise<readonly RecommendationFacet[]> {
  const facets = FacetName.options.map((facet) => {
    const { counts = [], isAll = true } = counted.get(facet) ?? {};
    const own = counts.filter((each) => each.facet === facet).sort(orderOf(facet));
    return { facet, isAll, counts: own.slice(0, mostValues), otherValues: Math.max(0, own.length - mostValues) };
  });
  const valuesOf = (...names: FacetName[]) =>
    facets.flatMap(({ facet, counts }) => (names.includes(facet) ? counts.map(({ value }) => value) : []));
  const [reports, organizations] = await Promise.all([
    reportsNumbered(sql, valuesOf("report")),
    organizationRefs(sql, valuesOf("addressee", "responsible")),
  ]);
  const shown = ({ facet, value, count }: ValueCount): FacetCount => {
    if (facet === "addressee" || facet === "responsible")
      return { value, count, organization: organizations.get(value) };
    const report = facet === "report" ? reports.get(value) : undefined;
    return report === undefined ? { value, count } : { value: report.id, count, report };
  };
  return facets.map(({ facet, isAll, counts, otherValues }) => ({
    ...{ facet, countsAtLeast: !isAll, counts: counts.map(shown), otherValues },
  }));
}

const codes: Partial<Record<FacetName, readonly string[]>> = {
  position: Position.options,
  reported: ReportedLevel.options,
  assessed: AssessedLevel.options,
  lifecycle: Lifecycle.options,
};

function orderOf(facet: FacetName): (one: ValueCount, other: ValueCount) => number {
  const own = codes[facet];
  if (own !== undefined) return (one, other) => own.indexOf(one.value) - own.indexOf(other.value);
  if (facet === "reportingYear") return (one, other) => Number(other.value) - Number(one.value);
  return (one, other) => other.count - one.count || byBytes(one.value, other.value);
}

async function reportsNumbered(sql: Sql, numbers: readonly string[]): Promise<ReadonlyMap<string, ReportRef>> {
  const rows = await sql.all<{ number: number; id: string; reference: string; reportingYear: number }>(
    `SELECT n.number, p.id, p.reference, p.reporting_year AS "reportingYear"
     FROM report_number n JOIN report p ON p.id = n.report_id WHERE ${inNumbers(sql, "n.number")}`,
    [`[${numbers.join(",")}]`],
  );
  return new Map(
    rows.map(({ number, id, reference, reportingYear }) => [String(number), { id, reference, reportingYear }]),
  );
}
