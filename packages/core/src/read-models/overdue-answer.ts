import { z } from "zod";
import { OverdueKind } from "../follow-up/levels.ts";
import { ageingBuckets } from "../time/ageing.ts";
import type { Day } from "../time/day.ts";
import type { OverdueItem } from "./overdue-item.ts";
import type { Page } from "./paging.ts";

/** How many items there are, exactly. */
export const OverdueTotals = z
  .strictObject({
    total: z.int(),
    totalsByKind: z.record(OverdueKind, z.int()).readonly(),
    /** What is only due soon is in none. */
    totalsByAge: z.record(z.enum(ageingBuckets), z.int()).readonly().describe("By days overdue (D8)."),
  })
  .meta({ description: "How many things are overdue or due soon." });
export type OverdueTotals = z.infer<typeof OverdueTotals>;

export type OverdueAnswer = Page<OverdueItem> & OverdueTotals & { asOf: Day };
