import { type ActionRole, rolesOf } from "../acting/action-rule.ts";
import type { Actor } from "../acting/actor.ts";
import { type Person, requireActors } from "../acting/person.ts";
import { type ActName, acts } from "./acts.ts";
import type { FollowUpAct } from "./follow-up-act.ts";

/** The roles in which an act may be done in some state. */
export function rolesOfAct({ actions }: Pick<FollowUpAct, "actions">): readonly ActionRole[] {
  return [...new Set(Object.values(actions).flatMap(rolesOf))];
}

/**
 * The person in each role in which the act may ever be done, whatever the follow-up, its state and version; this comes
 * first, so that state and version are not disclosed. Errors: missingPermission.
 */
export function actorsFor(act: ActName, person: Person): readonly Actor[] {
  return requireActors(person, act, rolesOfAct(acts[act]));
}
