import { AssessedLevel, Lifecycle, Position, ReportedLevel } from "@heed/core";
import { wholeList } from "@heed/core/read-models/all-pages";
import type { Paging } from "@heed/core/read-models/paging";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import { tableOf } from "@heed/core/tables/list-table";
import {
  type RecommendationRow,
  recommendationColumns,
  recommendationRows,
} from "@heed/core/tables/recommendation-columns";
import { ShortText } from "@heed/core/text/bounded-text";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { knownAtOf } from "../contract/known-at.ts";
import { filterNamed } from "../contract/named.ts";
import { type Context, operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import {
  asOf,
  knownAt,
  organizationNames,
  paging,
  reportingYears,
  reportNames,
  several,
  themes,
} from "../contract/parameters.ts";
import { recommendationSummary } from "../schemas/present.ts";
import { RecommendationList } from "../schemas/recommendation.ts";

const filters = z.object({
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

export const listRecommendations = operation({
  id: "listRecommendations",
  path: "/recommendations",
  tag: "recommendations",
  summary: "Recommendations that match, the newest reporting year first",
  query: filters.extend(paging),
  output: RecommendationList,
  table: async (context, input) => {
    const filter = await filterOf(context, input);
    const read = (part: Paging) => context.reads.recommendations(context.reader, filter, part);
    return tableOf(recommendationColumns, rowsOf(wholeList(read, filter.knownAt)), context.language);
  },
  async handle(context, input) {
    const filter = await filterOf(context, input);
    const page = await context.reads.recommendations(context.reader, filter, pagingOf(input));
    const day = filter.asOf;
    return {
      body: { ...pageBody("/recommendations", { ...input, asOf: day }, page, recommendationSummary), asOf: day },
    };
  },
});

async function filterOf(context: Context, input: z.output<typeof filters>): Promise<RecommendationFilter> {
  const { asOf: asked, knownAt: moment, ...filter } = filters.parse(input);
  const given = withoutAbsent({ ...filter, ...(await filterNamed(context, filter)) });
  return { ...given, ...(await knownAtOf(context, moment)), asOf: asked ?? context.today };
}

async function* rowsOf(pages: AsyncIterable<readonly RecommendationSummary[]>): AsyncGenerator<RecommendationRow[]> {
  for await (const items of pages) yield recommendationRows(items);
}
