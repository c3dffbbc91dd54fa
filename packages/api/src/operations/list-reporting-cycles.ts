import { cycleColumns, cycleRows } from "@heed/core/tables/cycle-columns";
import { tableOf } from "@heed/core/tables/list-table";
import { z } from "zod";
import { listOf, ReportingCycle } from "../contract/common.ts";
import { operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { paging } from "../contract/parameters.ts";

export const listReportingCycles = operation({
  id: "listReportingCycles",
  path: "/reportingCycles",
  tag: "reports",
  summary: "The reporting cycles of the issuing bodies",
  query: z.object(paging),
  output: listOf("ReportingCycleList", ReportingCycle),
  sameForAll: true,
  table: async ({ reads, language }) => tableOf(cycleColumns, cycleRows(reads), language),
  async handle({ reads }, input) {
    const page = await reads.reportingCycles(pagingOf(input));
    return { body: pageBody("/reportingCycles", input, page, (cycle) => cycle) };
  },
});
