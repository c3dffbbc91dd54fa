import { z } from "zod";
import { SnapshotRow } from "../register/snapshot.ts";
import { OrganizationRef } from "./organization-ref.ts";

/** A row of a frozen snapshot, with the names that organizations have today. */
export const SnapshotItem = z
  .strictObject({
    ...SnapshotRow.shape,
    reference: z.string().describe("Of the recommendation, on that day."),
    addressee: OrganizationRef.describe("As printed."),
    responsible: OrganizationRef.describe("The organization responsible on that day (R14)."),
  })
  .meta({ id: "SnapshotItem", description: "How a follow-up stood on the day the cycle was closed." });
export type SnapshotItem = z.infer<typeof SnapshotItem>;
