import { z } from "zod";
import { SuccessorDecisionEntry } from "../follow-up/entries/successor-decision.ts";
import { OpenState } from "../organization/holder.ts";
import { Id } from "../source.ts";
import { Day } from "../time/day.ts";
import { OrganizationRef } from "./organization-ref.ts";

/** What an editor may decide about a follow-up on a day: who is responsible for it, or who verifies it (R41, R42). */
export const OpenSuccession = z
  .strictObject({
    of: SuccessorDecisionEntry.shape.of.unwrap(),
    state: OpenState.describe("It waits for a decision, or nobody is left."),
    since: Day,
    change: Id.describe("The change of organizations, which the decision names."),
    organization: OrganizationRef.describe("The one before the change."),
    candidates: z.array(OrganizationRef).readonly().describe("None where nobody is left: any organization may follow."),
  })
  .meta({ id: "OpenSuccession", description: "A successor that an editor decides on (R41, R42)." });
export type OpenSuccession = z.infer<typeof OpenSuccession>;
