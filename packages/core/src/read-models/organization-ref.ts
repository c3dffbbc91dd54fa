import { z } from "zod";
import { LocalizedText } from "../localized-text.ts";
import { Id } from "../source.ts";

/** An organization as lists name it. */
export const OrganizationRef = z
  .strictObject({ id: Id, code: z.string(), name: LocalizedText })
  .meta({ id: "OrganizationRef", description: "A link to an organization." });
export type OrganizationRef = z.infer<typeof OrganizationRef>;
