import { z } from "zod";
import { PersonName, ReadableName, ReadableText } from "../../text/bounded-text.ts";
import { DueDate } from "../../time/due-date.ts";
import { entryBase, secondReaderId } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";

export const Reopening = z
  .strictObject({
    ...entryBase,
    type: z.literal("reopening"),
    reason: ReadableText,
    newDue: DueDate.optional(),
    assessor: ReadableName.optional(),
    secondReader: PersonName.optional(),
    secondReaderId,
    singleReader: ReadableText.optional().describe("Why there was only one reader (R35)."),
  })
  .meta({ id: "Reopening", description: "The issuing body reopens the follow-up (R33)." });
export type Reopening = z.infer<typeof Reopening>;

export const reopeningKind = entryKind(Reopening, {
  side: "issuingBody",
  fixed: ["assessor", "secondReaderId", "newDue"],
  rests: true,
});
