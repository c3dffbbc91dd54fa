import { byEditor } from "../acting/action-rule.ts";
import { DomainError } from "../domain-error.ts";
import type { Id } from "../source.ts";
import { type Draft, type DraftRecommendation, recommendationIn } from "./draft.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";

export const removeRecommendationAct = {
  name: "removeRecommendation",
  on: "report",
  roles: byEditor.roles,
  states: ["draft"],
  removes: true,
  makes: "draftRecommendation",
  operation: {
    id: "removeRecommendation",
    method: "delete",
    path: "/reports/{id}/recommendations/{recommendation}",
    summary: "A recommendation is removed from the draft",
  },
  command: {
    noun: "recommendation",
    verb: "remove",
    about: "Remove a recommendation from a draft report, after its parts",
    names: { thing: "<report>", part: "<reference>" },
    options: {},
  },
} as const satisfies RegisterAct;

/** Removes a recommendation from the draft; its parts must be removed first. */
export function removeRecommendation(context: RegisterContext, draft: Draft, recommendation: Id): DraftRecommendation {
  requireAllowedOnRegister(removeRecommendationAct, context, draft.report.status);
  const removed = recommendationIn(draft, recommendation);
  const part = draft.recommendations.find(({ partOf }) => partOf === recommendation);
  if (part !== undefined)
    throw new DomainError("invalidStateTransition", `it has parts; ${part.reference} is one: remove them first`);
  return removed;
}
