import { z } from "zod";
import { Language } from "../localized-text.ts";
import { OrganizationRef } from "./organization-ref.ts";
import { SimilarRecommendation } from "./similar-recommendation.ts";

export const DraftingRemarkCode = z
  .enum([
    "noAddressee",
    "formerOrganization",
    "missingLanguage",
    "severalDemands",
    "noTime",
    "nothingVerifiable",
    "perhapsAskedBefore",
  ])
  .meta({ id: "DraftingRemarkCode", description: "What may be wanting in a recommendation that is being drafted." });
export type DraftingRemarkCode = z.infer<typeof DraftingRemarkCode>;

/**
 * Something to look at before a recommendation is published. It is a proposal: nothing is changed by it, and nothing is
 * refused for it.
 */
export const DraftingRemark = z
  .strictObject({
    code: DraftingRemarkCode,
    language: Language.optional().describe("The language of the text that it is about, or that is missing."),
    passages: z
      .array(z.string())
      .readonly()
      .optional()
      .describe("The passages that it is about: each demand, as it could be a part, or each that nobody could verify."),
    organizations: z
      .array(OrganizationRef)
      .readonly()
      .optional()
      .describe(
        "The addressees that do not exist on the day; of one without addressees, the organizations that its text names.",
      ),
    similar: z.array(SimilarRecommendation).readonly().optional().describe("The nearest first; a link can be made."),
  })
  .meta({ id: "DraftingRemark", description: "Something to look at before a recommendation is published." });
export type DraftingRemark = z.infer<typeof DraftingRemark>;
