import { z } from "zod";
import { FormerReport } from "../report/former-report.ts";
import { Report } from "../report/report.ts";

/** One report with what it said before. */
export const ReportDetail = z
  .strictObject({
    report: Report,
    version: z.int().describe("The number of acts on it; a write names the version that it read."),
    formerVersions: z
      .array(FormerReport)
      .readonly()
      .describe("What it said before each correction, the oldest first; of one report only."),
  })
  .meta({ id: "ReportDetail", description: "A published document that carries recommendations." });
export type ReportDetail = z.infer<typeof ReportDetail>;
