import { Entry, Id } from "@heed/core";
import { z } from "zod";
import { listOf } from "../contract/common.ts";

const amendedBy = {
  correctedBy: Id.optional().describe("The entry that replaced this one, which is kept but no longer counts."),
  retractedBy: Id.optional().describe("The retraction of this entry, which is kept but no longer counts."),
};

/** Each type of entry, with what corrected or retracted it. */
export const ShownEntry = z
  .discriminatedUnion(
    "type",
    Entry.options.map((kind) =>
      z.strictObject({ ...kind.shape, ...amendedBy }).meta({ id: shownId(kind) }),
    ) as unknown as [z.ZodDiscriminatedUnion["options"][number] & (typeof Entry.options)[0]],
  )
  .meta({ id: "ShownEntry", description: "Anything that is said on a follow-up, and whether it still counts." });

function shownId({ shape }: (typeof Entry.options)[number]): string {
  const [type = ""] = shape.type.def.values;
  return `Shown${type.charAt(0).toUpperCase()}${type.slice(1)}`;
}

export const EntryList = listOf("EntryList", ShownEntry);
