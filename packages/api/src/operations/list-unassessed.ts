import { wholeList } from "@heed/core/read-models/all-pages";
import type { Paging } from "@heed/core/read-models/paging";
import { tableOf } from "@heed/core/tables/list-table";
import { unassessedColumns } from "@heed/core/tables/stale-and-unassessed-columns";
import { z } from "zod";
import { knownAtOf } from "../contract/known-at.ts";
import { theCycle } from "../contract/named.ts";
import { operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { asOf, idParameter, knownAt, paging } from "../contract/parameters.ts";
import { UnassessedList } from "../schemas/follow-up-item.ts";
import { followUpItem } from "../schemas/present.ts";

export const listUnassessed = operation({
  id: "listUnassessed",
  path: "/reportingCycles/{id}/unassessed",
  tag: "reports",
  summary: "What the cycle selected for assessment and the issuing body has not assessed on a day",
  params: idParameter,
  query: z.object({ asOf, knownAt, ...paging }),
  output: UnassessedList,
  table: async (context, { id: named, ...input }) => {
    const id = await theCycle(context.reads, named);
    const asked = { asOf: input.asOf ?? context.today, ...(await knownAtOf(context, input.knownAt)) };
    const read = (part: Paging) => context.reads.unassessed(context.reader, id, asked, part);
    return tableOf(unassessedColumns, wholeList(read, input.knownAt), context.language);
  },
  async handle(context, { id: named, ...input }) {
    const id = await theCycle(context.reads, named);
    const day = input.asOf ?? context.today;
    const asked = { asOf: day, ...(await knownAtOf(context, input.knownAt)) };
    const page = await context.reads.unassessed(context.reader, id, asked, pagingOf(input));
    const path = `/reportingCycles/${encodeURIComponent(named)}/unassessed`;
    const body = pageBody(path, { ...input, asOf: day }, page, followUpItem);
    return { body: { ...body, asOf: day } };
  },
});
