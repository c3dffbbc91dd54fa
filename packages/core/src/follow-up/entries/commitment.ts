import { z } from "zod";
import { ReadableText } from "../../text/bounded-text.ts";
import { DueDate } from "../../time/due-date.ts";
import { answerBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";

/** A dated action that the addressee promises; its original due date never changes (D5). */
export const Commitment = z
  .strictObject({
    ...answerBase,
    type: z.literal("commitment"),
    description: ReadableText.optional().describe("Absent only where it is withheld (R60)."),
    owner: ReadableText.optional(),
    due: DueDate.optional(),
  })
  .check(({ value: { description, publication }, issues }) => {
    if (description !== undefined || publication === "withheld") return;
    issues.push({
      code: "custom",
      path: ["description"],
      input: undefined,
      message: "a promise tells what is promised",
    });
  })
  .meta({ id: "Commitment", description: "A dated action that the addressee promises." });
export type Commitment = z.infer<typeof Commitment>;

export const commitmentKind = entryKind(Commitment, {
  side: "addressee",
  fixed: [],
  said: ["description", "owner"],
  decisive: ["due"],
});
