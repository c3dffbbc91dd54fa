import { Day } from "@heed/core";
import {
  FacetCount as CoreFacetCount,
  RecommendationFacet as CoreRecommendationFacet,
} from "@heed/core/read-models/recommendation-facets";
import { z } from "zod";
import { listOf, OrganizationRef, ReportRef } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";
import { operation } from "../contract/operation.ts";
import { address } from "../contract/page.ts";
import { recommendationFilterOf, recommendationFilters } from "../contract/recommendation-filter.ts";
import { organizationRef, reportRef } from "../schemas/present.ts";

const FacetCount = linked(CoreFacetCount, { organization: OrganizationRef.optional(), report: ReportRef.optional() });
const RecommendationFacet = linked(CoreRecommendationFacet, { counts: z.array(FacetCount).readonly() });

export const getRecommendationFacets = operation({
  id: "getRecommendationFacets",
  path: "/recommendationFacets",
  tag: "recommendations",
  summary: "How many of the recommendations that match have each value of the filters",
  description:
    "The same filters as of the list. What is asked of a filter is left out for its own counts, so that each count is the total of the list with this value in its place. Of very many, the first of the list are counted: `countsAtLeast` says so.",
  query: recommendationFilters,
  output: listOf("RecommendationFacetList", RecommendationFacet, { asOf: Day }),
  async handle(context, input) {
    const filter = await recommendationFilterOf(context, input);
    const facets = await context.reads.recommendationFacets(context.reader, filter);
    return {
      body: {
        self: address("/recommendationFacets", { ...input, asOf: filter.asOf }),
        asOf: filter.asOf,
        total: facets.length,
        items: facets.map(({ counts, ...facet }) => ({
          ...facet,
          counts: counts.map(({ organization, report, ...count }) => ({
            ...count,
            ...(organization && { organization: organizationRef(organization) }),
            ...(report && { report: reportRef(report) }),
          })),
        })),
      },
    };
  },
});
