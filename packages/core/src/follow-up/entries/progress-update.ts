import { z } from "zod";
import { ReadableText } from "../../text/bounded-text.ts";
import { Day, Year } from "../../time/day.ts";
import { isComplete, Level } from "../levels.ts";
import { answerBase, asOfPrecision } from "./entry-base.ts";
import { entryKind } from "./entry-kind.ts";
import { evidenceList } from "./evidence.ts";

/** What the addressee says it has done, for one reporting year. */
export const ProgressUpdate = z
  .strictObject({
    ...answerBase,
    type: z.literal("progressUpdate"),
    reportingYear: Year,
    asOf: Day.describe("The day whose situation it describes."),
    asOfPrecision,
    level: Level.optional(),
    claim: z.boolean().default(false).describe("It says, with evidence, that all is done (R25)."),
    narrative: ReadableText.optional(),
    evidence: evidenceList.default([]),
  })
  .meta({ id: "ProgressUpdate", description: "What the addressee says it has done." });
export type ProgressUpdate = z.infer<typeof ProgressUpdate>;

export const progressUpdateKind = entryKind(ProgressUpdate, {
  side: "addressee",
  fixed: ["claim", "asOfPrecision"],
  said: ["narrative", "evidence"],
  decisive: ["level", "asOf", "reportingYear"],
});

/** R25: whether a claim is of a level that is not done, or of none. */
export function claimFallsShort({ claim, level }: Pick<ProgressUpdate, "claim" | "level">): boolean {
  return claim && (level === undefined || !isComplete(level));
}

/** Said of a claim that falls short. */
export const claimSaysDone =
  "a claim says that all is done, so its level is fullyImplemented, alternativeAction or noLongerApplicable";
