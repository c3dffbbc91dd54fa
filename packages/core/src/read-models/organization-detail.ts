import { z } from "zod";
import { Organization } from "../organization/organization.ts";

/** One organization, with the days and former names that the changes give it. */
export const OrganizationDetail = z
  .strictObject({ ...Organization.shape, version: z.int().min(1).describe("Raised by each correction.") })
  .meta({ id: "OrganizationDetail", description: "A body that issues, receives or contributes." });
export type OrganizationDetail = z.infer<typeof OrganizationDetail>;
