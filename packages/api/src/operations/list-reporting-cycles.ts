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
  async handle({ reads }, input) {
    const page = await reads.reportingCycles(pagingOf(input));
    return { body: pageBody("/reportingCycles", input, page, (cycle) => cycle) };
  },
});
