import { z } from "zod";
import { LocalizedText } from "../localized-text.ts";
import { Id } from "../source.ts";
import { ReportRef } from "./report-ref.ts";

/** A recommendation as lists name it. */
export const RecommendationRef = z
  .strictObject({
    id: Id,
    reference: z.string(),
    title: LocalizedText.optional(),
    beginning: LocalizedText.optional().describe("The beginning of its text, where it has no title."),
  })
  .meta({ id: "RecommendationRef", description: "A link to a recommendation." });
export type RecommendationRef = z.infer<typeof RecommendationRef>;

/** A recommendation that another one names, with its report. */
export const LinkedRecommendation = z
  .strictObject({ ...RecommendationRef.shape, report: ReportRef })
  .meta({ id: "LinkedRecommendation" });
export type LinkedRecommendation = z.infer<typeof LinkedRecommendation>;
