import type { ReportStatus } from "../report/report.ts";
import type { Id } from "../source.ts";

export type ReportFilter = {
  reportingYear?: readonly number[];
  /** Who issued it. */
  issuingBody?: readonly Id[];
  status?: readonly ReportStatus[];
};
