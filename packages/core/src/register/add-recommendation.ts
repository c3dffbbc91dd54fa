import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { checked, type Draft, type DraftRecommendation, draftedRecommendation, NewRecommendation } from "./draft.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";

export const addRecommendationAct = {
  name: "addRecommendation",
  on: "report",
  roles: byEditor.roles,
  states: ["draft"],
  input: NewRecommendation,
  makes: "draftRecommendation",
  operation: {
    id: "addRecommendation",
    method: "post",
    path: "/reports/{id}/recommendations",
    summary: "A recommendation of the draft, with its addressees",
  },
  command: { noun: "recommendation", usage: "add <report>", about: "A recommendation of a draft report" },
} as const satisfies RegisterAct;

export function addRecommendation(context: RegisterContext, draft: Draft, input: unknown): DraftRecommendation {
  const added = parseInput(NewRecommendation, input);
  requireAllowedOnRegister(addRecommendationAct, context, draft.report.status);
  return checked(draft, draftedRecommendation(context, draft, context.newId(), added, []));
}
