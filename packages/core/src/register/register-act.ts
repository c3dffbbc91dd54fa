import { z } from "zod";
import type { Actor } from "../acts/act.ts";
import { DomainError, type Issue } from "../domain-error.ts";
import type { ActionRole } from "../follow-up/actions.ts";
import { mergePatch } from "../merge-patch.ts";
import type { Id, Instant } from "../source.ts";
import type { Day } from "../time/day.ts";
import type { RegisterKind } from "./register-thing.ts";

/** All that an act on the register rests on beside its input and what it acts on; core has no clock and makes no ids. */
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
  /** In which states of what it acts on; absent where it makes a new one. */
  states?: readonly RegisterState[];
};

const editor = ["editor"] as const;
const assessor = ["assessor"] as const;

/**
 * The acts on the register, beside `publish` and `discard` of the actions table: on what, in which states, by whom
 * (R54).
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

/** Every act on the register: these, and the two of the actions table. */
export type RegisterActName = RegisterAction | "publish" | "discard";

/** What an act made or changed, as it is now. */
export type RegisterDone = {
  kind: RegisterKind;
  id: Id;
  /** For the next write; absent where a thing is written once. */
  version?: number;
  body: object;
  /** What an editor should look at; nothing was refused for it. */
  warnings: readonly Issue[];
};

/** Whether the act may be done now by this actor. Errors: missingPermission; invalidStateTransition; reportingCycleClosed. */
export function requireOnRegister(action: RegisterAction, { actor }: RegisterContext, state?: RegisterState): void {
  const { roles, states, on }: RegisterRule = registerActions[action];
  if (!roles.includes(actor.role))
    throw new DomainError("missingPermission", `${words(action)} is not for the role ${actor.role}`);
  if (states === undefined || state === undefined || states.includes(state)) return;
  if (on === "reportingCycle" && state === "closed")
    throw new DomainError(
      "reportingCycleClosed",
      "the reporting cycle is closed and its snapshot frozen; what was found wrong stands beside it as an erratum",
    );
  throw new DomainError(
    "invalidStateTransition",
    `${words(action)} is not possible while it is ${state}; it is while it is ${states.join(" or ")}`,
  );
}

/** What is sent to change a thing: a JSON Merge Patch (RFC 7396), where null takes a property away. */
export const Changes = z.record(z.string(), z.unknown());

/** A thing after a merge patch; `may` are the properties that can change. Errors: invalidInput, unknownInput, with the places. */
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

/** An act cannot be done on a day that has not come. */
export function requireComeBy(today: Day, days: Readonly<Record<string, Day | undefined>>): void {
  for (const [name, value] of Object.entries(days))
    if (value !== undefined && value > today)
      throw new DomainError("invalidInput", "the day has not come", [{ name, value, detail: `today is ${today}` }]);
}

function words(code: string): string {
  return code.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`);
}
