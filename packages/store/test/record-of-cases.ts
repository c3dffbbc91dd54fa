import { type FollowUpCase, RecordFile } from "@heed/core";
import type { Database } from "@heed/store";
import { imported } from "./importing.ts";

/** Random cases as one record: each gets a report, a recommendation and ids of its own. */
export function recordOfCases(cases: readonly FollowUpCase[]): { record: RecordFile; cases: FollowUpCase[] } {
  const own = cases.map((each, index) => withOwnIds(each, `c${index}`));
  const record = RecordFile.parse({
    heed: "record/1",
    organizations: [
      ...own.flatMap((_, index) =>
        bodies.map((body) => ({
          id: `c${index}-${body}`,
          code: `c${index}-${body}`,
          name: { en: `${body} ${index}` },
        })),
      ),
    ],
    links: own.flatMap(({ replacedBy, recommendation }) =>
      replacedBy.map((link) => ({ ...link, from: `${recommendation.id}-newer`, to: recommendation.id })),
    ),
    organizationChanges: own.flatMap(({ changes }) => changes),
    reports: own.map(({ report }) => ({ reference: report.id, ...report })),
    recommendations: own.flatMap(({ recommendation, report, replacedBy }) => [
      { reference: recommendation.id, report: report.id, ...recommendation },
      // What takes its place owes nothing itself: it is only there for the link.
      ...replacedBy.map(() => ({ id: `${recommendation.id}-newer`, reference: "newer", report: report.id })),
    ]),
    followUps: own.flatMap(({ followUp, entries, recommendation, replacedBy }) => [
      { ...followUp, entries },
      ...replacedBy.map(() => ({
        id: `${followUp.id}-newer`,
        recommendation: `${recommendation.id}-newer`,
        addressee: followUp.addressee,
        role: "forInformation",
      })),
    ]),
    reportingCycles: own.flatMap(({ cycles }) => cycles),
  });
  return { record, cases: own };
}

const bodies = ["justice", "interior", "home", "courts", "care", "centre", "myria", "unia"];

/** Cycles and changes hold for all of an organization's follow-ups, so every case has organizations of its own. */
function withOwnIds(followUpCase: FollowUpCase, prefix: string): FollowUpCase {
  const { followUp, recommendation, report, entries, cycles, changes, replacedBy } = followUpCase;
  const id = (each: string) => `${prefix}-${each}`;
  const prefixed = <Value>(value: Value): Value =>
    JSON.parse(
      JSON.stringify(value).replace(
        /"(e\d+|decided|change-\d+|justice|interior|home|courts|care|centre|myria|unia)"/g,
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
    replacedBy: replacedBy.map((link) => ({ ...link, id: id(link.id) })),
    cycles: cycles.map((cycle) => ({ ...cycle, id: id(cycle.id), issuingBody: id(cycle.issuingBody) })),
  };
}

export async function databaseOfCases(database: Database, cases: readonly FollowUpCase[]) {
  const { record, cases: own } = recordOfCases(cases);
  await imported(database, record);
  return own;
}
