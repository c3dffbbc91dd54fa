import { z } from "zod";
import { PersonName, ReadableText } from "../../text/bounded-text.ts";
import { DueDate } from "../../time/due-date.ts";
import { DeadlineTarget, referenceOf } from "./deadline-target.ts";
import { entryBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";

/** The addressee asks for a later date; nothing moves before the decision. */
export const DeadlineRequest = z
  .strictObject({
    ...entryBase,
    type: z.literal("deadlineRequest"),
    target: DeadlineTarget,
    to: DueDate,
    reason: ReadableText,
    requestedBy: PersonName,
  })
  .meta({ id: "DeadlineRequest", description: "The addressee asks to move a due date." });
export type DeadlineRequest = z.infer<typeof DeadlineRequest>;

export const deadlineRequestKind = entryKind(DeadlineRequest, {
  side: "addressee",
  fixed: ["requestedBy", "target"],
  decisive: ["to"],
  references: ({ target }) => [referenceOf(target)],
});
