import { byEditor } from "../acting/action-rule.ts";
import { parseInput } from "../acting/parse-input.ts";
import { DomainError } from "../domain-error.ts";
import type { FollowUp } from "../follow-up/follow-up.ts";
import { changesOf } from "../merge-patch-schema.ts";
import { Recommendation } from "../recommendation/recommendation.ts";
import { publicationText, publishedFrom } from "../report/publication-day.ts";
import type { Report } from "../report/report.ts";
import { requireChange, requireOtherThanAddressees } from "./correction.ts";
import { type Bearer, requireFreeReference, reuseReference } from "./free-reference.ts";
import { Changes, patched, type RegisterAct, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";
import { changeText, reportOption } from "./register-command.ts";

const ofRecommendation = [
  "reference",
  "label",
  "title",
  "text",
  "textAbsent",
  "themes",
  "issuingBody",
  "implementationDue",
];

export const RecommendationChanges = changesOf(
  "RecommendationChanges",
  { ...Recommendation.shape, reuseReference },
  [...ofRecommendation, "reuseReference"],
  "A JSON Merge Patch (RFC 7396) of a published recommendation. It is still found by the reference of before.",
);

export const correctRecommendationAct = {
  name: "correctRecommendation",
  on: "recommendation",
  roles: byEditor.roles,
  states: ["published"],
  input: RecommendationChanges,
  makes: "recommendation",
  operation: {
    id: "correctRecommendation",
    method: "patch",
    path: "/recommendations/{id}",
    summary: "A published recommendation is corrected by a new version that keeps the old one",
  },
  command: {
    noun: "recommendation",
    verb: "correct",
    about: "A new version of a published recommendation; the old one is kept, and so are all entries",
    names: { thing: "<reference>" },
    options: {
      change: ["--change <json>", changeText('{"text":{"en":"…"}}')],
      implementationDue: ["--due <date>", "its own deadline", "dueDate"],
      issuingBody: ["--by <name>", "its own issuing body, where it was recorded under another one", "organization"],
      ...reportOption,
    },
  },
} as const satisfies RegisterAct;

type Corrected = {
  recommendation: Recommendation;
  report: Report;
  followUps?: readonly Pick<FollowUp, "addressee">[];
  /** Those of its report that have the new reference, or had it, itself among them. */
  bearers?: readonly Bearer[];
};

/** A new version of a published recommendation; the entries of its follow-ups stay. */
export function correctRecommendation(context: RegisterContext, corrected: Corrected, input: unknown): Recommendation {
  parseInput(Changes, input);
  requireAllowedOnRegister(correctRecommendationAct, context, corrected.report.status);
  return foreseeCorrection(corrected, input);
}

/** What a correction would make of a recommendation, whoever asks. Errors: those of the correction, but for its permission. */
export function foreseeCorrection(
  { recommendation, report, followUps = [], bearers = [] }: Corrected,
  input: unknown,
): Recommendation {
  const { reuseReference: reuse, ...changes } = parseInput(Changes, input);
  const changed = parseInput(Recommendation, patched(recommendation, changes, ofRecommendation));
  requireChange(recommendation, changed);
  requireFreeReference(recommendation, changed.reference, bearers, parseInput(reuseReference, reuse) ?? false);
  if (changed.text === undefined && changed.textAbsent === undefined && recommendation.text !== undefined)
    throw new DomainError("invalidInput", "a published recommendation has its text", [
      { name: "text", detail: "or textAbsent says why there is none" },
    ]);
  const { issuingBody = report.issuingBody } = changed;
  if (issuingBody !== (recommendation.issuingBody ?? report.issuingBody))
    requireOtherThanAddressees(issuingBody, [{ ...changed, followUps }]);
  const due = changed.implementationDue?.on;
  if (due !== undefined && due < (publishedFrom(report) ?? due))
    throw new DomainError("invalidInput", "the date is before the report", [
      { name: "implementationDue", value: due, detail: publicationText(report) },
    ]);
  return { ...changed, version: recommendation.version + 1 };
}
