import type { ActionRole } from "../acting/action-rule.ts";
import type { RegisterAct, RegisterState } from "../register/register-act.ts";
import type { RegisterKind } from "../register/register-kinds.ts";
import { type RegisterActName, registerActs } from "./acts.ts";

/** What acts on the register are done on. */
export type OnRegister = Extract<RegisterKind, "report" | "recommendation" | "reportingCycle">;

/** The acts that a role may do on such a thing in its state, in the order of docs/actions.md. */
export function allowedRegisterActs(on: OnRegister, state: RegisterState, role: ActionRole): RegisterActName[] {
  const all = Object.values(registerActs) as (RegisterAct & { name: RegisterActName })[];
  return all
    .filter((act) => act.on === on && act.roles.includes(role) && act.states?.includes(state) === true)
    .map(({ name }) => name);
}
