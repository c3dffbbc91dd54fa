import { z } from "zod";
import { Id } from "../source.ts";
import { Day } from "./day.ts";

/** One year's round of an issuing body. */
export const ReportingCycle = z
  .strictObject({
    id: Id,
    issuingBody: Id,
    year: z.int().describe("The reporting year that it asks about."),
    opensOn: Day,
    updatesDueOn: Day,
    assessmentsDueOn: Day,
    publishedOn: Day.optional(),
    closedOn: Day.optional(),
  })
  .meta({
    id: "ReportingCycle",
    description: "One year's round: opens, updates due, assessments due, published, closed.",
  });
export type ReportingCycle = z.infer<typeof ReportingCycle>;
