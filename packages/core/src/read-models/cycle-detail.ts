import { z } from "zod";
import { ReportingCycle } from "../cycle/reporting-cycle.ts";

/** One reporting cycle, and whether it has a frozen snapshot. */
export const CycleDetail = z
  .strictObject({
    cycle: ReportingCycle,
    version: z.int(),
    hasSnapshot: z.boolean().describe("A closed cycle has none when it came from a file without one."),
    followUps: z.int().describe("The number of follow-ups in its snapshot."),
  })
  .meta({ id: "CycleDetail", description: "A reporting cycle, and its snapshot in short." });
export type CycleDetail = z.infer<typeof CycleDetail>;
