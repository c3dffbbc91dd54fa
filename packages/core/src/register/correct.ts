import { parseInput } from "../acting/parse-input.ts";
import { canonical } from "../canonical.ts";
import { DomainError, type Issue } from "../domain-error.ts";
import type { FollowUp } from "../follow-up/follow-up.ts";
import { changesOf } from "../merge-patch-schema.ts";
import { existsOn, notThereOn, type Organization } from "../organization/organization.ts";
import { Recommendation } from "../recommendation/recommendation.ts";
import { publicationText, publishedFrom } from "../report/publication-day.ts";
import { Report } from "../report/report.ts";
import type { Id } from "../source.ts";
import { type Draft, NewReport } from "./draft.ts";
import { type Bearer, requireFreeReference, reuseReference } from "./free-reference.ts";
import { requireDaysInOrder, requireDueAfter } from "./publish.ts";
import {
  Changes,
  patched,
  type RegisterContext,
  requireAllowedOnRegister,
  requireNotInFuture,
} from "./register-act.ts";

const ofDraft = Object.keys(NewReport.shape);
const ofPublished = [
  ...ofDraft,
  "publishedOn",
  "publishedOnPrecision",
  "publishedOnAbsent",
  "transmittedToGovernmentOn",
  "transmittedToParliamentOn",
  "transmittedToFieldOn",
];

export const ReportChanges = changesOf(
  "ReportChanges",
  Report.shape,
  ofPublished,
  "A JSON Merge Patch (RFC 7396) of a report. Its days are set by its publication, and corrected afterwards.",
);

/**
 * Changes a report. A draft is changed as it stands; a published report gets a new version, and the register keeps the
 * old one.
 */
export function changeReport(context: RegisterContext, { report, recommendations }: Draft, input: unknown): Report {
  const changes = parseInput(Changes, input);
  requireAllowedOnRegister("changeReport", context, report.status);
  const published = report.status === "published";
  const changed = parseInput(Report, patched(report, changes, published ? ofPublished : ofDraft));
  requireChange(report, changed);
  if (changed.issuingBody !== report.issuingBody)
    requireOtherThanAddressees(
      changed.issuingBody,
      recommendations.filter(({ issuingBody }) => issuingBody === undefined),
    );
  const { publishedOn, transmittedToGovernmentOn, transmittedToParliamentOn, transmittedToFieldOn } = changed;
  const days = { publishedOn, transmittedToGovernmentOn, transmittedToParliamentOn, transmittedToFieldOn };
  requireNotInFuture(context.today, days);
  if (published && publishedOn === undefined && changed.publishedOnAbsent === undefined)
    throw new DomainError("invalidInput", "a published report has its day", [
      { name: "publishedOn", detail: "or publishedOnAbsent says why there is none" },
    ]);
  if (published) requireDaysInOrder(changed, report);
  requireDueAfter(publishedFrom(changed), recommendations);
  return changed;
}

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

type Corrected = {
  recommendation: Recommendation;
  report: Report;
  followUps?: readonly Pick<FollowUp, "addressee">[];
  /** Those of its report that have the new reference, or had it, itself among them. */
  bearers?: readonly Bearer[];
};

/** A new version of a published recommendation; the entries of its follow-ups stay. */
export function correctRecommendation(
  context: RegisterContext,
  { recommendation, report, followUps = [], bearers = [] }: Corrected,
  input: unknown,
): Recommendation {
  const { reuseReference: reuse, ...changes } = parseInput(Changes, input);
  requireAllowedOnRegister("correctRecommendation", context, report.status);
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

function requireChange(before: object, after: object): void {
  if (canonical(before) === canonical(after)) throw new DomainError("invalidInput", "nothing would change by this");
}

/** Who is asked does not verify itself, so a correction to one of the addressees is a slip of the pen. */
function requireOtherThanAddressees(
  issuingBody: Id,
  recommendations: readonly { reference: string; followUps: readonly Pick<FollowUp, "addressee">[] }[],
): void {
  const issues = recommendations.flatMap(({ reference, followUps }) =>
    followUps.some(({ addressee }) => addressee === issuingBody)
      ? [{ name: "issuingBody", value: issuingBody, detail: `${reference} is addressed to it` }]
      : [],
  );
  if (issues.length > 0)
    throw new DomainError("invalidInput", "an addressee would have issued what it is asked", issues);
}

/**
 * What an editor should look at after the issuing body was corrected: it did not exist on the day of publication (R49), or
 * recommendations name the body of before as their own and keep it. `organizations` as they stand, by id.
 */
export function issuingBodyWarnings(
  before: Pick<Report, "issuingBody">,
  after: Pick<Report, "issuingBody" | "publishedOn">,
  recommendations: readonly Pick<Recommendation, "reference" | "issuingBody">[],
  organizations: ReadonlyMap<Id, Organization>,
): Issue[] {
  if (before.issuingBody === after.issuingBody) return [];
  const body = organizations.get(after.issuingBody);
  const { publishedOn } = after;
  const missing = body !== undefined && publishedOn !== undefined && !existsOn(body, publishedOn);
  const kept = recommendations.filter(({ issuingBody }) => issuingBody === before.issuingBody);
  return [
    ...(missing ? [{ name: "issuingBody", value: body.code, detail: notThereOn(body, publishedOn) }] : []),
    ...kept.map(({ reference, issuingBody = "" }) => ({
      name: reference,
      value: issuingBody,
      detail: "it names this body as its own, and keeps it",
    })),
  ];
}
