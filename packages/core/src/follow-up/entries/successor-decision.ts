import { z } from "zod";
import { Id } from "../../source.ts";
import { ReadableText } from "../../text/bounded-text.ts";
import { Day } from "../../time/day.ts";
import { entryBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";

/**
 * An editor decides who is responsible after a change that does not decide by itself (R14); it applies from the day of
 * the change.
 */
export const SuccessorDecisionEntry = z
  .strictObject({
    ...entryBase,
    type: z.literal("successorDecision"),
    change: Id,
    successor: Id,
    of: z.enum(["addressee", "issuingBody"]).default("addressee"),
    from: Day.optional().describe("A later day than that of the change, from which it applies."),
    reason: ReadableText.optional(),
  })
  .meta({ id: "SuccessorDecision", description: "Who is responsible after a change of organizations." });
export type SuccessorDecisionEntry = z.infer<typeof SuccessorDecisionEntry>;

export const successorDecisionKind = entryKind(SuccessorDecisionEntry, {
  side: "issuingBody",
  fixed: ["change", "of"],
});
