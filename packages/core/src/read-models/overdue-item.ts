import { z } from "zod";
import { Standing } from "../follow-up/standing/four-answers.ts";
import { ObligationOnDay } from "../follow-up/standing/obligation-on-day.ts";
import { OpenState } from "../organization/holder.ts";
import { Id } from "../source.ts";
import { Day } from "../time/day.ts";
import { FollowUpItem } from "./follow-up-item.ts";
import { OrganizationRef } from "./organization-ref.ts";

/** One thing owed that is overdue, or due soon, on the day asked about. */
export const OverdueItem = z
  .strictObject({
    ...FollowUpItem.shape,
    addressee: OrganizationRef.describe("As printed."),
    responsible: OrganizationRef.describe("Who owes it on that day (R14)."),
    /** Present only when it waits for a decision, or nobody is responsible any more (R41). */
    responsibleState: OpenState.optional(),
    daysSinceResponsible: z.int().optional().describe("Since when it is no longer the printed one, in days."),
    /** `due` is absent when no due date applies until one is set (D26): it is overdue only against the original one. */
    ...ObligationOnDay.omit({ owedBy: true, undetermined: true }).shape,
    originalDue: Day.describe("Before any move (D5)."),
    commitment: z.strictObject({ id: Id, description: z.string() }).optional(),
    ...Standing.pick({ position: true, reported: true, assessed: true, lifecycle: true }).shape,
  })
  .meta({ id: "OverdueItem", description: "One thing owed that is overdue or due soon." });
export type OverdueItem = z.infer<typeof OverdueItem>;
