import { DomainError, type Issue } from "../domain-error.ts";
import type { FollowUpCase } from "../follow-up/case/case.ts";
import { askedOf } from "../follow-up/case/lineage.ts";
import { groupedBy } from "../grouped-by.ts";
import { withSuccessors } from "../organization/succession.ts";
import { isInForce, type Link, repeatingLinks, replacingLinks } from "../recommendation/link.ts";
import type { Id } from "../source.ts";
import type { RecordFile } from "./record.ts";

/**
 * The case of every follow-up of a record, by the id of the follow-up; `standing` needs such a case. Errors:
 * invalidInput when a follow-up, a recommendation or a link names something that the record does not have; each place
 * is an issue.
 */
export function casesOf(record: RecordFile): Map<Id, FollowUpCase> {
  const reports = byId(record.reports);
  const recommendations = byId(record.recommendations);
  const cases = new Map<Id, FollowUpCase>();
  const issues: Issue[] = [];
  const askedIn = linesOf(record.links);
  const replacedBy = replacementsOf(record);
  const daysOf = (id: Id) => {
    const { report = "", implementationDue } = recommendations.get(id) ?? {};
    const { publishedOn: on, publishedOnPrecision: precision = "day" as const } = reports.get(report) ?? {};
    return { published: on === undefined ? undefined : { on, precision }, implementationDue };
  };
  for (const [at, { entries, ...followUp }] of record.followUps.entries()) {
    const recommendation = recommendations.get(followUp.recommendation);
    const report = reports.get(recommendation?.report ?? "");
    if (recommendation === undefined || report === undefined) {
      const [name, value] =
        recommendation === undefined
          ? [`followUps[${at}].recommendation`, followUp.recommendation]
          : [`recommendations[${record.recommendations.indexOf(recommendation)}].report`, recommendation.report];
      issues.push({ name, value, detail: "the record has none with this id" });
      continue;
    }
    const bodies = withSuccessors(recommendation.issuingBody ?? report.issuingBody, record.organizationChanges);
    const recordedAt = followUp.recordedAt ?? recommendation.recordedAt ?? report.recordedAt;
    cases.set(followUp.id, {
      ...(recordedAt !== undefined && { recordedAt }),
      followUp,
      recommendation,
      report,
      entries,
      cycles: record.reportingCycles.filter(({ issuingBody }) => bodies.has(issuingBody)),
      changes: record.organizationChanges,
      replacedBy: replacedBy(recommendation.id),
      asked: askedOf(recommendation.id, askedIn(recommendation.id), daysOf),
    });
  }
  if (issues.length > 0) throw new DomainError("invalidInput", "the record names what it does not have", issues);
  return cases;
}

/** The links by which newer recommendations may replace an older one, once for each follow-up of the newer ones. */
function replacementsOf({ links, recommendations, reports, followUps }: RecordFile) {
  const [newerById, reportById] = [byId(recommendations), byId(reports)];
  const followUpsOf = groupedBy(followUps, ({ recommendation }) => recommendation);
  const linksTo = groupedBy(
    links.filter((link) => isInForce(link) && replacingLinks.includes(link.type)),
    ({ to = "" }) => to,
  );
  return (recommendation: Id): FollowUpCase["replacedBy"] =>
    (linksTo.get(recommendation) ?? []).flatMap(({ from, ...link }) => {
      const newer = newerById.get(from);
      const report = reportById.get(newer?.report ?? "");
      if (newer === undefined || report === undefined) return [];
      return (followUpsOf.get(from) ?? []).map((each) => ({
        ...link,
        newer: { ...each, themes: newer.themes, report },
      }));
    });
}

/** The links along which a recommendation was asked before, however far back. */
function linesOf(links: readonly Link[]): (recommendation: Id) => readonly Link[] {
  const linksFrom = groupedBy(
    links.filter((link) => isInForce(link) && repeatingLinks.includes(link.type)),
    ({ from }) => from,
  );
  return (recommendation) => {
    const line = new Set(linksFrom.get(recommendation));
    for (const { to = "" } of line) for (const link of linksFrom.get(to) ?? []) line.add(link);
    return [...line];
  };
}

function byId<Thing extends { id: Id }>(things: readonly Thing[]): Map<Id, Thing> {
  return new Map(things.map((thing) => [thing.id, thing]));
}
