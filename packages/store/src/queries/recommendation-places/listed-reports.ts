import type { Reader } from "@heed/core";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import { visibleTo } from "../../access/visibility.ts";
import type { Sql } from "../../connection/sql.ts";
import { Where } from "../../statements/where.ts";

/** The conditions for the reports `p` that a list finds on a day, by what it asks of reports. */
export function listedReports(
  { dialect }: Pick<Sql, "dialect">,
  reader: Reader,
  { asOf, report, reportingYear }: Pick<RecommendationFilter, "asOf" | "report" | "reportingYear">,
): Where {
  return visibleTo(reader, new Where(dialect), "p")
    .and("p.published_from IS NULL OR p.published_from <= ?", asOf)
    .andInList("p.id", report)
    .andInNumbers("p.reporting_year", reportingYear);
}
