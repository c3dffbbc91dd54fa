import { z } from "zod";
import { ReadableName } from "../text/bounded-text.ts";
import { Day } from "./day.ts";
import { endsPeriod } from "./period-end.ts";

export const Precision = z.enum(["day", "month", "quarter", "semester", "year"]).meta({ id: "Precision" });
export type Precision = z.infer<typeof Precision>;

/** A date that may be vague (D9): it keeps its wording and counts to the end of its period. */
export const DueDate = z
  .strictObject({
    on: Day.describe("The day it counts to: the last day of the period that was named."),
    precision: Precision.default("day"),
    wording: ReadableName.optional().describe("The words of the source, where they are not a plain date."),
  })
  .check(({ value: { on, precision }, issues }) => {
    if (Day.safeParse(on).success && !endsPeriod(on, precision))
      issues.push({
        code: "custom",
        path: ["on"],
        input: on,
        message: `is not the last day of a ${precision}: a vague date counts to the end of its period (D9)`,
      });
  })
  .meta({ id: "DueDate", description: "A date with its precision; a vague one keeps its wording." });
export type DueDate = z.infer<typeof DueDate>;
