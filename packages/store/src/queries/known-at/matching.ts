import type { FollowUpCase, Standing } from "@heed/core";
import type { RecommendationFilter } from "@heed/core/read-models/tracker-store";
import { answeredByOneOf } from "./known-follow-ups.ts";

/** `standing` is absent for a draft and before publication. */
export type KnownOrDraft = { case: FollowUpCase; standing: Standing | undefined };

/** The part of a filter that the database cannot answer for a moment of the past. */
export function matches(
  themes: readonly string[],
  followUps: readonly KnownOrDraft[],
  filter: RecommendationFilter,
): boolean {
  if (filter.theme !== undefined && !filter.theme.some((theme) => themes.includes(theme))) return false;
  if (filter.undecided !== undefined && followUps.some(waitsForDecision) !== filter.undecided) return false;
  return !asksOfFollowUps(filter) || followUps.some((each) => matchesFollowUp(each, filter));
}

function waitsForDecision({ standing }: KnownOrDraft): boolean {
  return (
    standing !== undefined && (standing.responsible.state !== "answers" || standing.issuingBody.state !== "answers")
  );
}

function asksOfFollowUps(filter: RecommendationFilter): boolean {
  const { addressee, responsible, position, reported, assessed, lifecycle } = filter;
  const { divergent, unverified, longOutstanding, acceptanceWithdrawn } = filter;
  const asked = [addressee, responsible, position, reported, assessed, lifecycle];
  return [...asked, divergent, unverified, longOutstanding, acceptanceWithdrawn].some((each) => each !== undefined);
}

/** All conditions on follow-ups must hold for one and the same follow-up. */
function matchesFollowUp({ case: { followUp }, standing }: KnownOrDraft, filter: RecommendationFilter): boolean {
  if (standing === undefined) return false;
  return (
    isOneOf(filter.addressee, followUp.addressee) &&
    isOneOf(filter.position, standing.position) &&
    isOneOf(filter.reported, standing.reported) &&
    isOneOf(filter.assessed, standing.assessed) &&
    isOneOf(filter.lifecycle, standing.lifecycle) &&
    isAsAsked(filter.divergent, standing.divergent) &&
    isAsAsked(filter.unverified, standing.unverified) &&
    isAsAsked(filter.longOutstanding, standing.asked.longOutstanding) &&
    isAsAsked(filter.acceptanceWithdrawn, standing.acceptanceWithdrawnOn !== undefined) &&
    answeredByOneOf(standing.responsible, filter.responsible)
  );
}

function isAsAsked(asked: boolean | undefined, is: boolean): boolean {
  return asked === undefined || asked === is;
}

function isOneOf<Value>(values: readonly Value[] | undefined, value: Value): boolean {
  return values === undefined || values.includes(value);
}
