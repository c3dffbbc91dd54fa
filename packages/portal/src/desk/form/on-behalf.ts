import { type Action, type ActName, actions, acts, type Person } from "@heed/core";
import type { ActionRule } from "@heed/core/acting/action-rule";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import { isEditor } from "../own-bodies.ts";

export function actionsOf(act: ActName): Action[] {
  const { actions: own }: FollowUpAct = acts[act];
  return Object.keys(own) as Action[];
}

/** Whether somebody does an act in a role of the own. */
export function isOwnAct({ rights }: Person, action: Action): boolean {
  return actions[action].roles.some((role) => rights.some((right) => right.role === role));
}

/** Whether somebody does an act only by recording, as an editor, what the addressee said. */
export function recordsForAddressee(person: Person, act: ActName): boolean {
  return (
    isEditor(person) &&
    actionsOf(act).every((action) => {
      const rule: ActionRule = actions[action];
      return rule.onBehalf === true && !isOwnAct(person, action);
    })
  );
}
