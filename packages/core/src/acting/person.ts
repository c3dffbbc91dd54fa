import type { Right } from "../access/right.ts";
import { DomainError } from "../domain-error.ts";
import type { Id } from "../source.ts";
import { type ActionRole, actionRoles } from "./action-rule.ts";
import type { Actor } from "./actor.ts";

/**
 * Who asks for something to be done: a user, or a person or program with a token. An act is done in one role, so that its
 * entry has one author; a person may hold several.
 */
export type Person = {
  id: Id;
  /** For people to read, and recorded with each act. */
  name: string;
  rights: readonly Right[];
  /** The acts that may be done; all that the rights allow when it is absent. */
  acts?: readonly string[];
  /** The organizations that a token of a user is for, where it is not for all of the user's: the rights are those for them. */
  organizations?: readonly Id[];
};

/** A person who holds one role. */
export function personAs({ id, name, role, organizations }: Actor): Person {
  return { id, name, rights: [{ role, organizations }] };
}

/** The person in each role in which an act can be done: an editor comes before an assessor. */
export function actorsOf({ id, name, rights }: Person): readonly Actor[] {
  return actionRoles.flatMap((role) =>
    rights.flatMap((right) => (right.role === role ? [{ id, name, role, organizations: right.organizations }] : [])),
  );
}

/**
 * The person in each of `roles` that is held: those in which an act may ever be done. Errors: missingPermission when none
 * is, or when the token is not for the act.
 */
export function requireActors(
  { acts, ...person }: Person,
  act: string,
  roles: readonly ActionRole[],
): readonly Actor[] {
  if (acts !== undefined && !acts.includes(act))
    throw new DomainError("missingPermission", `this token is for ${acts.join(", ")} alone, not for ${act}`);
  const actors = actorsOf(person).filter(({ role }) => roles.includes(role));
  if (actors.length > 0) return actors;
  const held = person.rights.map(({ role }) => role);
  throw new DomainError("missingPermission", `the role ${held.join(" or ") || "public"} may not do this`);
}

/** What `attempt` answers for the first of them that is not refused. Errors: those of allowedAmong(). */
export async function firstAllowed<Each, Done>(
  all: readonly Each[],
  attempt: (each: Each) => Done | Promise<Done>,
): Promise<Done> {
  for await (const done of allowedAmong(all, attempt)) return done;
  throw new Error("there is no role to act in");
}

/**
 * What `attempt` answers for each of them that is not refused, in their order. Errors: the first refusal when all are
 * refused; whatever is no refusal, at once.
 */
export async function* allowedAmong<Each, Done>(
  all: readonly Each[],
  attempt: (each: Each) => Done | Promise<Done>,
): AsyncGenerator<Done> {
  const refusals: DomainError[] = [];
  for (const each of all) {
    let done: Done;
    try {
      done = await attempt(each);
    } catch (error) {
      if (!(error instanceof DomainError && error.code === "missingPermission")) throw error;
      refusals.push(error);
      continue;
    }
    yield done;
  }
  const [first] = refusals;
  if (first !== undefined && refusals.length === all.length) throw first;
}
