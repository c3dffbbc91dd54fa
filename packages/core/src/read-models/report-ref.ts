import { z } from "zod";
import { Language } from "../localized-text.ts";
import { Id } from "../source.ts";
import { Day } from "../time/day.ts";
import { Precision } from "../time/due-date.ts";

/** A report as lists name it. */
export const ReportRef = z
  .strictObject({
    id: Id,
    reference: z.string(),
    reportingYear: z.int(),
    publishedOn: Day.optional(),
    publishedOnPrecision: Precision.optional(),
    authenticLanguages: z
      .array(Language)
      .readonly()
      .optional()
      .describe("The languages in which it was written; absent where none is told."),
  })
  .meta({ id: "ReportRef", description: "A link to a report." });
export type ReportRef = z.infer<typeof ReportRef>;
