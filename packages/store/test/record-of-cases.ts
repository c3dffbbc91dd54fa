import { type FollowUpCase, RecordFile } from "@heed/core";
import type { Database } from "@heed/store";
import { imported } from "./importing.ts";

/** Random cases as one record: each gets a report, a recommendation and ids of its own. */
export function recordOfCases(cases: readonly FollowUpCase[]): { record: RecordFile; cases: FollowUpCase[] } {
  const own = cases.map((each, index) => withOwnIds(each, `c${index}`));
  const record = RecordFile.parse({
    heed: "record/1",
    organizations: [
      { id: "justice", code: "just", name: { en: "Justice" } },
      ...own.map(({ report }) => ({
        id: report.issuingBody,
        code: report.issuingBody,
        name: { en: report.issuingBody },
      })),
    ],
    reports: own.map(({ report }) => ({ reference: report.id, reportingYear: 2018, ...report })),
    recommendations: own.map(({ recommendation, report }) => ({
      reference: recommendation.id,
      report: report.id,
      ...recommendation,
    })),
    followUps: own.map(({ followUp, entries }) => ({ ...followUp, entries })),
    reportingCycles: own.flatMap(({ cycles }) => cycles),
  });
  return { record, cases: own };
}

/** The cycles of a case hold for its issuing body, so every case has an issuing body of its own. */
function withOwnIds(followUpCase: FollowUpCase, prefix: string): FollowUpCase {
  const { followUp, recommendation, report, entries, cycles } = followUpCase;
  const id = (each: string) => `${prefix}-${each}`;
  const text = JSON.stringify(entries).replace(/"(e\d+)"/g, `"${prefix}-$1"`);
  return {
    ...followUpCase,
    followUp: { ...followUp, id: id(followUp.id), recommendation: id(recommendation.id) },
    recommendation: { ...recommendation, id: id(recommendation.id) },
    report: { ...report, id: id(report.id), issuingBody: id(report.issuingBody) },
    entries: JSON.parse(text),
    cycles: cycles.map((cycle) => ({ ...cycle, id: id(cycle.id), issuingBody: id(cycle.issuingBody) })),
  };
}

export async function databaseOfCases(database: Database, cases: readonly FollowUpCase[]) {
  const { record, cases: own } = recordOfCases(cases);
  await imported(database, record);
  return own;
}
