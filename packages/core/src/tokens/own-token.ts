import { rightsFor } from "../access/right.ts";
import type { Person } from "../acting/person.ts";
import { acts, registerActs } from "../acts/acts.ts";
import type { FollowUpAct } from "../acts/follow-up-act.ts";
import { rolesOfAct } from "../acts/permit.ts";
import { DomainError, type Issue } from "../domain-error.ts";
import type { RegisterAct } from "../register/register-act.ts";
import type { Day } from "../time/day.ts";
import { requireWholeToken } from "../users/require-admin.ts";
import { rightsOn, type User } from "../users/user.ts";
import type { NewToken } from "./new-token.ts";

/**
 * The user who keeps the own tokens. Errors: missingPermission with a token for some acts or organizations, and for who is no user:
 * a program, or somebody whose roles come from an issuer alone.
 */
export function requireTokenOwner(person: Person, user: User | undefined): User {
  requireWholeToken(person);
  if (user !== undefined) return user;
  throw new DomainError("missingPermission", `${person.name} is no user here, and only a user has tokens of the own`);
}

/**
 * A token that a user makes: the user's own, for nothing that the user may not do today. Errors: missingPermission for one of
 * somebody else; invalidInput for a scope beyond the user's, with each place.
 */
export function ownToken(user: User, { user: whose, name, role, ...given }: NewToken, today: Day): NewToken {
  if ((whose ?? user.id) !== user.id || name !== undefined || role !== undefined)
    throw new DomainError("missingPermission", "the token of somebody else, or of a program, is for the role admin");
  const rights = rightsOn(user, today);
  const issues: Issue[] = [
    ...given.organizations.flatMap((id, place) =>
      rightsFor([id], rights).length > 0
        ? []
        : [{ name: `organizations.${place}`, value: id, detail: "you hold no role for it" }],
    ),
    ...(given.acts ?? []).flatMap((act, place) =>
      rolesDoing(act)?.some((each) => rights.some((right) => right.role === each)) === false
        ? [{ name: `acts.${place}`, value: act, detail: "you hold no role that may do it" }]
        : [],
    ),
  ];
  if (issues.length > 0)
    throw new DomainError("invalidInput", "a token is for nothing that its user may not do", issues);
  return { ...given, user: user.id };
}

/** The acts that a role may do in some state, by the names by which a token is limited to some of them. */
export function actsOfRole(role: string): readonly string[] {
  return [...Object.keys(acts), ...Object.keys(registerActs)].filter((name) => rolesDoing(name)?.includes(role));
}

/** The roles that may do an act in some state; undefined where there is no such act. */
function rolesDoing(name: string): readonly string[] | undefined {
  const onFollowUp: FollowUpAct | undefined = Object.hasOwn(acts, name) ? acts[name as keyof typeof acts] : undefined;
  if (onFollowUp !== undefined) return rolesOfAct(onFollowUp);
  const onRegister: RegisterAct | undefined = Object.hasOwn(registerActs, name)
    ? registerActs[name as keyof typeof registerActs]
    : undefined;
  return onRegister?.roles;
}
