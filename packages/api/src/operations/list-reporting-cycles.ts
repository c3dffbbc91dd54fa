import { z } from "zod";
import { operation } from "../operation.ts";
import { pageBody, pagingOf } from "../page.ts";
import { listOf, ReportingCycle } from "../schemas/common.ts";
import { paging } from "../schemas/parameters.ts";

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
