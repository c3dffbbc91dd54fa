import { z } from "zod";
import { LinkedRecommendation } from "./recommendation-ref.ts";

/** A recommendation whose words are near those of another. */
export const SimilarRecommendation = z
  .strictObject({
    ...LinkedRecommendation.shape,
    similarity: z.number().min(0).max(1).describe("How much of what both say they share, the rarer the word the more."),
  })
  .meta({ id: "SimilarRecommendation", description: "A recommendation whose words are near those of another." });
export type SimilarRecommendation = z.infer<typeof SimilarRecommendation>;
