import { z } from "zod";
import { Role } from "../follow-up/follow-up.ts";
import { Standing } from "../follow-up/standing/four-answers.ts";
import { Outstanding } from "../follow-up/standing/outstanding.ts";
import { OpenState } from "../organization/holder.ts";
import { Id } from "../source.ts";
import { OpenSuccession } from "./open-succession.ts";
import { OrganizationRef } from "./organization-ref.ts";

/** The standing of one follow-up in short. Without a standing for a draft and before publication. */
export const FollowUpSummary = z
  .strictObject({
    id: Id,
    recommendation: Id,
    addressee: OrganizationRef,
    responsible: OrganizationRef,
    responsibleState: OpenState.optional().describe(
      "Present only when it waits for a decision on its successor, or nobody is responsible any more (R41, R42).",
    ),
    openSuccessions: z
      .array(OpenSuccession)
      .readonly()
      .optional()
      .describe("What an editor may decide. Told with one recommendation, and in a list of the undecided."),
    coordinator: OrganizationRef.optional().describe(
      "Who answers on that day for the responsible organization, where that is a collective one (R40). Told with one recommendation, not in a list of them.",
    ),
    role: Role,
    ...Standing.pick({
      position: true,
      reported: true,
      assessed: true,
      lifecycle: true,
      closureReason: true,
      timeliness: true,
      verificationTimeliness: true,
      divergent: true,
      unverified: true,
      conflicting: true,
      contradicted: true,
      acceptanceWithdrawnOn: true,
      daysOverdueWhenWithdrawn: true,
    }).partial().shape,
    ...Outstanding.partial().shape,
    matches: z
      .boolean()
      .optional()
      .describe(
        "In a list that was asked for by what holds for a follow-up: whether this one is among those asked for.",
      ),
  })
  .meta({ id: "FollowUpSummary", description: "The standing of one addressee's follow-up." });
export type FollowUpSummary = z.infer<typeof FollowUpSummary>;
