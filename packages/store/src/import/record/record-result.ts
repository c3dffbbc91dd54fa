import type { ImportResult } from "@heed/core/mapping/reading/import-row";
import type { RecordIntake } from "./record-intake.ts";

/** What came of the import of a record file; its rows are its things. */
export function recordResult({ record, run, created, unchanged, faults, warnings }: RecordIntake): ImportResult {
  const { organizations, reports, recommendations, followUps, reportingCycles } = record;
  const addressed = new Set(followUps.map(({ recommendation }) => recommendation));
  const parents = new Set(recommendations.map(({ partOf }) => partOf));
  return {
    dryRun: run.dryRun,
    rows: organizations.length + reports.length + recommendations.length + followUps.length + reportingCycles.length,
    created,
    unchanged,
    corrected: 0,
    correctedReports: 0,
    correctedEntries: 0,
    skipped: [],
    withoutAddressee: recommendations.filter(({ id }) => !addressed.has(id) && !parents.has(id)).length,
    rejected: faults,
    rejectedRows: 0,
    warnings: [...warnings].map(([detail, examples]) => ({ detail, rows: examples.length, examples })),
  };
}
