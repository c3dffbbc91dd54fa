import { z } from "zod";
import { Change } from "../follow-up/changes/change.ts";
import { FollowUpItem } from "./follow-up-item.ts";
import { OrganizationRef } from "./organization-ref.ts";

/** One thing that changed, with the follow-up that it is about. */
export const ChangeItem = z
  .strictObject({
    ...Change.shape,
    ...FollowUpItem.shape,
    addressee: OrganizationRef.describe("As printed."),
    responsible: OrganizationRef.describe("Who answers for the follow-up on the last day asked about (R14)."),
  })
  .meta({ id: "ChangeItem", description: "One thing that changed about a follow-up on a day." });
export type ChangeItem = z.infer<typeof ChangeItem>;
