import { z } from "zod";
import { type Settings, settingsOn } from "../../settings/settings.ts";
import { addDays, addMonths, Day, daysBetween } from "../../time/day.ts";
import { ShownPrecision } from "../../time/due-date.ts";
import type { AskingHistory } from "../case/case.ts";
import type { Role } from "../follow-up.ts";
import type { Lifecycle } from "../levels.ts";

/** Since when a follow-up has been asked, on a day. */
export const Outstanding = z
  .strictObject({
    firstAsked: Day.optional().describe("Since when it is asked, along its repeats (R15)."),
    firstAskedPrecision: ShownPrecision,
    /** Whole days from the first asking to the day asked about. */
    daysSinceFirstAsked: z.int().optional(),
    longOutstanding: z.boolean().describe("Not closed, owing, and first asked five years ago or more (D8)."),
  })
  .meta({ description: "Since when a follow-up has been asked, on a day." });
export type Outstanding = z.infer<typeof Outstanding>;

export function outstandingOn(
  { first, firstPrecision }: Pick<AskingHistory, "first" | "firstPrecision">,
  { lifecycle, role }: { lifecycle: Lifecycle; role: Role },
  asOf: Day,
  settings: Settings,
): Outstanding {
  if (first === undefined) return { longOutstanding: false };
  return {
    firstAsked: first,
    ...(firstPrecision && { firstAskedPrecision: firstPrecision }),
    ...(first <= asOf && { daysSinceFirstAsked: daysBetween(first, asOf) }),
    longOutstanding:
      lifecycle !== "closed" && role !== "forInformation" && first <= latestLongOutstanding(asOf, settings),
  };
}

/**
 * The latest day of a first asking for which it is long outstanding on a day: a number of years before that day (D8).
 */
export function latestLongOutstanding(asOf: Day, settings: Settings): Day {
  const months = 12 * settingsOn(settings, asOf).longOutstandingYears;
  const latest = addMonths(asOf, -months);
  // Something asked on 29 February is five years old on 28 February, like something asked the day before.
  const next = addDays(latest, 1);
  return addMonths(next, months) <= asOf ? next : latest;
}
