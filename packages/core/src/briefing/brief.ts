import { z } from "zod";
import { Level } from "../follow-up/levels.ts";
import { Standing } from "../follow-up/standing/four-answers.ts";
import { ObligationOnDay } from "../follow-up/standing/obligation-on-day.ts";
import { LocalizedText } from "../localized-text.ts";
import { OrganizationRef } from "../read-models/organization-ref.ts";
import { RecommendationRef } from "../read-models/recommendation-ref.ts";
import { ReportRef } from "../read-models/report-ref.ts";
import { Id } from "../source.ts";

/** The answers of one addressee in short, with the levels of each year and what is owed. */
export const BriefFollowUp = z
  .strictObject({
    followUp: Id,
    addressee: OrganizationRef.describe("As printed."),
    responsible: OrganizationRef.describe("Who answers for the follow-up on that day (R14)."),
    ...Standing.pick({
      position: true,
      reported: true,
      assessed: true,
      lifecycle: true,
      closureReason: true,
      timeliness: true,
      divergent: true,
      unverified: true,
    }).shape,
    years: z
      .array(z.strictObject({ reportingYear: z.int(), reported: Level.optional(), assessed: Level.optional() }))
      .readonly()
      .describe("What both sides said of each reporting year."),
    owed: z
      .array(
        z.strictObject({
          ...ObligationOnDay.omit({ reasons: true, undetermined: true }).shape,
          promise: z.string().optional().describe("What was promised, in its words."),
        }),
      )
      .readonly(),
  })
  .meta({ id: "BriefFollowUp", description: "The answers of one addressee in short." });
export type BriefFollowUp = z.infer<typeof BriefFollowUp>;

/** What is known of one recommendation on a day, for somebody who has a minute. */
export const Brief = z
  .strictObject({
    recommendation: RecommendationRef,
    report: ReportRef,
    issuingBody: OrganizationRef,
    text: LocalizedText.optional().describe("As printed; absent where the record has none."),
    times: z.int().describe("How often it was asked, this time included (R15)."),
    firstAsked: Standing.shape.asOf.optional(),
    addressees: z.int().describe("To how many it is addressed; the first eight are in `followUps`."),
    followUps: z.array(BriefFollowUp).readonly(),
  })
  .meta({ id: "Brief", description: "What is known of one recommendation on a day, in short." });
export type Brief = z.infer<typeof Brief>;
