import { z } from "zod";
import { Id, Instant } from "../source.ts";
import { ReadableName, ReadableText } from "../text/bounded-text.ts";
import { Day, Year } from "../time/day.ts";
import { Selection } from "./selection.ts";

/** An error that was found in a frozen snapshot; it is shown beside the snapshot (D30). */
export const Erratum = z
  .strictObject({ recordedAt: Instant, actor: ReadableName, followUp: Id.optional(), text: ReadableText })
  .meta({ id: "Erratum", description: "What was found wrong after the cycle was closed." });
export type Erratum = z.infer<typeof Erratum>;

/** A year in which an issuing body asks for updates and assesses them. */
export const ReportingCycle = z
  .strictObject({
    id: Id,
    issuingBody: Id,
    year: Year.describe("The reporting year that it asks about."),
    opensOn: Day,
    updatesDueOn: Day,
    assessmentsDueOn: Day,
    selections: z
      .array(Selection)
      .min(1)
      .max(100)
      .optional()
      .describe("What it has the issuing body assess beside claims; absent where that is claims alone."),
    publishedOn: Day.optional(),
    closedOn: Day.optional(),
    errata: z.array(Erratum).optional().describe("Beside its frozen snapshot; absent where there are none."),
  })
  .meta({
    id: "ReportingCycle",
    description: "A reporting cycle: opens, updates due, assessments due, published, closed.",
  });
export type ReportingCycle = z.infer<typeof ReportingCycle>;
