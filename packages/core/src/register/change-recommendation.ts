import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { changesOf } from "../merge-patch-schema.ts";
import type { Id } from "../source.ts";
import {
  checked,
  type Draft,
  type DraftRecommendation,
  draftedRecommendation,
  NewRecommendation,
  recommendationIn,
} from "./draft.ts";
import { Changes, patched, type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";
import { addresseeOption, changeText } from "./register-command.ts";

export const DraftRecommendationChanges = changesOf(
  "DraftRecommendationChanges",
  NewRecommendation.shape,
  Object.keys(NewRecommendation.shape),
  "A JSON Merge Patch (RFC 7396) of a recommendation of a draft; its addressees are replaced as a list.",
);

export const changeRecommendationAct = {
  name: "changeRecommendation",
  on: "report",
  roles: byEditor.roles,
  states: ["draft"],
  input: DraftRecommendationChanges,
  makes: "draftRecommendation",
  operation: {
    id: "changeRecommendation",
    method: "patch",
    path: "/reports/{id}/recommendations/{recommendation}",
    summary: "A recommendation of the draft; its addressees are replaced as a list",
  },
  command: {
    noun: "recommendation",
    verb: "change",
    about: "A recommendation of a draft report; addressees that are given replace those it has",
    names: { thing: "<report>", part: "<reference>" },
    options: {
      change: ["--change <json>", changeText('{"themes":["victims"]}')],
      implementationDue: ["--due <date>", "its own deadline", "dueDate"],
      ...addresseeOption,
    },
  },
} as const satisfies RegisterAct;

/**
 * Changes a recommendation of a draft. The list of addressees is replaced; an addressee that stays keeps its follow-up.
 */
export function changeRecommendation(
  context: RegisterContext,
  draft: Draft,
  recommendation: Id,
  input: unknown,
): DraftRecommendation {
  const changes = parseInput(Changes, input);
  requireAllowedOnRegister(changeRecommendationAct, context, draft.report.status);
  const { id, report: _, version: __, source, followUps, ...rest } = recommendationIn(draft, recommendation);
  const addressees = followUps.map(({ addressee, role, nameAtIssue }) => ({
    organization: addressee,
    role,
    ...(nameAtIssue && { nameAtIssue }),
  }));
  const changed = parseInput(
    NewRecommendation,
    patched({ ...rest, addressees }, changes, Object.keys(NewRecommendation.shape)),
  );
  return checked(draft, {
    ...draftedRecommendation(context, draft, id, changed, followUps),
    ...(source && { source }),
  });
}
