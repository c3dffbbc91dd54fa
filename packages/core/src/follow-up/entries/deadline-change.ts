import { z } from "zod";
import { Id } from "../../source.ts";
import { AuthorityName, PersonName, ReadableText } from "../../text/bounded-text.ts";
import { Day } from "../../time/day.ts";
import { DueDate } from "../../time/due-date.ts";
import { DeadlineTarget, referenceOf } from "./deadline-target.ts";
import { entryBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";

/** The decision on a request to move a deadline (D6); it takes effect on its day, `givenOn`. */
export const DeadlineChange = z
  .strictObject({
    ...entryBase,
    type: z.literal("deadlineChange"),
    target: DeadlineTarget,
    request: Id.optional().describe("The request that it decides, where that is on record."),
    decision: z.enum(["granted", "refused"]),
    from: Day.optional().describe("The due date before, as the decision names it."),
    to: DueDate.optional().describe("The due date asked for; needed when granted."),
    reason: ReadableText,
    requestedBy: PersonName,
    requestedOn: Day,
    decidedBy: AuthorityName,
    decidedByOrganization: Id.optional().describe("The organization of the record that decidedBy names."),
    decidedByFreeText: z
      .literal(true)
      .optional()
      .describe("decidedBy is as an editor wrote it: no organization of the record bears that name."),
    parliamentToldOn: Day.optional(),
  })
  .meta({ id: "DeadlineChange", description: "A move of a due date that was asked for, and what was decided." });
export type DeadlineChange = z.infer<typeof DeadlineChange>;

export const deadlineChangeKind = entryKind(DeadlineChange, {
  side: "unknown",
  speaker: "decision",
  fixed: [
    ...(["request", "target", "decision", "from", "to"] as const),
    ...(["requestedBy", "requestedOn", "decidedByOrganization", "decidedByFreeText"] as const),
  ],
  rests: true,
  follows: ({ target }) => (target.kind === "commitment" ? target.commitment : undefined),
  references: ({ request, target }) => [{ key: "request", id: request, type: "deadlineRequest" }, referenceOf(target)],
});
