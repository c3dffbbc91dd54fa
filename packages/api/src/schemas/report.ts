import { Report as CoreReport } from "@heed/core";
import { ReportDetail as CoreReportDetail } from "@heed/core/read-models/report-detail";
import { allowedActs } from "../contract/allowed-acts.ts";
import { Href, listOf, OrganizationRef } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";

export const Report = linked(CoreReport, {
  href: Href,
  issuingBody: OrganizationRef.partial({ code: true }),
  formerVersions: CoreReportDetail.shape.formerVersions.optional(),
  ...allowedActs,
}).meta(CoreReportDetail.meta() ?? {});
export const ReportList = listOf("ReportList", Report);
