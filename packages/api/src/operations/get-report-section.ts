import { hrefOf } from "../contract/base-path.ts";
import { operation } from "../contract/operation.ts";
import { idParameter } from "../contract/parameters.ts";
import { notFound } from "../contract/problem.ts";
import { restsOnItOf } from "../schemas/ground.ts";
import { ReportSectionDetail } from "../schemas/report-section.ts";

export const getReportSection = operation({
  id: "getReportSection",
  path: "/reportSections/{id}",
  tag: "reports",
  summary: "One part of what a report says; its tag is for the next If-Match",
  params: idParameter,
  output: ReportSectionDetail,
  async handle({ reads, reader, today }, { id }) {
    const detail = await reads.reportSection(reader, id);
    const found = detail && (await reads.report(reader, detail.section.report));
    if (detail === undefined || found === undefined) throw notFound("report section", id);
    const { section, version, formerVersions } = detail;
    const { report } = found;
    return {
      version,
      body: {
        ...section,
        href: hrefOf("reportSections", id),
        version,
        report: { id: report.id, reference: report.reference, href: hrefOf("reports", report.id) },
        restsOnIt: await restsOnItOf(reads, reader, { section: id }, today),
        ...(formerVersions.length > 0 && { formerVersions }),
      },
    };
  },
});
