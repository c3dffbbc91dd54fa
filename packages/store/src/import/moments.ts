import type { Day, Id, Instant, RecordFile } from "@heed/core";
import { publishedFrom } from "@heed/core/report/publication-day";
import { inUtc } from "../tables/entry-rows.ts";

/**
 * When the things in a record file were recorded. Entries, links and overrides have their own moments, and a report or
 * a cycle may have one. Without one, it is assumed to be known from its own day: the day of publication or of opening. A report
 * with its recommendations and follow-ups was recorded no later than its first entry, and a cycle no later than the
 * first update about its year; and all of them no later than the import.
 */
export class Moments {
  private readonly first = new Map<Id, Instant>();
  private readonly reportOf: ReadonlyMap<Id, Id>;
  private readonly at: Instant;

  constructor(
    { reports, recommendations, followUps, links, levelOverrides, reportingCycles }: RecordFile,
    at: Instant,
  ) {
    this.at = at;
    for (const report of reports) this.note(report.id, report.recordedAt ?? startOf(publishedFrom(report)));
    for (const { issuingBody, year, recordedAt, opensOn } of reportingCycles)
      this.note(cycleKey(issuingBody, year), recordedAt ?? startOf(opensOn));
    const bodyOf = new Map(reports.map(({ id, issuingBody }) => [id, issuingBody]));
    this.reportOf = new Map(recommendations.map(({ id, report }) => [id, report]));
    for (const { id, formerVersions = [] } of reports)
      for (const { report, replacedAt } of formerVersions)
        for (const moment of [startOf(publishedFrom(report)), replacedAt]) this.note(id, moment);
    for (const { report, formerVersions = [] } of recommendations)
      for (const { replacedAt } of formerVersions) this.note(report, replacedAt);
    for (const { recommendation, entries } of followUps)
      for (const entry of entries) {
        const report = this.reportOf.get(recommendation);
        this.note(report, entry.recordedAt);
        if (entry.type === "progressUpdate")
          this.note(cycleKey(bodyOf.get(report ?? ""), entry.reportingYear), entry.recordedAt);
      }
    for (const { from, to, recordedAt } of links)
      for (const side of [from, to]) this.note(this.reportOf.get(side ?? ""), recordedAt);
    for (const { recommendation, recordedAt } of levelOverrides)
      this.note(this.reportOf.get(recommendation), recordedAt);
  }

  of(thing: Id): Instant {
    return this.first.get(thing) ?? this.at;
  }

  ofFollowUp({ recommendation }: { recommendation: Id }): Instant {
    return this.of(this.reportOf.get(recommendation) ?? "");
  }

  ofCycle({ issuingBody, year }: { issuingBody: Id; year: number }): Instant {
    return this.of(cycleKey(issuingBody, year));
  }

  private note(thing: Id | undefined, recordedAt: Instant | undefined): void {
    if (thing === undefined || recordedAt === undefined) return;
    const moment = inUtc(recordedAt);
    if (moment < this.of(thing)) this.first.set(thing, moment);
  }
}

function startOf(day: Day | undefined): Instant | undefined {
  return day === undefined ? undefined : `${day}T00:00:00Z`;
}

function cycleKey(issuingBody: Id | undefined, year: number): string {
  return `${issuingBody} ${year}`;
}
