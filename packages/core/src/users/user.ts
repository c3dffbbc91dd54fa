import { z } from "zod";
import { joinedRights, ReaderRole, type Right } from "../access/right.ts";
import { Language } from "../localized-text.ts";
import { Id, Instant } from "../source.ts";
import { PersonName, ReadableName } from "../text/bounded-text.ts";
import { Day } from "../time/day.ts";

/** One role of a user, for one organization or for all. */
export const UserRole = z
  .strictObject({
    role: ReaderRole,
    organization: Id.optional().describe(
      "The organization that a respondent answers for; the issuing body of an editor or assessor, or every one when it is absent.",
    ),
    from: Day,
    until: Day.optional().describe("The last day on which it is held."),
  })
  .meta({ id: "UserRole" });
export type UserRole = z.infer<typeof UserRole>;

/** Who somebody is at an issuer of OpenID Connect: a subject is unique there, and is never given to somebody else. */
export const UserIdentity = z
  .strictObject({ issuer: ReadableName, subject: ReadableName })
  .meta({ id: "UserIdentity", description: "Who somebody is at an issuer of OpenID Connect." });
export type UserIdentity = z.infer<typeof UserIdentity>;

/** A person who may do more than read what is public. What is recorded under the name belongs to this person alone. */
export const User = z
  .strictObject({
    id: Id,
    name: PersonName,
    email: z.email().max(254).optional(),
    language: Language.optional(),
    roles: z.array(UserRole).readonly(),
    identities: z.array(UserIdentity).readonly(),
    leftOn: Day.optional().describe("From this day on the user holds no role. The name stays."),
    version: z.int().min(1),
    recordedAt: Instant,
  })
  .meta({ id: "User" });
export type User = z.infer<typeof User>;

/** Whether a user has left by a day, and so holds no role on it. */
export function hasLeft({ leftOn }: Pick<User, "leftOn">, day: Day): boolean {
  return leftOn !== undefined && leftOn <= day;
}

/** The roles that a user holds on a day, as they were given. */
export function rolesOn({ roles, leftOn }: Pick<User, "roles" | "leftOn">, day: Day): readonly UserRole[] {
  if (hasLeft({ leftOn }, day)) return [];
  return roles.filter(({ from, until }) => from <= day && (until === undefined || day <= until));
}

/** The rights of a user on a day: each role once. */
export function rightsOn(user: Pick<User, "roles" | "leftOn">, day: Day): readonly Right[] {
  return joinedRights(
    rolesOn(user, day).map(({ role, organization }) => ({
      role,
      organizations: organization === undefined ? [] : [organization],
    })),
  );
}
