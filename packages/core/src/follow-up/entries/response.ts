import { z } from "zod";
import { ReadableText } from "../../text/bounded-text.ts";
import { Position } from "../levels.ts";
import { answerBase } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";

/** The addressee's position on the recommendation, with its reason. */
export const Response = z
  .strictObject({ ...answerBase, type: z.literal("response"), position: Position, reason: ReadableText.optional() })
  .meta({ id: "Response", description: "The addressee's position on the recommendation." });
export type Response = z.infer<typeof Response>;

export const responseKind = entryKind(Response, {
  side: "addressee",
  fixed: [],
  said: ["reason"],
  decisive: ["position"],
});
