import { AssessedLevel, Lifecycle, Position, ReportedLevel } from "@heed/core";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import { ShortText } from "@heed/core/text/bounded-text";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { knownAtOf } from "./known-at.ts";
import { filterNamed } from "./named.ts";
import type { Context } from "./operation.ts";
import { asOf, knownAt, organizationNames, reportingYears, reportNames, several, themes } from "./parameters.ts";

/** The parameters of what is found among recommendations. */
export const recommendationFilters = z.object({
  asOf,
  knownAt,
  q: ShortText.min(1)
    .max(200)
    .optional()
    .describe("Whole words of the reference, the title or the text, in any language; accents and case do not matter."),
  reference: several(ShortText.min(1), "The reference"),
  report: reportNames,
  reportingYear: reportingYears,
  theme: themes,
  addressee: organizationNames("The addressee as printed"),
  responsible: organizationNames("The organization responsible on that day"),
  position: several(Position, "The addressee's position"),
  reported: several(ReportedLevel, "The level that the addressee reports"),
  assessed: several(
    AssessedLevel,
    "The level that the issuing body finds for an addressee; a level that it set on a recommendation with parts is no finding (R4)",
  ),
  lifecycle: several(Lifecycle, "Is it still followed"),
  divergent: z.boolean().optional().describe("A claim, and a finding below it."),
  unverified: z.boolean().optional().describe("A claim without a finding."),
  longOutstanding: z.boolean().optional().describe("Not closed, owing, and first asked five years ago or more (D8)."),
  acceptanceWithdrawn: z
    .boolean()
    .optional()
    .describe(
      "The addressee declines what it had accepted, or accepted again and missed a date that has no other in its place (D25, D26).",
    ),
  undecided: z.boolean().optional().describe("Waits for an editor's decision on a successor (R14)."),
  withoutAddressee: z.boolean().optional().describe("Nobody owes anything for it."),
});

/** Errors: a 400 for a name that nothing has. */
export async function recommendationFilterOf(
  context: Context,
  input: z.output<typeof recommendationFilters>,
): Promise<RecommendationFilter> {
  const { asOf: asked, knownAt: moment, ...filter } = recommendationFilters.parse(input);
  const given = withoutAbsent({ ...filter, ...(await filterNamed(context, filter)) });
  return { ...given, ...(await knownAtOf(context, moment)), asOf: asked ?? context.today };
}
