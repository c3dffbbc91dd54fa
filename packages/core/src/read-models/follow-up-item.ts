import { z } from "zod";
import { Id } from "../source.ts";
import { OrganizationRef } from "./organization-ref.ts";
import { RecommendationRef } from "./recommendation-ref.ts";
import { ReportRef } from "./report-ref.ts";

/** Which follow-up an item of a list is about, and what that belongs to. */
export const FollowUpItem = z
  .strictObject({
    followUp: Id,
    recommendation: RecommendationRef,
    report: ReportRef,
    /** As printed. */
    addressee: OrganizationRef,
    /** Who owes it on that day (R14). */
    responsible: OrganizationRef,
  })
  .meta({ description: "Which follow-up an item of a list is about." });
export type FollowUpItem = z.infer<typeof FollowUpItem>;
