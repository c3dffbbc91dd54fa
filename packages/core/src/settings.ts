import { z } from "zod";
import { ShortText } from "./text/bounded-text.ts";
import { Period, PeriodRules } from "./time/period.ts";

/** What an installation may set. Those that move dates are dated entries themselves (decision 2). */
export const Settings = z
  .strictObject({
    timeZone: ShortText.default("Europe/Brussels"),
    responsePeriod: Period.default({ amount: 2, unit: "months" }),
    periodRules: PeriodRules.default("eu1182"),
    verificationPeriod: Period.default({ amount: 12, unit: "months" }),
    staleAfter: Period.default({ amount: 15, unit: "months" }),
    dueSoonDays: z.int().min(0).max(36_525).default(30),
    longOutstandingYears: z.int().min(1).max(100).default(5).describe("After the first asking (D8)."),
    longOverdueDays: z.int().min(1).max(36_525).default(365),
    lookBackYears: z.int().min(1).max(100).default(4).describe("A follow-up is too young to judge before (R13; GAO)."),
  })
  .meta({ id: "Settings" });
export type Settings = z.infer<typeof Settings>;

export const defaultSettings: Settings = Settings.parse({});
