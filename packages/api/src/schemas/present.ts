import { explain, type Issue, type Reason, type RecommendationStanding, type Standing } from "@heed/core";
import type { FollowUpItem } from "@heed/core/read-models/follow-up-item";
import type { FollowUpSummary } from "@heed/core/read-models/follow-up-summary";
import type { ListedFollowUp } from "@heed/core/read-models/listed-follow-up";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import type { OpenSuccession } from "@heed/core/read-models/open-succession";
import type { OrganizationRef } from "@heed/core/read-models/organization-ref";
import type { RecommendationRef } from "@heed/core/read-models/recommendation-ref";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import type { ReportRef } from "@heed/core/read-models/report-ref";
import type { Rule } from "@heed/core/rules/rule";
import { heldBy, type RuleNumber, rules } from "@heed/core/rules/rules";
import { withoutAbsent } from "@heed/core/without-absent";
import { hrefOf } from "../contract/base-path.ts";

/** The things of the domain as the contract shows them: with links, and each reason with its sentence. */

export function organizationRef(organization: OrganizationRef) {
  return { ...organization, href: hrefOf("organizations", organization.id) };
}

export function reportRef(report: ReportRef) {
  const { id, reference, reportingYear, publishedOn, publishedOnPrecision: precision, authenticLanguages } = report;
  // A precision of `day` is left out.
  const published = {
    ...(publishedOn && { publishedOn }),
    ...(precision && precision !== "day" && { publishedOnPrecision: precision }),
  };
  return {
    ...{ id, reference, reportingYear, ...published },
    ...(authenticLanguages?.length && { authenticLanguages }),
    href: hrefOf("reports", id),
  };
}

export function recommendationRef({ id, reference, title, beginning }: RecommendationRef) {
  return {
    id,
    reference,
    ...(title && { title }),
    ...(beginning && { beginning }),
    href: hrefOf("recommendations", id),
  };
}

export function followUpRef(id: string) {
  return { id, href: hrefOf("followUps", id) };
}

export function reasons(all: readonly Reason[]) {
  return all.map((reason) => ({ ...reason, text: explain(reason), href: hrefOf("refData/rules", reason.rule) }));
}

/** What an act warns of; absent where it warns of nothing. The places of files are for imports. */
export function warningsOf(warnings: readonly Issue[]) {
  if (warnings.length === 0) return {};
  return { warnings: warnings.map(({ name, value, detail }) => withoutAbsent({ name, value, detail })) };
}

export function rule(number: RuleNumber) {
  const { title, text, source, open }: Rule = rules[number];
  const href = hrefOf("refData/rules", number);
  return { number, title, text, source, ...heldBy(rules[number]), ...(open && { open }), href };
}

/** An item of a list with links to its follow-up, and to what this belongs to. */
export function followUpItem<Item extends FollowUpItem>(item: Item) {
  const { followUp, recommendation, report, addressee, responsible, ...rest } = item;
  return {
    ...rest,
    followUp: followUpRef(followUp),
    recommendation: recommendationRef(recommendation),
    report: reportRef(report),
    addressee: organizationRef(addressee),
    responsible: organizationRef(responsible),
  };
}

/** A follow-up in a list of its own: its own link, and links to what it belongs to. */
export function listedFollowUp(item: ListedFollowUp) {
  const { followUp: _, ...linked } = followUpItem(item);
  return { id: item.followUp, href: hrefOf("followUps", item.followUp), ...linked };
}

export function obligationItem<Item extends ObligationItem>(item: Item) {
  return { ...followUpItem(item), reasons: reasons(item.reasons) };
}

/** What an editor may decide, with links to the organizations; nothing where there is nothing to decide. */
export function openSuccessionsOf(all: readonly OpenSuccession[] | undefined) {
  if (all === undefined) return {};
  const openSuccessions = all.map(({ organization, candidates, ...each }) => ({
    ...{ ...each, organization: organizationRef(organization), candidates: candidates.map(organizationRef) },
  }));
  return { openSuccessions };
}

export function followUpSummary({ coordinator, openSuccessions, ...summary }: FollowUpSummary) {
  return {
    ...summary,
    href: hrefOf("followUps", summary.id),
    addressee: organizationRef(summary.addressee),
    responsible: organizationRef(summary.responsible),
    ...(coordinator && { coordinator: organizationRef(coordinator) }),
    ...openSuccessionsOf(openSuccessions),
  };
}

export function recommendationSummary(summary: RecommendationSummary) {
  return {
    ...summary,
    href: hrefOf("recommendations", summary.id),
    report: reportRef(summary.report),
    issuingBody: organizationRef(summary.issuingBody),
    followUps: summary.followUps.map(followUpSummary),
  };
}

export function standingOf(standing: Standing) {
  return {
    ...standing,
    reasons: reasons(standing.reasons),
    owed: standing.owed.map((item) => ({ ...item, reasons: reasons(item.reasons) })),
  };
}

export function recommendationStandingOf(standing: RecommendationStanding) {
  return { ...standing, reasons: reasons(standing.reasons) };
}
