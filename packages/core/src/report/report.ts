import { z } from "zod";
import { Language, LocalizedText } from "../localized-text.ts";
import { Id, Source } from "../source.ts";
import { ReadableName, ReadableText } from "../text/bounded-text.ts";
import { WebAddress } from "../text/web-address.ts";
import { Day, Year } from "../time/day.ts";
import { Precision } from "../time/due-date.ts";
import { atMostAHundredYears, Period, PeriodRules } from "../time/period.ts";
import { FrozenReport, ReportErratum } from "./frozen-report.ts";

/** The event from which a response period runs (D1). */
export const PeriodStart = z
  .enum(["publication", "transmissionToGovernment", "transmissionToParliament", "transmissionToField"])
  .meta({ id: "PeriodStart" });
export type PeriodStart = z.infer<typeof PeriodStart>;

export const ResponsePeriod = z
  .strictObject({ ...Period.shape, rules: PeriodRules.optional(), from: PeriodStart.default("publication") })
  .check(atMostAHundredYears)
  .meta({ id: "ResponsePeriod", description: "How long the addressees have to answer, and from when (D1)." });
export type ResponsePeriod = z.infer<typeof ResponsePeriod>;

export const ReportStatus = z.enum(["draft", "published"]);
export type ReportStatus = z.infer<typeof ReportStatus>;

/** The published document that contains recommendations. */
export const Report = z
  .strictObject({
    id: Id,
    reference: ReadableName,
    issuingBody: Id,
    reportingYear: Year.describe("The year evaluated."),
    title: LocalizedText.optional(),
    status: ReportStatus.default("published"),
    publishedOn: Day.optional().describe("Absent on a published report when its source does not tell."),
    publishedOnPrecision: Precision.optional(),
    publishedOnAbsent: ReadableText.optional().describe("Why there is no date."),
    transmittedToGovernmentOn: Day.optional(),
    transmittedToParliamentOn: Day.optional(),
    transmittedToFieldOn: Day.optional(),
    responsePeriod: z
      .union([ResponsePeriod, z.literal("none")])
      .optional()
      .describe("Absent: the installation's default. none: no response is owed by a date."),
    verificationPeriod: z
      .literal("none")
      .optional()
      .describe(
        "none: its issuing body verifies no claims, and owes no verification. Absent: the installation's default.",
      ),
    authenticLanguages: z.array(Language).max(184).default([]),
    documents: z
      .array(z.strictObject({ language: Language, url: WebAddress }))
      .max(500)
      .default([]),
    frozen: FrozenReport.optional().describe("Absent while its documents follow the record."),
    errata: z.array(ReportErratum).optional().describe("Beside its frozen documents; absent where there are none."),
    source: Source.optional(),
  })
  .meta({ id: "Report", description: "The published document that carries recommendations." });
export type Report = z.infer<typeof Report>;
