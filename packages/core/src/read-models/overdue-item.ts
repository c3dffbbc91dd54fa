import type { z } from "zod";
import { Day } from "../time/day.ts";
import { ObligationItem } from "./obligation-item.ts";

/**
 * One thing owed that is overdue, or due soon, on the day asked about. `due` is absent when no due date applies until one
 * is set (D26): it is overdue only against the original one.
 */
export const OverdueItem = ObligationItem.extend({ originalDue: Day.describe("Before any move (D5).") }).meta({
  id: "OverdueItem",
  description: "One thing owed that is overdue or due soon.",
});
export type OverdueItem = z.infer<typeof OverdueItem>;
