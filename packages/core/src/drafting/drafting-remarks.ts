import { existsOn, type Organization } from "../organization/organization.ts";
import type { DraftingRemark } from "../read-models/drafting-remark.ts";
import type { RecommendationDetail } from "../read-models/recommendation-detail.ts";
import type { SimilarRecommendation } from "../read-models/similar-recommendation.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import { hasTime, textRemarks } from "./text-remarks.ts";

/** Below this, two texts share little more than the words of their field. */
const leastSimilar = 0.35;
/** The similar ones that are shown. */
const mostSimilar = 3;

type Known = {
  /** The addressees as they stand, by id. */
  organizations: ReadonlyMap<Id, Organization>;
  /** Others with near words, the nearest first. */
  similar: readonly SimilarRecommendation[];
};

/**
 * What to look at in a recommendation before it is published on a day. Those that the record links with it already are not proposed
 * again.
 */
export function draftingRemarks(
  detail: RecommendationDetail,
  on: Day,
  { organizations, similar }: Known,
): readonly DraftingRemark[] {
  const { recommendation, report, followUps, parts } = detail;
  const text = textOf(detail);
  const former = followUps.map(({ addressee }) => addressee).filter(({ id }) => isGone(organizations.get(id), on));
  const timed = recommendation.implementationDue !== undefined || (text !== undefined && hasTime(text));
  const asked = askedBefore(detail, similar);
  return [
    ...(followUps.length === 0 && parts.length === 0 ? [{ code: "noAddressee" } as const] : []),
    ...(former.length > 0 ? [{ code: "formerOrganization", organizations: former } as const] : []),
    ...report.authenticLanguages
      .filter((language) => text !== undefined && text[language] === undefined)
      .map((language) => ({ code: "missingLanguage", language }) as const),
    ...(text === undefined ? [] : textRemarks(text)).filter(
      ({ code }) => parts.length === 0 || code !== "severalDemands",
    ),
    ...(text === undefined || timed ? [] : [{ code: "noTime" } as const]),
    ...(asked.length > 0 ? [{ code: "perhapsAskedBefore", similar: asked } as const] : []),
  ];
}

/** What the remarks are about: the text, or the title where there is no text. */
export function textOf({ recommendation: { text, title } }: RecommendationDetail) {
  return text ?? title;
}

function isGone(organization: Organization | undefined, on: Day): boolean {
  return organization !== undefined && !existsOn(organization, on);
}

function askedBefore(
  { recommendation, links, parts }: RecommendationDetail,
  similar: readonly SimilarRecommendation[],
): readonly SimilarRecommendation[] {
  const known = new Set([
    ...links.flatMap(({ from, to }) => [from.id, ...(to === undefined ? [] : [to.id])]),
    ...parts.map(({ id }) => id),
    ...(recommendation.partOf === undefined ? [] : [recommendation.partOf]),
  ]);
  return similar.filter(({ id, similarity }) => similarity >= leastSimilar && !known.has(id)).slice(0, mostSimilar);
}
