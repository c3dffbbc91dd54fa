import { Recommendation as CoreRecommendation, Day } from "@heed/core";
import {
  RecommendationDetail as CoreRecommendationDetail,
  RecommendationLink as CoreRecommendationLink,
} from "@heed/core/read-models/recommendation-detail";
import { RecommendationSummary as CoreRecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import { FormerVersion } from "@heed/core/recommendation/former-version";
import { z } from "zod";
import { allowedActs } from "../contract/allowed-acts.ts";
import { Href, listOf, OrganizationRef, ReportRef } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";
import { FollowUpSummary } from "./follow-up.ts";
import { Ground, LinkedRecommendation } from "./ground.ts";
import { RecommendationStanding } from "./standing.ts";

const links = {
  href: Href,
  report: ReportRef,
  issuingBody: OrganizationRef,
  followUps: z.array(FollowUpSummary).readonly(),
};

export const RecommendationSummary = linked(CoreRecommendationSummary, links);
export const RecommendationList = listOf("RecommendationList", RecommendationSummary, { asOf: Day });

const RecommendationLink = linked(CoreRecommendationLink, {
  from: LinkedRecommendation,
  to: LinkedRecommendation.optional(),
});

export const RecommendationDetail = linked(CoreRecommendationDetail, {
  ...CoreRecommendation.shape,
  ...links,
  asOf: Day,
  standing: RecommendationStanding,
  line: z.array(LinkedRecommendation).readonly(),
  links: z.array(RecommendationLink).readonly(),
  grounds: z.array(Ground).readonly(),
  parts: z.array(RecommendationSummary).readonly(),
  formerVersions: z
    .array(FormerVersion)
    .readonly()
    .optional()
    .describe("Its text before each correction, the oldest first."),
  ...allowedActs,
})
  .omit({ recommendation: true })
  .meta(CoreRecommendationDetail.meta() ?? {});
