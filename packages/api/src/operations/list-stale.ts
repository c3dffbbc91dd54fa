import { wholeList } from "@heed/core/read-models/all-pages";
import type { Paging } from "@heed/core/read-models/paging";
import { tableOf } from "@heed/core/tables/list-table";
import { staleColumns } from "@heed/core/tables/stale-and-unassessed-columns";
import { z } from "zod";
import { knownAtOf } from "../contract/known-at.ts";
import { filterNamed } from "../contract/named.ts";
import { type Context, operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { asOf, knownAt, organizationNames, paging, reportNames, themes } from "../contract/parameters.ts";
import { StaleList } from "../schemas/follow-up-item.ts";
import { followUpItem } from "../schemas/present.ts";

const query = z.object({
  asOf,
  knownAt,
  responsible: organizationNames("The organization responsible on that day"),
  addressee: organizationNames("The addressee as printed"),
  report: reportNames,
  theme: themes,
  ...paging,
});

export const listStale = operation({
  id: "listStale",
  path: "/stale",
  tag: "overdue",
  summary: "Open follow-ups without a deadline and without an entry for a long time",
  query,
  output: StaleList,
  table: async (context, input) => {
    const filter = await filterOf(context, input);
    const read = (part: Paging) => context.reads.stale(context.reader, filter, part);
    return tableOf(staleColumns, wholeList(read, filter.knownAt), context.language);
  },
  async handle(context, input) {
    const filter = await filterOf(context, input);
    const page = await context.reads.stale(context.reader, filter, pagingOf(input));
    const body = pageBody("/stale", { ...input, asOf: filter.asOf }, page, followUpItem);
    return { body: { ...body, asOf: filter.asOf } };
  },
});

async function filterOf(context: Context, input: z.output<typeof query>) {
  const { responsible, addressee, report, theme } = input;
  return {
    asOf: input.asOf ?? context.today,
    ...(await knownAtOf(context, input.knownAt)),
    ...(await filterNamed(context, { responsible, addressee, report, theme })),
  };
}
