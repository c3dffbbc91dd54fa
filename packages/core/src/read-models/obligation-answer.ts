import { z } from "zod";
import { OverdueKind, Timeliness } from "../follow-up/levels.ts";
import type { Day } from "../time/day.ts";
import type { ObligationItem } from "./obligation-item.ts";
import type { Page } from "./paging.ts";

/** The timeliness that a thing owed can have, the worst first. */
export const OwedTimeliness = Timeliness.exclude(["metLate", "metOnTime", "notMet", "released"]);
export type OwedTimeliness = z.infer<typeof OwedTimeliness>;

/** How many things are owed, exactly; absent where no total was asked for. */
export const ObligationTotals = z
  .strictObject({
    totalsByKind: z.record(OverdueKind, z.int()).readonly().optional(),
    totalsByTimeliness: z.record(OwedTimeliness, z.int()).readonly().optional(),
  })
  .meta({ description: "How many things are owed, by kind and by timeliness." });
export type ObligationTotals = z.infer<typeof ObligationTotals>;

export type ObligationAnswer = Page<ObligationItem> & ObligationTotals & { asOf: Day };
