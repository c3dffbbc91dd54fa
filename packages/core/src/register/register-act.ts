import { z } from "zod";
import type { ActionRole, ActionRule } from "../acting/action-rule.ts";
import type { Actor } from "../acting/actor.ts";
import { DomainError, type Issue } from "../domain-error.ts";
import { mergePatch } from "../merge-patch.ts";
import type { Id, Instant } from "../source.ts";
import type { Day } from "../time/day.ts";
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

export type RegisterRule = {
  on: RegisterKind;
  roles: readonly ActionRole[];
  /** The states in which the act is allowed; absent when the act creates something. */
  states?: readonly RegisterState[];
};

const editor = ["editor"] as const;
const assessor = ["assessor"] as const;

/** What is done on a report as a whole, and what its follow-ups become by it. */
export const reportActions = {
  publish: { roles: editor, states: ["draft"], becomes: "open" },
  discard: { roles: editor, states: ["draft"], becomes: "gone" },
} as const satisfies Record<string, ActionRule>;

/**
 * The acts on the register, in addition to `publish` and `discard` of the table of actions: on what, in which states,
 * by whom (R54).
 */
export const registerActions = {
  draftReport: { on: "report", roles: editor },
  changeReport: { on: "report", roles: editor, states: ["draft", "published"] },
  addRecommendation: { on: "report", roles: editor, states: ["draft"] },
  changeRecommendation: { on: "report", roles: editor, states: ["draft"] },
  removeRecommendation: { on: "report", roles: editor, states: ["draft"] },
  correctRecommendation: { on: "recommendation", roles: editor, states: ["published"] },
  link: { on: "recommendation", roles: editor, states: ["published"] },
  overrideLevel: { on: "recommendation", roles: assessor, states: ["published"] },
  withdrawLevelOverride: { on: "recommendation", roles: assessor, states: ["published"] },
  openCycle: { on: "reportingCycle", roles: editor },
  changeCycle: { on: "reportingCycle", roles: editor, states: ["open"] },
  selectForAssessment: { on: "reportingCycle", roles: editor, states: ["open"] },
  publishCycle: { on: "reportingCycle", roles: editor, states: ["open"] },
  closeCycle: { on: "reportingCycle", roles: editor, states: ["open"] },
  addErratum: { on: "reportingCycle", roles: editor, states: ["closed"] },
  addOrganization: { on: "organization", roles: editor },
  changeOrganizations: { on: "organizationChange", roles: editor },
  changeSettings: { on: "setting", roles: editor },
} as const satisfies Record<string, RegisterRule>;

export type RegisterAction = keyof typeof registerActions;

/** Every act on the register: these, and the two of the table of actions. */
export type RegisterActName = RegisterAction | "publish" | "discard";

/** What an act created or changed, as it is now. */
export type RegisterResult = {
  kind: RegisterKind;
  id: Id;
  /** For the next write; absent for things that are written only once. */
  version?: number;
  body: object;
  /** What an editor should look at; a warning refuses nothing. */
  warnings: readonly Issue[];
};

/**
 * Throws unless this actor may do the act now. Errors: missingPermission; invalidStateTransition; reportingCycleClosed.
 */
export function requireAllowedOnRegister(
  action: RegisterAction,
  { actor }: RegisterContext,
  state?: RegisterState,
): void {
  const { roles, states, on }: RegisterRule = registerActions[action];
  if (!roles.includes(actor.role))
    throw new DomainError("missingPermission", `${words(action)} is not for the role ${actor.role}`);
  if (states === undefined || state === undefined || states.includes(state)) return;
  if (on === "reportingCycle" && state === "closed")
    throw new DomainError(
      "reportingCycleClosed",
      "the reporting cycle is closed and its snapshot frozen; record what was found wrong as an erratum",
    );
  throw new DomainError(
    "invalidStateTransition",
    `${words(action)} is not possible while it is ${state}; it is while it is ${states.join(" or ")}`,
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
  return mergePatch(thing, changes) as object;
}

/** Refuses an act that is dated in the future. */
export function requireNotInFuture(today: Day, days: Readonly<Record<string, Day | undefined>>): void {
  for (const [name, value] of Object.entries(days))
    if (value !== undefined && value > today)
      throw new DomainError("invalidInput", "the day has not come", [{ name, value, detail: `today is ${today}` }]);
}

function words(code: string): string {
  return code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
