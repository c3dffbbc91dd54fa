import { Instant } from "@heed/core";
import { wholeList } from "@heed/core/read-models/all-pages";
import type { FollowUpFilter } from "@heed/core/read-models/follow-up-filter";
import type { Paging } from "@heed/core/read-models/paging";
import { tableOf } from "@heed/core/tables/list-table";
import { listedFollowUpColumns } from "@heed/core/tables/listed-follow-up-columns";
import { Day } from "@heed/core/time/day";
import { z } from "zod";
import { changedSinceOf } from "../contract/known-at.ts";
import { type Context, operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { pagingByCursor } from "../contract/parameters.ts";
import { recommendationFilterOf, recommendationFilters } from "../contract/recommendation-filter.ts";
import { ListedFollowUpList } from "../schemas/follow-up-item.ts";
import { listedFollowUp } from "../schemas/present.ts";

const filters = recommendationFilters.omit({ undecided: true, withoutAddressee: true }).extend({
  open: z.boolean().optional().describe("Not closed; false asks for what is closed."),
  changedSince: z
    .union([Instant, Day])
    .optional()
    .describe("Has an entry that was recorded at that moment or later; a bare day means its beginning."),
});

export const listFollowUps = operation({
  id: "listFollowUps",
  path: "/followUps",
  tag: "followUps",
  summary: "What each addressee owes for each recommendation, and how it stands, in the order of the recommendations",
  query: filters.extend(pagingByCursor),
  output: ListedFollowUpList,
  table: async (context, input) => {
    const filter = await filterOf(context, input);
    const read = (part: Paging) => context.reads.followUps(context.reader, filter, part);
    return tableOf(listedFollowUpColumns, wholeList(read, filter.knownAt), context.language);
  },
  async handle(context, input) {
    const filter = await filterOf(context, input);
    const page = await context.reads.followUps(context.reader, filter, pagingOf(input));
    const body = pageBody("/followUps", { ...input, asOf: filter.asOf }, page, listedFollowUp);
    return { body: { ...body, asOf: filter.asOf } };
  },
});

const openStates = ["open", "pendingVerification"] as const;

async function filterOf(context: Context, input: z.output<typeof filters>): Promise<FollowUpFilter> {
  const { open, changedSince, lifecycle, ...asked } = filters.parse(input);
  const states = open === undefined ? undefined : open ? openStates : (["closed"] as const);
  const both =
    states === undefined ? lifecycle : (lifecycle ?? states).filter((each) => states.some((one) => one === each));
  return {
    ...(await recommendationFilterOf(context, asked)),
    ...(both && { lifecycle: both }),
    ...(await changedSinceOf(context, changedSince)),
  };
}
