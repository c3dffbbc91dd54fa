import { type FollowUpCase, RecordFile } from "@heed/core";
import type { Database } from "@heed/store";
import { newerCases } from "../../core/test/case-generator.ts";
import { imported } from "./importing.ts";

/** Random cases as one record: each gets its own report, recommendation and ids. */
export function recordOfCases(cases: readonly FollowUpCase[]): { record: RecordFile; cases: FollowUpCase[] } {
  const older = cases.map((each, index) => withOwnIds(each, `c${index}`));
  const own = [...older, ...older.flatMap(newerCases)];
  const record = RecordFile.parse({
    heed: "record/1",
    organizations: [
      ...older.flatMap((_, index) =>
        bodies.map((body) => ({
          id: `c${index}-${body}`,
          code: `c${index}-${body}`,
          name: { en: `${body} ${index}` },
        })),
      ),
    ],
    links: older.flatMap(({ replacedBy, recommendation }) =>
      replacedBy.map(({ newer: _, ...link }) => ({
        ...link,
        from: `${recommendation.id}-newer`,
        to: recommendation.id,
      })),
    ),
    organizationChanges: older.flatMap(({ changes }) => changes),
    reports: own.map(({ report }) => ({ reference: report.id, ...report })),
    recommendations: own.map(({ recommendation, report }) => ({
      reference: recommendation.id,
      report: report.id,
      ...recommendation,
    })),
    followUps: own.map(({ followUp, entries }) => ({ ...followUp, entries })),
    reportingCycles: older.flatMap(({ cycles }) => cycles),
  });
  return { record, cases: own };
}

const bodies = ["justice", "interior", "home", "courts", "care", "centre", "myria", "unia"];

/** Cycles and changes apply to all follow-ups of an organization, so every case has its own organizations. */
function withOwnIds(followUpCase: FollowUpCase, prefix: string): FollowUpCase {
  const { followUp, recommendation, report, entries, cycles, changes, replacedBy } = followUpCase;
  const id = (each: string) => `${prefix}-${each}`;
  const prefixed = <Value>(value: Value): Value =>
    JSON.parse(
      JSON.stringify(value).replace(
        /"(e\d+|newer-role-\d+|decided|change-\d+|justice|interior|home|courts|care|centre|myria|unia)"/g,
        `"${prefix}-$1"`,
      ),
    );
  return {
    ...followUpCase,
    followUp: {
      ...followUp,
      id: id(followUp.id),
      recommendation: id(recommendation.id),
      addressee: id(followUp.addressee),
    },
    recommendation: { ...recommendation, id: id(recommendation.id) },
    report: { ...report, id: id(report.id), issuingBody: id(report.issuingBody) },
    entries: prefixed(entries),
    changes: prefixed(changes),
    replacedBy: prefixed(replacedBy).map((link) => ({ ...link, id: id(link.id) })),
    cycles: prefixed(cycles).map((cycle) => ({ ...cycle, id: id(cycle.id) })),
  };
}

export async function databaseOfCases(database: Database, cases: readonly FollowUpCase[]) {
  const { record, cases: own } = recordOfCases(cases);
  await imported(database, { ...record, followUps: record.followUps.map((each) => ({ ...each, recordedAt })) });
  return own.map((each) => ({ ...each, recordedAt }));
}

/** Before anything else in them: a report without a date counts from the day on which it was recorded (D18). */
const recordedAt = "2000-01-01T00:00:00Z";
