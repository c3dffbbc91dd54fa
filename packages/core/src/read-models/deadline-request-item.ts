import { z } from "zod";
import { DeadlineRequest } from "../follow-up/entries/deadline-request.ts";
import { Id } from "../source.ts";
import { Day } from "../time/day.ts";
import { FollowUpItem } from "./follow-up-item.ts";

/** Which requests are asked for, among those that wait for a decision. */
export type DeadlineRequestFilter = {
  /** On which responsible organizations are told. */
  asOf: Day;
  report?: readonly Id[];
  /** The addressee as printed. */
  addressee?: readonly Id[];
};

/** A request for a later date that nobody decided or withdrew. */
export const DeadlineRequestItem = z
  .strictObject({
    ...FollowUpItem.shape,
    request: Id.describe("The entry, which the decision names."),
    ...DeadlineRequest.pick({ target: true, to: true, reason: true, requestedBy: true }).shape,
    requestedOn: Day.optional().describe("Absent where the source does not tell the day."),
  })
  .meta({ id: "DeadlineRequestItem", description: "A request for a later date that waits for a decision (D6)." });
export type DeadlineRequestItem = z.infer<typeof DeadlineRequestItem>;
