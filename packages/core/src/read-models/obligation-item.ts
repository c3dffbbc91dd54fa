import { z } from "zod";
import { Standing } from "../follow-up/standing/four-answers.ts";
import { ObligationOnDay } from "../follow-up/standing/obligation-on-day.ts";
import { OpenState } from "../organization/holder.ts";
import { Id } from "../source.ts";
import { FollowUpItem } from "./follow-up-item.ts";
import { OrganizationRef } from "./organization-ref.ts";

/** One thing owed on the day asked about, with the follow-up that it belongs to. */
export const ObligationItem = z
  .strictObject({
    ...FollowUpItem.shape,
    addressee: OrganizationRef.describe("As printed."),
    responsible: OrganizationRef.describe("Who owes it on that day (R14)."),
    /** Present only when it waits for a decision, or nobody is responsible any more (R41). */
    responsibleState: OpenState.optional(),
    daysSinceResponsible: z.int().optional().describe("Since when it is no longer the printed one, in days."),
    ...ObligationOnDay.omit({ owedBy: true, undetermined: true }).shape,
    commitment: z
      .strictObject({ id: Id, description: z.string().optional().describe("Absent while it is not public yet (R60).") })
      .optional(),
    ...Standing.pick({ position: true, reported: true, assessed: true, lifecycle: true }).shape,
  })
  .meta({ id: "ObligationItem", description: "One thing owed, due or not yet, of a follow-up." });
export type ObligationItem = z.infer<typeof ObligationItem>;
