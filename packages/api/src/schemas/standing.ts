import {
  ObligationOnDay as CoreObligation,
  RecommendationStanding as CoreRecommendationStanding,
  Standing as CoreStanding,
  Day,
  Id,
} from "@heed/core";
import { z } from "zod";
import { FollowUpRef, Href, Reason } from "../contract/common.ts";
import { linked } from "../contract/linked.ts";

const reasons = z.array(Reason).readonly();

export const Standing = linked(CoreStanding, {
  owed: z.array(linked(CoreObligation, { reasons })).readonly(),
  reasons,
});

export const StandingAnswer = z
  .strictObject({ followUp: FollowUpRef, standing: Standing.optional() })
  .meta({ id: "StandingAnswer", description: "`standing` is absent before publication." });

export const RecommendationStanding = linked(CoreRecommendationStanding, { reasons });

export const RecommendationStandingAnswer = z
  .strictObject({ recommendation: Id, href: Href, asOf: Day, standing: RecommendationStanding })
  .meta({ id: "RecommendationStandingAnswer" });
