import { z } from "zod";
import { Instant } from "../source.ts";
import { ReadableName } from "../text/bounded-text.ts";
import { Recommendation } from "./recommendation.ts";

/** A recommendation before a correction; nothing of it is lost (R12). */
export const FormerVersion = z
  .strictObject({
    recommendation: Recommendation,
    replacedAt: Instant.describe("When a correction replaced it."),
    replacedBy: ReadableName.describe("Who corrected it."),
  })
  .meta({ id: "FormerVersion", description: "A recommendation as it read before a correction." });
export type FormerVersion = z.infer<typeof FormerVersion>;
