import { Report } from "@heed/core";
import { SectionDetail as CoreDetail } from "@heed/core/read-models/section-detail";
import { ReportSection as CoreSection } from "@heed/core/report-section/report-section";
import { z } from "zod";
import { Href, listOf } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";
import { RestsOnIt } from "./ground.ts";

const ofReport = {
  href: Href,
  report: z
    .strictObject({ id: CoreSection.shape.report, reference: Report.shape.reference, href: Href })
    .describe("The report that it is part of."),
};

export const ReportSectionDetail = linked(CoreSection, {
  ...ofReport,
  version: CoreDetail.shape.version,
  restsOnIt: RestsOnIt,
  formerVersions: CoreDetail.shape.formerVersions.optional(),
}).meta({ id: "ReportSectionDetail", description: CoreDetail.description ?? "" });

export const ReportSectionList = listOf(
  "ReportSectionList",
  linked(CoreSection, ofReport).meta({ id: "ReportSectionItem" }),
);
