import { z } from "zod";
import { Day } from "../time/day.ts";
import { FollowUpItem } from "./follow-up-item.ts";

/** What a cycle selected for assessment and the issuing body has not assessed (R36). */
export const UnassessedItem = z
  .strictObject({
    ...FollowUpItem.shape,
    due: Day,
    daysOverdue: z.int().describe("0 until its day has passed."),
  })
  .meta({ id: "UnassessedItem", description: "Selected by a cycle for assessment, and not assessed (R36)." });
export type UnassessedItem = z.infer<typeof UnassessedItem>;
