import type { Action, Id } from "@heed/core";
import type { DeskAsked } from "../desk-asked.ts";
import { type FormAct, formActs } from "./act-fields.ts";
import { actionsOf, isOwnAct, recordsForAddressee } from "./on-behalf.ts";

/** The acts with a form that somebody may do now on a follow-up: in a role of the own, or on behalf of its addressee. */
export async function actsToDo({ reads, visitor: { person }, desk }: DeskAsked, followUp: Id): Promise<FormAct[]> {
  const allowed = (await reads.allowedActs(person, { on: "followUp", id: followUp }, desk.at)) as readonly Action[];
  return formActs.filter((act) =>
    actionsOf(act).some(
      (action) => allowed.includes(action) && (isOwnAct(person, action) || recordsForAddressee(person, act)),
    ),
  );
}
