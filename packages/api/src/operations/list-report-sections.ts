import type { SectionFilter } from "@heed/core/read-models/section-filter";
import { SectionState } from "@heed/core/report-section/report-section";
import { ShortText } from "@heed/core/text/bounded-text";
import { withoutAbsent } from "@heed/core/without-absent";
import { z } from "zod";
import { hrefOf } from "../contract/base-path.ts";
import { sectionFilterNamed } from "../contract/named.ts";
import { operation } from "../contract/operation.ts";
import { pageBody, pagingOf } from "../contract/page.ts";
import { paging, reportNames, several } from "../contract/parameters.ts";
import { ReportSectionList } from "../schemas/report-section.ts";

const filters = z.object({
  report: reportNames,
  reference: several(ShortText.min(1), "The reference; its own only among the sections of one report"),
  state: several(SectionState, "How far it is written"),
});

export const listReportSections = operation({
  id: "listReportSections",
  path: "/reportSections",
  tag: "reports",
  summary: "What reports say, in parts: those of one parent in their order",
  query: filters.extend(paging),
  output: ReportSectionList,
  async handle(context, input) {
    const { report, reference, state } = input;
    const named = await sectionFilterNamed(context, { report, reference });
    const filter: SectionFilter = withoutAbsent({ ...named, state });
    const page = await context.reads.reportSections(context.reader, filter, pagingOf(input));
    return {
      body: pageBody("/reportSections", input, page, ({ reportReference, issuingBody: _, ...section }) => ({
        ...section,
        href: hrefOf("reportSections", section.id),
        report: { id: section.report, reference: reportReference, href: hrefOf("reports", section.report) },
      })),
    };
  },
});
