import { z } from "zod";
import { Period, PeriodRules } from "./time/period.ts";

/** What an installation may set. Those that move dates are dated entries themselves (decision 2). */
export const Settings = z
  .strictObject({
    timeZone: z.string().default("Europe/Brussels"),
    responsePeriod: Period.default({ amount: 2, unit: "months" }),
    periodRules: PeriodRules.default("eu1182"),
    verificationPeriod: Period.default({ amount: 12, unit: "months" }),
    staleAfter: Period.default({ amount: 15, unit: "months" }),
    dueSoonDays: z.int().nonnegative().default(30),
    longOutstandingYears: z.int().positive().default(5).describe("After the first asking (D8)."),
    longOverdueDays: z.int().positive().default(365),
    lookBackYears: z.int().positive().default(4).describe("A follow-up is too young to judge before (R13; GAO)."),
  })
  .meta({ id: "Settings" });
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = Settings.parse({});
