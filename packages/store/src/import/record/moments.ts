import type { Day, Id, Instant, RecordFile } from "@heed/core";
import { groupedBy } from "@heed/core/grouped-by";
import { publishedFrom } from "@heed/core/report/publication-day";
import { inUtc } from "../../tables/entry-rows.ts";

/**
 * When the things in a record file were recorded. Entries, links and overrides have their own moments, and a report or
 * a cycle may have one. Without one, it is assumed to be known from its own day: the day of publication or of opening. A report
 * with its recommendations and follow-ups was recorded no later than its first entry, except for a recommendation or a
 * follow-up with a moment of its own. A cycle without a moment was recorded no later than the first update about its
 * year; and all of them no later than the import.
 */
export class Moments {
  private readonly first = new Map<Id, Instant>();
  private readonly own = new Map<Id, Instant>();
  private readonly reportOf: ReadonlyMap<Id, Id>;
  private readonly at: Instant;

  constructor(
    { reports, recommendations, followUps, links, levelOverrides, reportingCycles, ...others }: RecordFile,
    at: Instant,
  ) {
    this.at = at;
    for (const report of reports) this.note(report.id, report.recordedAt ?? startOf(publishedFrom(report)));
    for (const { id, issuingBody, year, recordedAt, opensOn } of reportingCycles)
      if (recordedAt === undefined) this.note(cycleKey(issuingBody, year), startOf(opensOn));
      else this.noteOwn(id, [recordedAt]);
    for (const { id, recordedAt } of [...others.collectedItems, ...others.reportSections])
      if (recordedAt !== undefined) this.noteOwn(id, [recordedAt]);
    const bodyOf = new Map(reports.map(({ id, issuingBody }) => [id, issuingBody]));
    this.reportOf = new Map(recommendations.map(({ id, report }) => [id, report]));
    for (const { id, recordedAt, formerVersions = [] } of reports)
      for (const { report, replacedAt } of formerVersions)
        for (const moment of [recordedAt ?? startOf(publishedFrom(report)), replacedAt]) this.note(id, moment);
    for (const { report, formerVersions = [] } of recommendations)
      for (const { replacedAt } of formerVersions) this.note(report, replacedAt);
    const saidOf = groupedBy(followUps, ({ recommendation }) => recommendation);
    for (const { id, report, recordedAt } of recommendations) {
      if (recordedAt === undefined) continue;
      this.note(report, recordedAt);
      this.noteOwn(id, [recordedAt, ...(saidOf.get(id) ?? []).flatMap(({ entries }) => entries.map(momentOf))]);
    }
    for (const { id, recommendation, recordedAt, entries } of followUps) {
      const report = this.reportOf.get(recommendation);
      if (recordedAt !== undefined) {
        this.note(report, recordedAt);
        this.noteOwn(id, [recordedAt, ...entries.map(momentOf)]);
      }
      for (const entry of entries) {
        this.note(report, entry.recordedAt);
        if (entry.type === "progressUpdate")
          this.note(cycleKey(bodyOf.get(report ?? ""), entry.reportingYear), entry.recordedAt);
      }
    }
    for (const { from, to, recordedAt } of links)
      for (const side of [from, to]) this.note(this.reportOf.get(side ?? ""), recordedAt);
    for (const { recommendation, recordedAt } of levelOverrides)
      this.note(this.reportOf.get(recommendation), recordedAt);
  }

  ofReport(report: Id): Instant {
    return this.first.get(report) ?? this.at;
  }

  ofRecommendation({ id, report }: { id: Id; report: Id }): Instant {
    return this.own.get(id) ?? this.ofReport(report);
  }

  ofFollowUp({ id, recommendation }: { id: Id; recommendation: Id }): Instant {
    const report = this.reportOf.get(recommendation) ?? "";
    return this.own.get(id) ?? this.ofRecommendation({ id: recommendation, report });
  }

  ofCycle({ id, issuingBody, year }: { id: Id; issuingBody: Id; year: number }): Instant {
    return this.own.get(id) ?? this.first.get(cycleKey(issuingBody, year)) ?? this.at;
  }

  /** Of what counts as known from the import where nothing else is told. */
  ofItem(item: Id): Instant {
    return this.own.get(item) ?? this.at;
  }

  private note(thing: Id | undefined, recordedAt: Instant | undefined): void {
    if (thing === undefined || recordedAt === undefined) return;
    const moment = inUtc(recordedAt);
    if (moment < (this.first.get(thing) ?? this.at)) this.first.set(thing, moment);
  }

  private noteOwn(thing: Id, moments: readonly Instant[]): void {
    const [first = this.at] = [...moments.map(inUtc), this.at].sort();
    this.own.set(thing, first);
  }
}

function momentOf({ recordedAt }: { recordedAt: Instant }): Instant {
  return recordedAt;
}

function startOf(day: Day | undefined): Instant | undefined {
  return day === undefined ? undefined : `${day}T00:00:00Z`;
}

function cycleKey(issuingBody: Id | undefined, year: number): string {
  return `${issuingBody} ${year}`;
}
