import { z } from "zod";
import { FollowUpCase } from "../follow-up/case/case.ts";
import { Standing } from "../follow-up/standing/four-answers.ts";
import { Recommendation } from "../recommendation/recommendation.ts";
import { Report } from "../report/report.ts";
import { OpenSuccession } from "./open-succession.ts";
import { OrganizationRef } from "./organization-ref.ts";

/** One follow-up with its entries and its standing. */
export const FollowUpDetail = z
  .strictObject({
    case: FollowUpCase,
    recommendation: Recommendation,
    report: Report,
    addressee: OrganizationRef,
    responsible: OrganizationRef,
    coordinator: OrganizationRef.optional().describe(
      "Who answers on that day for the responsible organization, where that is a collective one (R40).",
    ),
    openSuccessions: z.array(OpenSuccession).readonly().optional().describe("What an editor may decide on that day."),
    /** For the next write. */
    version: z.int(),
    /** Absent for a draft and before publication. */
    standing: Standing.optional(),
  })
  .meta({ id: "FollowUpDetail", description: "One follow-up: the four answers and all entries." });
export type FollowUpDetail = z.infer<typeof FollowUpDetail>;
