import { z } from "zod";
import { PersonName, ReadableName, ReadableText } from "../../text/bounded-text.ts";
import { ClosureReason } from "../levels.ts";
import { entryBase, secondReaderId } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";

export const Closure = z
  .strictObject({
    ...entryBase,
    type: z.literal("closure"),
    closureReason: ClosureReason,
    reason: ReadableText.optional(),
    assessor: ReadableName.optional(),
    secondReader: PersonName.optional(),
    secondReaderId,
    singleReader: ReadableText.optional().describe("Why there was only one reader (R35)."),
  })
  .meta({ id: "Closure", description: "The issuing body closes the follow-up (R1)." });
export type Closure = z.infer<typeof Closure>;

export const closureKind = entryKind(Closure, {
  side: "issuingBody",
  fixed: ["assessor", "secondReaderId", "closureReason"],
  rests: true,
});
