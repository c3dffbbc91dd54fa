import { z } from "zod";
import { hrefOf } from "../base-path.ts";
import { operation } from "../operation.ts";
import { pageBody, pagingOf } from "../page.ts";
import { ReportList } from "../schemas/follow-up.ts";
import { paging } from "../schemas/parameters.ts";

export const listReports = operation({
  id: "listReports",
  path: "/reports",
  tag: "reports",
  summary: "The published documents that carry recommendations, the newest reporting year first",
  query: z.object(paging),
  output: ReportList,
  async handle({ reads, reader }, input) {
    const page = await reads.reports(reader, pagingOf(input));
    return {
      body: pageBody("/reports", input, page, ({ issuingBodyName, issuingBody, ...report }) => ({
        ...report,
        href: hrefOf("reports", report.id),
        issuingBody: { id: issuingBody, name: issuingBodyName, href: hrefOf("organizations", issuingBody) },
      })),
    };
  },
});
