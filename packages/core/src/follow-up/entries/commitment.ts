import { z } from "zod";
import { ReadableText } from "../../text/bounded-text.ts";
import { DueDate } from "../../time/due-date.ts";
import { entryBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";

/** A dated action that the addressee promises; its original due date never changes (D5). */
export const Commitment = z
  .strictObject({
    ...entryBase,
    type: z.literal("commitment"),
    description: ReadableText,
    owner: ReadableText.optional(),
    due: DueDate.optional(),
  })
  .meta({ id: "Commitment", description: "A dated action that the addressee promises." });
export type Commitment = z.infer<typeof Commitment>;

export const commitmentKind = entryKind(Commitment, {
  side: "addressee",
  fixed: [],
  decisive: ["due"],
});
