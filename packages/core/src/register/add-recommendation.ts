import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { checked, type Draft, type DraftRecommendation, draftedRecommendation, NewRecommendation } from "./draft.ts";
import { type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";
import { addresseeOption } from "./register-command.ts";

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
  command: {
    noun: "recommendation",
    verb: "add",
    about: "A recommendation of a draft report",
    names: { thing: "<report>" },
    options: {
      reference: ["--reference <reference>", "its reference, as it will be printed"],
      title: ["--title <text>", "its title"],
      text: ["--text <text>", "its text"],
      themes: ["--theme <theme>", "a theme"],
      partOf: ["--part-of <reference>", "the recommendation of the draft of which it is a part", "recommendation"],
      label: ["--label <label>", "the part's label, such as a"],
      issuingBody: ["--by <name>", "the issuing body, if it is not the report's", "organization"],
      implementationDue: ["--due <date>", "its own deadline"],
      ...addresseeOption,
    },
  },
} as const satisfies RegisterAct;

export function addRecommendation(context: RegisterContext, draft: Draft, input: unknown): DraftRecommendation {
  const added = parseInput(NewRecommendation, input);
  requireAllowedOnRegister(addRecommendationAct, context, draft.report.status);
  return checked(draft, draftedRecommendation(context, draft, context.newId(), added, []));
}
