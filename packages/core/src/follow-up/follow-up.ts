import { z } from "zod";
import { Id, Source } from "../source.ts";
import { ReadableName } from "../text/bounded-text.ts";

/** lead and joint owe; forInformation owes nothing (R5). */
export const Role = z.enum(["lead", "joint", "forInformation"]).meta({ id: "Role" });
export type Role = z.infer<typeof Role>;

/** The role that owes more of those in which one addressee is named. */
export function owingMost(one: Role, other: Role): Role {
  return Role.options.indexOf(other) < Role.options.indexOf(one) ? other : one;
}

/** What one addressee owes for one recommendation: the thread to which all later entries belong. */
export const FollowUp = z
  .strictObject({
    id: Id,
    recommendation: Id,
    addressee: Id.describe("The organization it is addressed to, as printed; it never changes (R14)."),
    nameAtIssue: ReadableName.optional().describe("The addressee's name word for word, where it differs."),
    role: Role.default("lead"),
    source: Source.optional(),
  })
  .meta({ id: "FollowUp", description: "What one addressee owes for one recommendation." });
export type FollowUp = z.infer<typeof FollowUp>;
