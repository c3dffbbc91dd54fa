import { z } from "zod";
import { ReadableText } from "../../text/bounded-text.ts";
import { entryBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";

/** The editor agrees that the addressee is the wrong body (R39). */
export const NotCompetentUpheld = z
  .strictObject({ ...entryBase, type: z.literal("notCompetentUpheld"), reason: ReadableText })
  .meta({ id: "NotCompetentUpheld" });
export type NotCompetentUpheld = z.infer<typeof NotCompetentUpheld>;

export const notCompetentUpheldKind = entryKind(NotCompetentUpheld, {
  side: "issuingBody",
  fixed: [],
  rests: true,
});
