import { z } from "zod";
import { DomainError, type Issue } from "../domain-error.ts";
import { FollowUp, Role } from "../follow-up/follow-up.ts";
import { Recommendation, referenceKey } from "../recommendation/recommendation.ts";
import type { Report } from "../report/report.ts";
import { Id } from "../source.ts";
import { ReadableName } from "../text/bounded-text.ts";
import type { RegisterContext } from "./register-act.ts";

/** A recommendation of a draft with its addressees, in the order of the follow-ups' ids. */
export type DraftRecommendation = Recommendation & { followUps: readonly FollowUp[] };

/** A report with all its recommendations; a draft is changed as one thing. */
export type Draft = { report: Report; recommendations: readonly DraftRecommendation[] };

export const NewAddressee = z
  .strictObject({ organization: Id, role: Role.default("lead"), nameAtIssue: ReadableName.optional() })
  .meta({ id: "NewAddressee", description: "To whom it is addressed, and in which role." });

const content = Recommendation.omit({ id: true, report: true, version: true, source: true }).shape;

export const NewRecommendation = z
  .strictObject({ ...content, addressees: z.array(NewAddressee).max(500).default([]) })
  .meta({ id: "NewRecommendation", description: "A recommendation of a draft." });
type NewRecommendation = z.output<typeof NewRecommendation>;

export function recommendationIn({ recommendations }: Draft, id: Id): DraftRecommendation {
  const found = recommendations.find((each) => each.id === id);
  if (found === undefined) throw new DomainError("notFound", `the draft has no recommendation with the id ${id}`);
  return found;
}

export function draftedRecommendation(
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

/** Another recommendation of the report has the reference. */
export function duplicateReference(reference: string, report = "the report"): DomainError {
  return new DomainError("duplicateReference", `${report} has a recommendation ${reference} already`, [
    { name: "reference", value: reference, detail: "it is taken within the report" },
  ]);
}

/** Checks a recommendation against the others of its draft. */
export function checked({ report, recommendations }: Draft, added: DraftRecommendation): DraftRecommendation {
  const others = recommendations.filter(({ id }) => id !== added.id);
  const key = referenceKey(added.reference);
  if (others.some(({ reference }) => referenceKey(reference) === key))
    throw duplicateReference(added.reference, `the report ${report.reference}`);
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
