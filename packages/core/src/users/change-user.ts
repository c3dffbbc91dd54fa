import { z } from "zod";
import { ReaderRole } from "../access/right.ts";
import { parseInput } from "../acting/parse-input.ts";
import { DomainError, type Issue } from "../domain-error.ts";
import { Id, type Instant } from "../source.ts";
import { Day } from "../time/day.ts";
import { withoutAbsent } from "../without-absent.ts";
import { User, UserIdentity, UserRole } from "./user.ts";

/** When a user is changed; core has no clock and makes no ids. */
export type UserContext = { at: Instant; today: Day; newId: () => Id };

const most = 200;

const GivenRole = UserRole.partial({ from: true }).meta({
  id: "GivenRole",
  description: "A role that is given; from today where no day is named.",
});

const identities = z.array(UserIdentity).max(most).default([]);

export const NewUser = User.pick({ name: true, email: true, language: true })
  .extend({ roles: z.array(GivenRole).max(most).default([]), identities })
  .meta({ id: "NewUser", description: "A person, under the name that acts record." });

export const UserChanges = z
  .strictObject({
    email: z.union([User.shape.email.unwrap(), z.null()]).optional(),
    language: z.union([User.shape.language.unwrap(), z.null()]).optional(),
    addRoles: z.array(GivenRole).max(most).default([]),
    endRoles: z
      .array(z.strictObject({ role: ReaderRole, organization: Id.optional(), until: Day.optional() }))
      .max(most)
      .default([])
      .describe("Each with its last day; today when it is absent."),
    addIdentities: identities,
    removeIdentities: identities,
  })
  .meta({
    id: "UserChanges",
    description:
      "What changes of a user. Roles are added and ended rather than replaced, because all that were held are kept.",
  });

export const UserDeparture = z
  .strictObject({ on: Day.optional().describe("From this day on the user holds no role; today when absent.") })
  .meta({ id: "UserDeparture", description: "A user leaves." });

/** Errors: invalidInput, unknownInput, with the places. */
export function newUser({ at, today, newId }: UserContext, given: unknown): User {
  const { roles, ...rest } = parseInput(NewUser, given);
  const user = { id: newId(), ...rest, roles: startingOn(today, roles), version: 1, recordedAt: at };
  return requireWhole(withoutAbsent(user) as User);
}

/** Errors: invalidInput, unknownInput, with the places; invalidStateTransition for who has left. */
export function changeUser({ today }: UserContext, user: User, given: unknown): User {
  requireThere(user);
  const { email, language, addRoles, endRoles, addIdentities, removeIdentities } = parseInput(UserChanges, given);
  const changed = {
    ...user,
    ...(email !== undefined && { email: email ?? undefined }),
    ...(language !== undefined && { language: language ?? undefined }),
    roles: [
      ...endRoles.reduce<readonly UserRole[]>((roles, ended, place) => endedIn(roles, ended, place, today), user.roles),
      ...startingOn(today, addRoles),
    ],
    identities: [
      ...user.identities.filter((each) => !removeIdentities.some((removed) => isSame(each, removed))),
      ...addIdentities,
    ],
    version: user.version + 1,
  };
  return requireWhole(withoutAbsent(changed) as User);
}

/** The user holds no role from that day on; the name stays taken. Errors: invalidStateTransition. */
export function leave(user: User, leftOn: Day): User {
  requireThere(user);
  return { ...user, leftOn, version: user.version + 1 };
}

function requireThere({ name, leftOn }: User): void {
  if (leftOn !== undefined) throw new DomainError("invalidStateTransition", `${name} left on ${leftOn}`);
}

function startingOn(today: Day, roles: readonly z.output<typeof GivenRole>[]): UserRole[] {
  return roles.map(({ from = today, ...role }) => ({ ...role, from }));
}

type Ended = z.output<typeof UserChanges>["endRoles"][number];

/** A role that has ended stays as it was. Errors: invalidInput when no such role is held. */
function endedIn(
  roles: readonly UserRole[],
  { role, organization, until }: Ended,
  place: number,
  today: Day,
): readonly UserRole[] {
  const last = until ?? today;
  const isMeant = (each: UserRole) =>
    each.role === role &&
    (organization === undefined || each.organization === organization) &&
    (each.until === undefined || each.until > last);
  if (!roles.some(isMeant))
    throw new DomainError("invalidInput", "the user does not hold that role", [
      { name: `endRoles.${place}`, value: role, detail: `no such role is held after ${last}` },
    ]);
  // One that would begin after its last day was never held.
  return roles.flatMap((each) => (!isMeant(each) ? [each] : each.from > last ? [] : [{ ...each, until: last }]));
}

function isSame(one: UserIdentity, other: UserIdentity): boolean {
  return one.issuer === other.issuer && one.subject === other.subject;
}

function requireWhole(user: User): User {
  const issues = user.roles.flatMap((role, place): Issue[] => {
    const name = `roles.${place}`;
    const { from, until } = role;
    if (until !== undefined && until < from)
      return [{ name: `${name}.until`, value: until, detail: `it begins on ${from}` }];
    if (role.role === "respondent" && role.organization === undefined)
      return [{ name: `${name}.organization`, detail: "a respondent answers for an organization" }];
    if (!mayNameOne.includes(role.role) && role.organization !== undefined)
      return [{ name: `${name}.organization`, value: role.organization, detail: `the role ${role.role} is for none` }];
    return [];
  });
  const twice = user.identities.find((each, place) => user.identities.slice(0, place).some((one) => isSame(one, each)));
  if (twice !== undefined)
    issues.push({ name: "identities", value: twice.subject, detail: "the user has this identity already" });
  if (issues.length > 0) throw new DomainError("invalidInput", "the user is not as a user can be", issues);
  return user;
}

const mayNameOne: readonly string[] = ["respondent", "editor", "assessor"];
