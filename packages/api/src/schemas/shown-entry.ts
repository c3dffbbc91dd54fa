import { Entry } from "@heed/core";
import { AmendedBy } from "@heed/core/follow-up/entries/amended-by";
import { z } from "zod";
import { listOf } from "../contract/common.ts";

type EntrySchema = (typeof Entry.options)[number];
type ShownSchema<Schema = EntrySchema> =
  Schema extends z.ZodObject<infer Shape, infer Config>
    ? z.ZodObject<z.util.Extend<Shape, typeof AmendedBy.shape>, Config>
    : never;

/** Each type of entry, with what corrected or retracted it. */
export const ShownEntry = z
  .discriminatedUnion(
    "type",
    Entry.options.map((kind) =>
      z.strictObject({ ...kind.shape, ...AmendedBy.shape }).meta({ id: shownId(kind) }),
    ) as unknown as readonly [ShownSchema, ...ShownSchema[]],
  )
  .meta({ id: "ShownEntry", description: "Anything that is said on a follow-up, and whether it still counts." });

function shownId({ shape }: EntrySchema): string {
  const [type = ""] = shape.type.def.values;
  return `Shown${type.charAt(0).toUpperCase()}${type.slice(1)}`;
}

export const EntryList = listOf("EntryList", ShownEntry);
