import { z } from "zod";
import type { Comparison } from "../comparison/comparison.ts";
import { ComparedAnswers, Movement } from "../comparison/movement.ts";
import type { ComparisonFilter } from "./comparison-filter.ts";
import { FollowUpItem } from "./follow-up-item.ts";
import { OrganizationRef } from "./organization-ref.ts";
import type { Page } from "./paging.ts";

/** How one follow-up moved from one day to another. */
export const ComparisonItem = z
  .strictObject({
    ...FollowUpItem.shape,
    addressee: OrganizationRef.describe("As printed."),
    responsible: OrganizationRef.describe("Who answers for the follow-up on the last day (R14)."),
    movement: Movement,
    before: ComparedAnswers.optional().describe("On the first day; absent where it was not published by then."),
    after: ComparedAnswers.describe("On the last day."),
  })
  .meta({ id: "ComparisonItem", description: "How a follow-up moved from one day to another." });
export type ComparisonItem = z.infer<typeof ComparisonItem>;

/** The counts are of all follow-ups that the filters leave, whatever `movement` asks for; the items are of that alone. */
export type ComparisonAnswer = Page<ComparisonItem> & Comparison & Pick<ComparisonFilter, "from" | "to">;
