import { z } from "zod";
import { parseInput } from "../acting/parse-input.ts";
import { DomainError, type Issue } from "../domain-error.ts";
import { FollowUp, Role } from "../follow-up/follow-up.ts";
import { changesOf } from "../merge-patch-schema.ts";
import { Recommendation, referenceKey } from "../recommendation/recommendation.ts";
import { Report } from "../report/report.ts";
import { Id } from "../source.ts";
import { ReadableName } from "../text/bounded-text.ts";
import { Changes, patched, type RegisterContext, requireAllowedOnRegister } from "./register-act.ts";

/** A recommendation of a draft with its addressees, in the order of the follow-ups' ids. */
export type DraftRecommendation = Recommendation & { followUps: readonly FollowUp[] };

/** A report with all its recommendations; a draft is changed as one thing. */
export type Draft = { report: Report; recommendations: readonly DraftRecommendation[] };

/** Its dates are given at publication. */
export const NewReport = Report.omit({
  id: true,
  status: true,
  publishedOn: true,
  publishedOnPrecision: true,
  publishedOnAbsent: true,
  transmittedToGovernmentOn: true,
  transmittedToParliamentOn: true,
  transmittedToFieldOn: true,
  source: true,
}).meta({ id: "NewReport", description: "A report as a draft, visible only to those with the right to see it." });

/** Starts a draft without recommendations. */
export function draftReport(context: RegisterContext, input: unknown): Report {
  const content = parseInput(NewReport, input);
  requireAllowedOnRegister("draftReport", context);
  return { ...content, id: context.newId(), status: "draft" };
}

export const NewAddressee = z
  .strictObject({ organization: Id, role: Role.default("lead"), nameAtIssue: ReadableName.optional() })
  .meta({ id: "NewAddressee", description: "To whom it is addressed, and in which role." });

const content = Recommendation.omit({ id: true, report: true, version: true, source: true }).shape;

export const NewRecommendation = z
  .strictObject({ ...content, addressees: z.array(NewAddressee).max(500).default([]) })
  .meta({ id: "NewRecommendation", description: "A recommendation of a draft." });
type NewRecommendation = z.output<typeof NewRecommendation>;

export const DraftRecommendationChanges = changesOf(
  "DraftRecommendationChanges",
  NewRecommendation.shape,
  Object.keys(NewRecommendation.shape),
  "A JSON Merge Patch (RFC 7396) of a recommendation of a draft; its addressees are replaced as a list.",
);

export function addRecommendation(context: RegisterContext, draft: Draft, input: unknown): DraftRecommendation {
  const added = parseInput(NewRecommendation, input);
  requireAllowedOnRegister("addRecommendation", context, draft.report.status);
  return checked(draft, draftedRecommendation(context, draft, context.newId(), added, []));
}

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
  requireAllowedOnRegister("changeRecommendation", context, draft.report.status);
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

/** Removes a recommendation from the draft; its parts must be removed first. */
export function removeRecommendation(context: RegisterContext, draft: Draft, recommendation: Id): DraftRecommendation {
  requireAllowedOnRegister("removeRecommendation", context, draft.report.status);
  const removed = recommendationIn(draft, recommendation);
  const part = draft.recommendations.find(({ partOf }) => partOf === recommendation);
  if (part !== undefined)
    throw new DomainError("invalidStateTransition", `it has parts; ${part.reference} is one: remove them first`);
  return removed;
}

function recommendationIn({ recommendations }: Draft, id: Id): DraftRecommendation {
  const found = recommendations.find((each) => each.id === id);
  if (found === undefined) throw new DomainError("notFound", `the draft has no recommendation with the id ${id}`);
  return found;
}

function draftedRecommendation(
  { newId }: RegisterContext,
  { report }: Draft,
  id: Id,
  { addressees, ...rest }: NewRecommendation,
  before: readonly FollowUp[],
): DraftRecommendation {
  return {
    ...Recommendation.parse({ ...rest, id, report: report.id }),
    followUps: addressees
      .map(({ organization, ...role }) =>
        FollowUp.parse({
          id: before.find(({ addressee }) => addressee === organization)?.id ?? newId(),
          recommendation: id,
          addressee: organization,
          ...role,
        }),
      )
      .sort((a, b) => (a.id < b.id ? -1 : 1)),
  };
}

/** Checks a recommendation against the others of its draft. */
function checked({ report, recommendations }: Draft, added: DraftRecommendation): DraftRecommendation {
  const others = recommendations.filter(({ id }) => id !== added.id);
  const key = referenceKey(added.reference);
  if (others.some(({ reference }) => referenceKey(reference) === key))
    throw new DomainError(
      "duplicateReference",
      `the report ${report.reference} has a recommendation ${added.reference} already`,
      [{ name: "reference", value: added.reference, detail: "it is taken within the report" }],
    );
  const issues = [...wholeIssues(others, added), ...addresseeIssues(others, added)];
  if (issues.length > 0) throw new DomainError("invalidInput", "the recommendation is not valid", issues);
  return added;
}

function wholeIssues(others: readonly DraftRecommendation[], { id, partOf }: DraftRecommendation): Issue[] {
  if (partOf === undefined) return [];
  const issue = (detail: string) => [{ name: "partOf", value: partOf, detail }];
  const whole = others.find((each) => each.id === partOf);
  if (whole === undefined) return issue("the draft has no other recommendation with this id");
  if (whole.followUps.length > 0) return issue("a recommendation with parts has addressees on its parts only");
  for (let up: DraftRecommendation | undefined = whole; up !== undefined; ) {
    if (up.partOf === id) return issue("it would be a part of its own part");
    const above: Id | undefined = up.partOf;
    up = others.find((each) => each.id === above);
  }
  return [];
}

function addresseeIssues(others: readonly DraftRecommendation[], { id, followUps }: DraftRecommendation): Issue[] {
  if (followUps.length > 0 && others.some(({ partOf }) => partOf === id))
    return [{ name: "addressees", detail: "a recommendation with parts has addressees on its parts only" }];
  const organizations = followUps.map(({ addressee }) => addressee);
  return organizations.flatMap((organization, index) =>
    organizations.indexOf(organization) === index
      ? []
      : [{ name: `addressees.${index}.organization`, value: organization, detail: "it is addressed already" }],
  );
}
