import { z } from "zod";
import { ReportSection } from "../report-section/report-section.ts";
import { Instant } from "../source.ts";

/** What a section said before an act on it. */
export const FormerSection = z
  .strictObject({ ...ReportSection.shape, replacedAt: Instant, replacedBy: z.string() })
  .meta({ id: "FormerReportSection", description: "What a section said before it was corrected or withdrawn." });
export type FormerSection = z.infer<typeof FormerSection>;

export const SectionDetail = z
  .strictObject({
    section: ReportSection,
    version: z.int().describe("The number of acts on it; a write names the version that it read."),
    formerVersions: z
      .array(FormerSection)
      .readonly()
      .describe("The oldest first; only for who keeps the body's record."),
  })
  .meta({ id: "ReportSectionDetail", description: "A part of what a report says." });
export type SectionDetail = z.infer<typeof SectionDetail>;
