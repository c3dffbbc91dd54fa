/** How the concepts are stored in tables, for programs that fill a database themselves, such as the benchmarks. */
export * from "./audit/audit-chain.ts";
export * from "./audit/audit-rows.ts";
export { numbered } from "./connection/numbered.ts";
export { CountChanges, mergeWaiting } from "./derived/count-changes.ts";
export { addLate, lateCounts } from "./derived/late-counts.ts";
export { lateYearColumns, lateYearValues } from "./derived/late-years.ts";
export { addAssessed, progressCounts } from "./derived/progress-counts.ts";
export type { ProjectionChanges } from "./derived/projection-changes.ts";
export * from "./derived/projection-rows.ts";
export { countColumns, waitingColumns } from "./derived/stored-counts.ts";
export { lateOf } from "./derived/write-projections.ts";
export {
  auditRecordTable,
  entryTable,
  followUpTable,
  organizationChangePartTable,
  organizationChangeTable,
  organizationNameTable,
  organizationTable,
  owedTable,
  recommendationTable,
  recommendationThemeTable,
  reportingCycleTable,
  reportTable,
  responsibilityTable,
  standingTable,
} from "./generated/tables.ts";
export type { Columns } from "./statements/insert-rows.ts";
export * from "./tables/content-digest.ts";
export { cycleRow } from "./tables/cycle-rows.ts";
export * from "./tables/entry-rows.ts";
export * from "./tables/follow-up-digest.ts";
export { followUpRow } from "./tables/follow-up-rows.ts";
export { organizationChangePartRows, organizationChangeRow } from "./tables/organization-change-rows.ts";
export { organizationNameRows, organizationRow } from "./tables/organization-rows.ts";
export { recommendationRow } from "./tables/recommendation-rows.ts";
export { reportRow } from "./tables/report-rows.ts";
export { columnsOf, fieldsOf, type Table, valuesOf } from "./tables/table.ts";
