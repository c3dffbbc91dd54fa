import { z } from "zod";
import type { Day } from "./day.ts";

export const Period = z
  .strictObject({ amount: z.int().positive(), unit: z.enum(["days", "weeks", "months", "years"]) })
  .meta({ id: "Period", description: "A length of time, such as two months." });
export type Period = z.infer<typeof Period>;

export const PeriodRules = z.enum(["eu1182", "calendar"]).meta({
  id: "PeriodRules",
  description: "eu1182: Regulation (EEC, Euratom) No 1182/71; calendar: plain calendar, never moved for a holiday.",
});
export type PeriodRules = z.infer<typeof PeriodRules>;

export declare function endOfPeriod(from: Day, period: Period, rules: PeriodRules): Day;
