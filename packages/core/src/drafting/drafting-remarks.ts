import type { LocalizedText } from "../localized-text.ts";
import { existsOn, type Organization } from "../organization/organization.ts";
import type { DraftingRemark } from "../read-models/drafting-remark.ts";
import type { OrganizationRef } from "../read-models/organization-ref.ts";
import type { RecommendationDetail } from "../read-models/recommendation-detail.ts";
import type { SimilarRecommendation } from "../read-models/similar-recommendation.ts";
import type { Id } from "../source.ts";
import type { Day } from "../time/day.ts";
import { hasTime, textRemarks } from "./text-remarks.ts";

/** Below this, two texts share little more than the words of their field. */
const leastSimilar = 0.35;
/** The similar ones that are shown. */
const mostSimilar = 3;

/** What is looked at of a recommendation, of a draft or only proposed. */
export type Drafted = {
  /** The text, or the title where there is no text. */
  text?: LocalizedText | undefined;
  /** It has a deadline of its own. */
  isTimed: boolean;
  /** Somebody is named who should act, known to the record or not. */
  isAddressed: boolean;
  /** The addressees that the record knows. */
  addressees: readonly OrganizationRef[];
  hasParts: boolean;
  authenticLanguages: readonly string[];
};

type Known = {
  /** The addressees as they stand, by id. */
  organizations: ReadonlyMap<Id, Organization>;
  /** Others with near words, the nearest first. */
  similar: readonly SimilarRecommendation[];
  /** The organizations that the text names; of one without addressees. */
  named: readonly OrganizationRef[];
};

/**
 * What to look at in a recommendation before it is published on a day. Those that the record links with it already are not proposed
 * again.
 */
export function draftingRemarks(
  detail: RecommendationDetail,
  on: Day,
  { organizations, similar, named }: Known,
): readonly DraftingRemark[] {
  const linked = linkedWith(detail);
  return remarksOn(draftedOf(detail), on, {
    ...{ organizations, named },
    similar: similar.filter(({ id }) => !linked.has(id)),
  });
}

/** The same of what is not in the record. */
export function remarksOn(
  { text, isTimed, isAddressed, addressees, hasParts, authenticLanguages }: Drafted,
  on: Day,
  { organizations, similar, named }: Known,
): readonly DraftingRemark[] {
  const former = addressees.filter(({ id }) => isGone(organizations.get(id), on));
  const near = similar.filter(({ similarity }) => similarity >= leastSimilar).slice(0, mostSimilar);
  return [
    ...(isAddressed || hasParts
      ? []
      : [{ code: "noAddressee", ...(named.length > 0 && { organizations: named }) } as const]),
    ...(former.length > 0 ? [{ code: "formerOrganization", organizations: former } as const] : []),
    ...authenticLanguages
      .filter((language) => text !== undefined && text[language] === undefined)
      .map((language) => ({ code: "missingLanguage", language }) as const),
    ...(text === undefined ? [] : textRemarks(text)).filter(({ code }) => !hasParts || code !== "severalDemands"),
    ...(text === undefined || isTimed || hasTime(text) ? [] : [{ code: "noTime" } as const]),
    ...(near.length > 0 ? [{ code: "perhapsAskedBefore", similar: near } as const] : []),
  ];
}

/** What the remarks are about: the text, or the title where there is no text. */
export function textOf({ recommendation: { text, title } }: RecommendationDetail) {
  return text ?? title;
}

function draftedOf(detail: RecommendationDetail): Drafted {
  const { recommendation, report, followUps, parts } = detail;
  return {
    text: textOf(detail),
    isTimed: recommendation.implementationDue !== undefined,
    isAddressed: followUps.length > 0,
    addressees: followUps.map(({ addressee }) => addressee),
    hasParts: parts.length > 0,
    authenticLanguages: report.authenticLanguages,
  };
}

function isGone(organization: Organization | undefined, on: Day): boolean {
  return organization !== undefined && !existsOn(organization, on);
}

function linkedWith({ recommendation, links, parts }: RecommendationDetail): ReadonlySet<Id> {
  return new Set([
    ...links.flatMap(({ from, to }) => [from.id, ...(to === undefined ? [] : [to.id])]),
    ...parts.map(({ id }) => id),
    ...(recommendation.partOf === undefined ? [] : [recommendation.partOf]),
  ]);
}
