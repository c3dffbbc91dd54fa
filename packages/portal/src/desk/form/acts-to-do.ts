import { type Action, type ActName, actions, acts, type Id } from "@heed/core";
import type { FollowUpAct } from "@heed/core/acts/follow-up-act";
import type { DeskAsked } from "../desk-asked.ts";
import { type FormAct, formActs } from "./act-fields.ts";

/** The acts with a form that somebody may do now on a follow-up in a role of the own, not on behalf of an addressee. */
export async function actsToDo({ reads, visitor: { person }, desk }: DeskAsked, followUp: Id): Promise<FormAct[]> {
  const allowed = await reads.allowedActs(person, { on: "followUp", id: followUp }, desk.at);
  const roles = person.rights.map(({ role }) => role);
  return formActs.filter((act) =>
    actionsOf(act).some(
      (action) => allowed.includes(action) && actions[action].roles.some((role) => roles.includes(role)),
    ),
  );
}

function actionsOf(act: ActName): Action[] {
  const { actions: own }: FollowUpAct = acts[act];
  return Object.keys(own) as Action[];
}
