import { z } from "zod";
import { FollowUpItem } from "./follow-up-item.ts";
import { FollowUpSummary } from "./follow-up-summary.ts";

/** A follow-up in a list of its own, with the four answers. */
export const ListedFollowUp = z
  .strictObject({
    ...FollowUpItem.shape,
    ...FollowUpSummary.omit({
      id: true,
      recommendation: true,
      addressee: true,
      responsible: true,
      openSuccessions: true,
      coordinator: true,
      matches: true,
    }).shape,
  })
  .meta({ id: "ListedFollowUp", description: "What one addressee owes for one recommendation, and how it stands." });
export type ListedFollowUp = z.infer<typeof ListedFollowUp>;
