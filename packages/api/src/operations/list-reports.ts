import { allPages } from "@heed/core/read-models/all-pages";
import { tableOf } from "@heed/core/tables/list-table";
import { reportColumns } from "@heed/core/tables/register-columns";
import { z } from "zod";
import { hrefOf } from "../contract/base-path.ts";
import { operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { paging } from "../contract/parameters.ts";
import { ReportList } from "../schemas/report.ts";

export const listReports = operation({
  id: "listReports",
  path: "/reports",
  tag: "reports",
  summary: "The published documents that carry recommendations, the newest reporting year first",
  query: z.object(paging),
  output: ReportList,
  table: async ({ reads, reader, language }) =>
    tableOf(
      reportColumns,
      allPages((part) => reads.reports(reader, part)),
      language,
    ),
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
