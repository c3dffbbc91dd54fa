import { z } from "zod";
import { OrganizationRef } from "./organization-ref.ts";
import type { RecommendationFilter } from "./recommendation-filter.ts";
import { ReportRef } from "./report-ref.ts";

/** By what the recommendations that were found are counted: each is a filter of their list. */
export const FacetName = z
  .enum([
    "reportingYear",
    "report",
    "addressee",
    "responsible",
    "theme",
    "position",
    "reported",
    "assessed",
    "lifecycle",
  ] satisfies (keyof RecommendationFilter)[])
  .meta({ id: "FacetName", description: "A filter by whose values recommendations are counted." });
export type FacetName = z.infer<typeof FacetName>;

export const FacetCount = z
  .strictObject({
    value: z
      .string()
      .describe("What the filter asks for: a year, the id of a report or an organization, a theme, or a code."),
    count: z.int().describe("The recommendations that the list has with this value of the filter."),
    organization: OrganizationRef.optional(),
    report: ReportRef.optional(),
  })
  .meta({ id: "FacetCount", description: "How many recommendations have a value." });
export type FacetCount = z.infer<typeof FacetCount>;

/** The values of one filter with their counts. What the filter itself asks for is left out, so that others can be chosen. */
export const RecommendationFacet = z
  .strictObject({
    facet: FacetName,
    countsAtLeast: z
      .boolean()
      .describe("So many were found that only the first of the list are counted: each count may be higher."),
    counts: z.array(FacetCount).readonly().describe("At most 100, those with the most recommendations."),
    otherValues: z.int().describe("How many more values were found."),
  })
  .meta({ id: "RecommendationFacet", description: "How many of the recommendations that were found have each value." });
export type RecommendationFacet = z.infer<typeof RecommendationFacet>;
