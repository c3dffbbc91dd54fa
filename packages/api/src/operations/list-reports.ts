import { allPages } from "@heed/core/read-models/all-pages";
import type { ReportFilter } from "@heed/core/read-models/report-filter";
import { ReportStatus } from "@heed/core/report/report";
import { tableOf } from "@heed/core/tables/list-table";
import { reportColumns } from "@heed/core/tables/register-columns";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { hrefOf } from "../contract/base-path.ts";
import { filterNamed } from "../contract/named.ts";
import { type Context, operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { organizationNames, paging, reportingYears, several } from "../contract/parameters.ts";
import { ReportList } from "../schemas/report.ts";

const filters = z.object({
  reportingYear: reportingYears,
  issuingBody: organizationNames("Who issued it"),
  status: several(ReportStatus, "Whether it is published; drafts are seen by those who keep them"),
});

export const listReports = operation({
  id: "listReports",
  path: "/reports",
  tag: "reports",
  summary: "The published documents that carry recommendations, the newest reporting year first",
  query: filters.extend(paging),
  output: ReportList,
  table: async (context, input) => {
    const { reads, reader, language } = context;
    const filter = await filterOf(context, input);
    const pages = allPages((part) => reads.reports(reader, filter, part));
    return tableOf(reportColumns, pages, language);
  },
  async handle(context, input) {
    const page = await context.reads.reports(context.reader, await filterOf(context, input), pagingOf(input));
    return {
      body: pageBody("/reports", input, page, ({ issuingBodyName, issuingBody, ...report }) => ({
        ...report,
        href: hrefOf("reports", report.id),
        issuingBody: { id: issuingBody, name: issuingBodyName, href: hrefOf("organizations", issuingBody) },
      })),
    };
  },
});

async function filterOf(context: Context, input: z.output<typeof filters>): Promise<ReportFilter> {
  const { reportingYear, issuingBody, status } = input;
  const named = await filterNamed(context, { reportingYear, issuingBody });
  return withoutAbsent({ ...named, status });
}
