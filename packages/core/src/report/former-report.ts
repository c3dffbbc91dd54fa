import { z } from "zod";
import { Instant } from "../source.ts";
import { ReadableName } from "../text/bounded-text.ts";
import { Report } from "./report.ts";

/** A report before a correction. */
export const FormerReport = z
  .strictObject({
    report: Report,
    replacedAt: Instant.describe("When a correction replaced it."),
    replacedBy: ReadableName.describe("Who corrected it."),
  })
  .meta({ id: "FormerReport", description: "A report as it said before a correction." });
export type FormerReport = z.infer<typeof FormerReport>;
