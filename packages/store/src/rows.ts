/** How the concepts are stored in tables, for programs that fill a database themselves, such as the benchmarks. */
export * from "./audit/audit-chain.ts";
export * from "./audit/audit-rows.ts";
export * from "./audit/content-digest.ts";
export * from "./audit/follow-up-digest.ts";
export type { Columns } from "./bulk/insert-rows.ts";
export * from "./entries/entry-rows.ts";
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
export { CountChanges, mergeWaiting } from "./projection/count-changes.ts";
export { addLate, lateCounts } from "./projection/late-counts.ts";
export { lateYearColumns, lateYearValues } from "./projection/late-years.ts";
export { addAssessed, progressCounts } from "./projection/progress-counts.ts";
export type { ProjectionChanges } from "./projection/projection-changes.ts";
export * from "./projection/projection-rows.ts";
export { countColumns, waitingColumns } from "./projection/stored-counts.ts";
export { cycleRow } from "./tables/cycle-rows.ts";
export { followUpRow } from "./tables/follow-up-rows.ts";
export { organizationChangePartRows, organizationChangeRow } from "./tables/organization-change-rows.ts";
export { organizationNameRows, organizationRow } from "./tables/organization-rows.ts";
export { recommendationRow } from "./tables/recommendation-rows.ts";
export { reportRow } from "./tables/report-rows.ts";
export { columnsOf, fieldsOf, type Table, valuesOf } from "./tables/table.ts";
