import { byEditor } from "../acting/action-rule.ts";
import type { CollectedItem } from "../collected-item/collected-item.ts";
import { itemKinds } from "../collected-item/item-kinds.ts";
import { DomainError } from "../domain-error.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";

export const eraseItemAct = {
  name: "eraseItem",
  on: "collectedItem",
  roles: byEditor.roles,
  removes: true,
  makes: "collectedItem",
  operation: {
    id: "eraseCollectedItem",
    method: "delete",
    path: "/collectedItems/{id}",
    summary: "What is about a person is erased, also in the audit, which keeps that it was there",
  },
  command: {
    noun: "item",
    verb: "erase",
    about: "Erase a contact, with what the audit kept of it; it does not come back",
    done: "Erased",
    names: { thing: "<item>" },
    options: { among: ["--by <name>", "the body, where several have the reference"] },
  },
} as const satisfies RegisterAct;

/**
 * What is left of an item about a person once it is erased: that there was one, of which body. Errors: missingPermission;
 * invalidStateTransition for what is about no person.
 */
export function eraseItem(context: RegisterContext, item: CollectedItem): CollectedItem {
  requireAllowedOnRegister(eraseItemAct, context);
  if (itemKinds[item.kind].isPersonal !== true)
    throw new DomainError(
      "invalidStateTransition",
      `${item.reference} cannot be erased: only contacts can; what does not hold is withdrawn`,
    );
  return erasedItem(item);
}

/** The reference goes too, because a person may have written a name in it. */
export function erasedItem({ id, kind, issuingBody, year }: CollectedItem): CollectedItem {
  return { id, kind, issuingBody, reference: id, year, title: {}, themes: [], confidential: true, content: {} };
}
