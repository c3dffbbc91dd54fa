import { wholeList } from "@heed/core/read-models/all-pages";
import type { Paging } from "@heed/core/read-models/paging";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import { tableOf } from "@heed/core/tables/list-table";
import {
  type RecommendationRow,
  recommendationColumns,
  recommendationRows,
} from "@heed/core/tables/recommendation-columns";
import { operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { paging } from "../contract/parameters.ts";
import { recommendationFilterOf, recommendationFilters } from "../contract/recommendation-filter.ts";
import { recommendationSummary } from "../schemas/present.ts";
import { RecommendationList } from "../schemas/recommendation.ts";

export const listRecommendations = operation({
  id: "listRecommendations",
  path: "/recommendations",
  tag: "recommendations",
  summary: "Recommendations that match, the newest reporting year first",
  query: recommendationFilters.extend(paging),
  output: RecommendationList,
  table: async (context, input) => {
    const filter = await recommendationFilterOf(context, input);
    const read = (part: Paging) => context.reads.recommendations(context.reader, filter, part);
    return tableOf(recommendationColumns, rowsOf(wholeList(read, filter.knownAt)), context.language);
  },
  async handle(context, input) {
    const filter = await recommendationFilterOf(context, input);
    const page = await context.reads.recommendations(context.reader, filter, pagingOf(input));
    const day = filter.asOf;
    return {
      body: { ...pageBody("/recommendations", { ...input, asOf: day }, page, recommendationSummary), asOf: day },
    };
  },
});

async function* rowsOf(pages: AsyncIterable<readonly RecommendationSummary[]>): AsyncGenerator<RecommendationRow[]> {
  for await (const items of pages) yield recommendationRows(items);
}
