import { byEditor } from "../acting/action-rule.ts";
import { requireInState } from "../acting/require-in-state.ts";
import type { Draft } from "./draft.ts";
import type { RegisterAct, RegisterContext } from "./register-act.ts";
import { requireDraft } from "./require-draft.ts";

export const discardAct = {
  name: "discard",
  on: "report",
  roles: byEditor.roles,
  states: ["draft"],
  becomes: "gone",
  removes: true,
  makes: "report",
  operation: {
    id: "discardReport",
    method: "delete",
    path: "/reports/{id}",
    summary: "A draft is discarded; nothing of it was ever public",
  },
  command: {
    noun: "report",
    verb: "discard",
    about: "Discard a draft; it was never public, and only the register keeps what it was",
    done: "Discarded",
    names: { thing: "<reference>" },
    options: {},
  },
} as const satisfies RegisterAct;

/** Discards a draft. It was never public; the register keeps what it was, who discarded it and when. */
export function discard(context: RegisterContext, { report }: Draft): void {
  requireInState(discardAct.name, discardAct, "draft", context.actor.role);
  requireDraft(report, "it cannot be discarded");
}
