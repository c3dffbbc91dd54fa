import { z } from "zod";
import { Id } from "../../source.ts";
import { ReadableText } from "../../text/bounded-text.ts";
import { entryBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";

/** Retracts an entry that was made on the wrong follow-up (R52). */
export const Retraction = z
  .strictObject({ ...entryBase, type: z.literal("retraction"), retracts: Id, reason: ReadableText })
  .meta({ id: "Retraction" });
export type Retraction = z.infer<typeof Retraction>;

export const retractionKind = entryKind(Retraction, {
  side: "unknown",
  speaker: "record",
  references: ({ retracts }) => [{ key: "retracts", id: retracts }],
});
