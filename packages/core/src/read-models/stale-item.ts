import { z } from "zod";
import { Day } from "../time/day.ts";
import { FollowUpItem } from "./follow-up-item.ts";

/** Open follow-ups without a deadline and without an entry for a long time (D7); they are never among the overdue. */
export const StaleItem = z
  .strictObject({ ...FollowUpItem.shape, staleFrom: Day })
  .meta({ id: "StaleItem", description: "Open, without a deadline and without an entry for a long time (D7)." });
export type StaleItem = z.infer<typeof StaleItem>;
