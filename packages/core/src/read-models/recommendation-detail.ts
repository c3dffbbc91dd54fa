import { z } from "zod";
import { AskingHistory } from "../follow-up/case/case.ts";
import { Link } from "../recommendation/link.ts";
import { Recommendation } from "../recommendation/recommendation.ts";
import { RecommendationStanding } from "../recommendation-standing/recommendation-standing.ts";
import { Report } from "../report/report.ts";
import { FollowUpSummary } from "./follow-up-summary.ts";
import { Ground } from "./ground.ts";
import { OrganizationRef } from "./organization-ref.ts";
import { LinkedRecommendation } from "./recommendation-ref.ts";
import { FormerReferences, RecommendationSummary } from "./recommendation-summary.ts";

/** A link of a recommendation with both its ends. */
export const RecommendationLink = z
  .strictObject({ ...Link.shape, from: LinkedRecommendation, to: LinkedRecommendation.optional() })
  .omit({
    ...{ recordedAt: true, withdrawnAt: true, withdrawalReason: true, source: true },
    ...{ item: true, section: true, year: true, place: true },
  })
  .meta({ id: "RecommendationLink", description: "A link between two recommendations." });
export type RecommendationLink = z.infer<typeof RecommendationLink>;

/** One recommendation with all that belongs to it. */
export const RecommendationDetail = z
  .strictObject({
    recommendation: Recommendation,
    formerReferences: FormerReferences,
    report: Report,
    issuingBody: OrganizationRef,
    standing: RecommendationStanding,
    asked: AskingHistory,
    line: z
      .array(LinkedRecommendation)
      .readonly()
      .describe("All recommendations that ask the same, the first one first; empty when it is asked once."),
    /** In both directions. */
    links: z.array(RecommendationLink).readonly(),
    grounds: z.array(Ground).readonly().describe("What it rests on, as far as the reader sees it."),
    followUps: z.array(FollowUpSummary).readonly(),
    parts: z.array(RecommendationSummary).readonly().describe("Theirs included."),
  })
  .meta({
    id: "RecommendationDetail",
    description: "A recommendation with its parts, its follow-ups and their standing.",
  });
export type RecommendationDetail = z.infer<typeof RecommendationDetail>;
