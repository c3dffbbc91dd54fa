import { z } from "zod";
import { LocalizedText } from "../localized-text.ts";
import { FoundWords } from "../recommendation/found-words.ts";
import { Id } from "../source.ts";
import { DueDate } from "../time/due-date.ts";
import { FollowUpSummary } from "./follow-up-summary.ts";
import { OrganizationRef } from "./organization-ref.ts";
import { RecommendationRef } from "./recommendation-ref.ts";
import { ReportRef } from "./report-ref.ts";

export const FormerReferences = z
  .array(z.string())
  .readonly()
  .optional()
  .describe("Those that it had before a correction, by which it is still found.");

/** A recommendation in a list, with the standing of each of its follow-ups. */
export const RecommendationSummary = z
  .strictObject({
    id: Id,
    reference: z.string(),
    title: LocalizedText.optional(),
    beginning: RecommendationRef.shape.beginning,
    themes: z.array(z.string()).readonly(),
    partOf: Id.optional(),
    formerReferences: FormerReferences,
    report: ReportRef,
    issuingBody: OrganizationRef,
    implementationDue: DueDate.optional(),
    followUps: z.array(FollowUpSummary).readonly(),
    found: FoundWords.optional().describe(
      "In a list that was searched: where the words stand in the title or the text. Absent where only a reference has them.",
    ),
  })
  .meta({ id: "RecommendationSummary" });
export type RecommendationSummary = z.infer<typeof RecommendationSummary>;
