import { z } from "zod";
import { ReportingCycle } from "../../cycle/reporting-cycle.ts";
import { OrganizationChange } from "../../organization/organization-change.ts";
import { Link } from "../../recommendation/link.ts";
import { Recommendation } from "../../recommendation/recommendation.ts";
import { Report } from "../../report/report.ts";
import { Instant } from "../../source.ts";
import { ShortText } from "../../text/bounded-text.ts";
import { Day } from "../../time/day.ts";
import { ShownPrecision } from "../../time/due-date.ts";
import { Entry } from "../entries/entry.ts";
import { FollowUp } from "../follow-up.ts";
import { CaseReport } from "./case-report.ts";

/**
 * Since when it is asked, along the recommendations that it repeats, and how often; `firstDue` is the earliest deadline
 * that these set. Absent when none of them has one.
 */
export const AskingHistory = z
  .strictObject({
    first: Day.optional(),
    firstPrecision: ShownPrecision,
    firstDuePrecision: ShownPrecision,
    firstDue: Day.optional().describe("The earliest deadline of this recommendation and those that it repeats."),
    times: z.int().min(1),
  })
  .meta({
    id: "Asked",
    description: "Since when it has been asked, and how often, along the recommendations that it repeats (R15).",
  });
export type AskingHistory = z.infer<typeof AskingHistory>;

/** The addressee of a newer recommendation, as far as it decides whether the newer one replaces the older one. */
export const NewerFollowUp = z.object({
  addressee: FollowUp.shape.addressee,
  role: FollowUp.shape.role,
  themes: z.array(ShortText).readonly(),
  report: z.object({ publishedOn: Report.shape.publishedOn, reportingYear: Report.shape.reportingYear }),
  entries: z.array(Entry).readonly().describe("Those that change its role, or who answers for it."),
});
export type NewerFollowUp = z.infer<typeof NewerFollowUp>;

/** A link by which a newer recommendation replaces an older one; without `newer` it asks the same addressee. */
export const Replacement = z.object({
  id: Link.shape.id,
  type: Link.shape.type,
  on: Link.shape.on,
  recordedAt: Link.shape.recordedAt,
  newer: NewerFollowUp.optional(),
});
export type Replacement = z.infer<typeof Replacement>;

/**
 * Everything that the standing of one follow-up is derived from (D3). `FollowUpCase.parse` refuses a wrong one that was
 * made by hand; its error names the place. Properties that no rule uses are dropped.
 */
export const FollowUpCase = z
  .object({
    followUp: FollowUp.strip(),
    recommendation: Recommendation.pick({ id: true, issuingBody: true, implementationDue: true, themes: true }).strip(),
    report: CaseReport,
    recordedAt: Instant.optional().describe(
      "When the follow-up was recorded: all that a report without a date has (D18).",
    ),
    entries: z.array(Entry).readonly(),
    shown: z
      .array(Entry)
      .readonly()
      .optional()
      .describe(
        "Of a case as it was known at a moment: the entries that everybody may read, without what was made confidential later (R59). By the entries themselves when absent.",
      ),
    replacedBy: z
      .array(Replacement)
      .readonly()
      .describe("The links of newer recommendations that may take this one's place, once for each whom these ask."),
    asked: AskingHistory.describe("When it was first asked, and how often, this time included (R15)."),
    cycles: z.array(ReportingCycle).readonly().describe("Of the issuing body and of its successors, in any order."),
    changes: z
      .array(OrganizationChange)
      .readonly()
      .describe("The changes that the addressee or the issuing body may have come through; others do not matter."),
  })
  .meta({ id: "FollowUpCase" });
export type FollowUpCase = z.infer<typeof FollowUpCase>;
