import { z } from "zod";
import { OrganizationRef } from "./organization-ref.ts";

/** An organization that owes something overdue on a day: it is responsible on that day, whoever was printed (R14). */
export const OwingOrganization = z
  .strictObject({
    organization: OrganizationRef,
    overdue: z.int().describe("How many things it owes that are overdue."),
    longest: z.int().describe("By how many days the longest of them is overdue."),
  })
  .meta({ id: "OwingOrganization", description: "How much an organization owes that is overdue." });
export type OwingOrganization = z.infer<typeof OwingOrganization>;
