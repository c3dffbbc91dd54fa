import { z } from "zod";
import { Timeliness } from "../levels.ts";
import { Obligation } from "../replay/obligation.ts";

/** One thing owed, with what depends on the day asked about. */
export const ObligationOnDay = z
  .strictObject({
    ...Obligation.shape,
    timeliness: Timeliness,
    daysOverdue: z.int().describe("Against the current due date; 0 when it is not overdue."),
    daysOverdueOriginal: z.int().describe("Against the original due date (D5); 0 when it is not overdue."),
  })
  .meta({ id: "OwedItem", description: "One thing owed on the day." });
export type ObligationOnDay = z.infer<typeof ObligationOnDay>;
