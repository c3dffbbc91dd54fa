import { z } from "zod";
import type { ActionRole, ActionRule } from "../acting/action-rule.ts";
import type { Actor } from "../acting/actor.ts";
import { changedThing } from "../changed-thing.ts";
import { DomainError } from "../domain-error.ts";
import type { Id, Instant } from "../source.ts";
import { words } from "../text/words.ts";
import type { Day } from "../time/day.ts";
import type { RegisterCommand } from "./register-command.ts";
import type { RegisterKind } from "./register-kinds.ts";

/** Everything an act on the register uses besides its input and what it acts on. core has no clock and makes no ids. */
export type RegisterContext = {
  actor: Actor;
  at: Instant;
  /** The calendar day of `at` in the installation's time zone (D10). */
  today: Day;
  newId: () => Id;
};

/** A report is a draft or published, a cycle open or closed. */
export type RegisterState = "draft" | "published" | "open" | "closed";

/** An act on the register: on what, in which states and by whom (R54), what it is given, and its texts for those who do it. */
export type RegisterAct = {
  name: string;
  on: RegisterKind;
  roles: readonly ActionRole[];
  /** The states in which it is allowed; absent when it creates something. */
  states?: readonly RegisterState[];
  /** What it makes of the follow-ups below; absent where they stay as they are. */
  becomes?: ActionRule["becomes"];
  /** The thing is gone after it: the register keeps what it was. */
  removes?: true;
  /** What it is given; absent where it needs nothing but what it is done on. */
  input?: z.ZodObject;
  /** What it answers with, as it is now. */
  makes: RegisterKind | "draftRecommendation";
  operation: {
    id: string;
    method: "post" | "patch" | "delete";
    path: string;
    summary: string;
    /** It creates something, so there is nothing that If-Match could name. */
    creates?: true;
  };
  command: RegisterCommand;
};

/**
 * Throws unless this actor may do the act now. Errors: missingPermission; invalidStateTransition; reportingCycleClosed.
 */
export function requireAllowedOnRegister(
  { name, roles, states, on }: Pick<RegisterAct, "name" | "roles" | "states" | "on">,
  { actor }: RegisterContext,
  state?: RegisterState,
): void {
  if (!roles.includes(actor.role))
    throw new DomainError("missingPermission", `${words(name)} is not for the role ${actor.role}`);
  if (states === undefined || state === undefined || states.includes(state)) return;
  if (on === "reportingCycle" && state === "closed")
    throw new DomainError(
      "reportingCycleClosed",
      "the reporting cycle is closed and its snapshot frozen; record what was found wrong as an erratum",
    );
  throw new DomainError(
    "invalidStateTransition",
    `${words(name)} is not possible: it is ${state}, and must be ${states.join(" or ")}`,
  );
}

/** The changes of a thing, as a JSON Merge Patch (RFC 7396): null removes a property. */
export const Changes = z.record(z.string(), z.unknown());

/**
 * A thing after a merge patch; `may` lists the properties that can change. Errors: invalidInput, unknownInput, with the
 * places.
 */
export function patched(thing: object, changes: Record<string, unknown>, may: readonly string[]): object {
  const others = Object.keys(changes).filter((key) => !may.includes(key));
  const known = others.filter((key) => Object.hasOwn(thing, key));
  if (others.length > 0)
    throw new DomainError(
      known.length === others.length ? "invalidInput" : "unknownInput",
      "this cannot be changed",
      others.map((name) => ({ name, detail: `these can: ${may.join(", ")}` })),
    );
  return changedThing(thing, changes);
}

/** Refuses an act that is dated in the future. */
export function requireNotInFuture(today: Day, days: Readonly<Record<string, Day | undefined>>): void {
  for (const [name, value] of Object.entries(days))
    if (value !== undefined && value > today)
      throw new DomainError("invalidInput", "the day has not come", [{ name, value, detail: `today is ${today}` }]);
}
