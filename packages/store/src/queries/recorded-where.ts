import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import { Where } from "../statements/where.ts";

/** Adds the conditions of a filter on what is recorded, for follow-ups `f` of recommendations `r` in reports `p`. */
export function andRecorded(
  where: Where,
  {
    addressee,
    report,
    reportingYear,
    theme,
  }: Pick<RecommendationFilter, "addressee" | "report" | "reportingYear" | "theme">,
): Where {
  return andThemes(
    where
      .andInList("f.addressee_id", addressee)
      .andInList("r.report_id", report)
      .andInNumbers("p.reporting_year", reportingYear),
    theme,
  );
}

/** Adds the condition that recommendations `r` have one of some themes; nothing when none is given. */
export function andThemes(where: Where, themes: readonly string[] | undefined): Where {
  if (themes === undefined) return where;
  const theme = new Where(where.dialect).andInList("t.theme", themes);
  return where.and(
    `EXISTS (SELECT 1 FROM recommendation_theme t WHERE t.recommendation_id = r.id AND ${theme.text})`,
    ...theme.values,
  );
}
