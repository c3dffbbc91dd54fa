import { defaultSettings, type FollowUpCase } from "@heed/core";
import { project } from "@heed/core/follow-up/standing/projection";
import type { SqlValue } from "@heed/store";
import {
  addAssessed,
  addLate,
  asStored,
  auditRecordTable,
  auditRow,
  type Columns,
  chained,
  changeValues,
  columnsOf,
  contentDigest,
  countColumns,
  cycleRow,
  entryRow,
  entryTable,
  fieldsOf,
  followUpDigest,
  followUpRow,
  followUpTable,
  lateCounts,
  lateOf,
  lateYearColumns,
  lateYearValues,
  organizationChangePartRows,
  organizationChangePartTable,
  organizationChangeRow,
  organizationChangeTable,
  organizationNameRows,
  organizationNameTable,
  organizationRow,
  organizationTable,
  owedFields,
  owedTable,
  owedValues,
  type ProjectionChanges,
  progressCounts,
  projectionTables,
  recommendationRow,
  recommendationTable,
  recommendationThemeTable,
  reportingCycleTable,
  reportRow,
  reportTable,
  responsibilityFields,
  responsibilityTable,
  responsibilityValues,
  standingFields,
  standingTable,
  standingValues,
  type Table,
  valuesOf,
  waitingColumns,
} from "@heed/store/rows";
import type { Asked, World } from "../world/world.ts";

const organization = fieldsOf(organizationTable);
const organizationName = fieldsOf(organizationNameTable);
const organizationChange = fieldsOf(organizationChangeTable);
const organizationChangePart = fieldsOf(organizationChangePartTable);
const reportingCycle = but(reportingCycleTable, ["version"]);
const report = but(reportTable, ["importKey", "publishedFrom", "version", "recommendationCount"]);
const recommendationFields = but(recommendationTable, ["importKey"]);
const entryFields = but(entryTable, ["importKey"]);
const followUpFields = but(followUpTable, ["importKey"]);

/** The fields of a table but for those that are left to the database. */
function but<Row, Left extends keyof Row>(table: Table<Row>, left: readonly Left[]) {
  return fieldsOf(table).filter((field): field is Exclude<typeof field, Left> => !left.includes(field as never));
}

/** The tables that a world fills, in an order in which each row comes after the rows that it refers to. */
export const tables = {
  organization: columnsOf(organizationTable, organization),
  organization_name: columnsOf(organizationNameTable, organizationName),
  organization_change: columnsOf(organizationChangeTable, organizationChange),
  organization_change_part: columnsOf(organizationChangePartTable, organizationChangePart),
  reporting_cycle: columnsOf(reportingCycleTable, reportingCycle),
  report: columnsOf(reportTable, report),
  recommendation: columnsOf(recommendationTable, recommendationFields),
  recommendation_theme: columnsOf(recommendationThemeTable, ["theme", "recommendationId"]),
  follow_up: columnsOf(followUpTable, followUpFields),
  entry: columnsOf(entryTable, entryFields),
  responsibility: columnsOf(responsibilityTable, responsibilityFields),
  owed: columnsOf(owedTable, owedFields),
  standing: columnsOf(standingTable, standingFields),
  late_year: lateYearColumns,
  follow_up_change: projectionTables.follow_up_change.columns,
  late_change: waitingColumns(lateCounts),
  late_count: countColumns(lateCounts),
  progress_change: waitingColumns(progressCounts),
  progress_count: countColumns(progressCounts),
  audit_record: columnsOf(auditRecordTable, fieldsOf(auditRecordTable)),
} as const satisfies Record<string, Columns>;

export type TableName = keyof typeof tables;
export type Rows = Partial<Record<TableName, SqlValue[][]>>;

const importedAt = "2026-06-30T18:00:00.000Z";

export function registerRows({ register, reports }: World): Rows {
  const { organizations, changes, cycles } = register;
  return {
    organization: organizations.map((each) => valuesOf(organizationRow(each, importedAt), organization)),
    organization_name: organizations.flatMap(organizationNameRows).map((row) => valuesOf(row, organizationName)),
    organization_change: changes.map((each) => valuesOf(organizationChangeRow(each), organizationChange)),
    organization_change_part: changes
      .flatMap(organizationChangePartRows)
      .map((row) => valuesOf(row, organizationChangePart)),
    reporting_cycle: cycles.map((each) => valuesOf(cycleRow(each, importedAt), reportingCycle)),
    report: reports.map((each) => valuesOf(reportRow(each, contentDigest(each), importedAt), report)),
  };
}

/**
 * The rows of some recommendations: their follow-ups with entries, projections, and the audit record of one import.
 * Their effect on the counts is added to `changes`.
 */
export function recommendationRows(some: Iterable<Asked>, changes: ProjectionChanges): Rows {
  const rows = {
    recommendation: [] as SqlValue[][],
    recommendation_theme: [] as SqlValue[][],
    follow_up: [] as SqlValue[][],
    entry: [] as SqlValue[][],
    responsibility: [] as SqlValue[][],
    owed: [] as SqlValue[][],
    standing: [] as SqlValue[][],
    late_year: [] as SqlValue[][],
    follow_up_change: [] as SqlValue[][],
    audit_record: [] as SqlValue[][],
  } satisfies Rows;
  for (const { recommendation, report: issuing, position, cases } of some) {
    rows.recommendation.push(
      valuesOf(
        recommendationRow(recommendation, issuing.issuingBody, position, contentDigest(recommendation), importedAt),
        recommendationFields,
      ),
    );
    for (const theme of recommendation.themes) rows.recommendation_theme.push([theme, recommendation.id]);
    for (const each of cases) addFollowUp(rows, each, changes);
  }
  return rows;
}

type OfFollowUps =
  | "follow_up"
  | "entry"
  | "responsibility"
  | "owed"
  | "standing"
  | "late_year"
  | "follow_up_change"
  | "audit_record";

function addFollowUp(
  rows: Record<OfFollowUps, SqlValue[][]>,
  followUpCase: FollowUpCase,
  changes: ProjectionChanges,
): void {
  const { followUp } = followUpCase;
  const { id, recommendation, addressee, role } = followUp;
  const entries = followUpCase.entries.map((entry) => entryRow(id, asStored(entry)));
  rows.entry.push(...entries.map((entry) => valuesOf(entry, entryFields)));
  const digests = entries.map((entry) => ({ id: entry.id, digest: entry.contentDigest ?? "", importKey: null }));
  const record = chained(
    {
      at: importedAt,
      actor: "bench",
      systemUser: "bench",
      action: "import",
      followUp: id,
      sequence: 1,
      contentDigest: followUpDigest({
        id,
        recommendation,
        addressee,
        nameAtIssue: null,
        role,
        source: null,
        version: 1,
        auditHead: "",
        importKey: null,
        entries: digests.sort((a, b) => (a.id < b.id ? -1 : 1)),
      }),
      checkpoint: 0,
    },
    "",
  );
  rows.audit_record.push(valuesOf(auditRow(record), fieldsOf(auditRecordTable)));
  const row = { ...followUpRow(followUp, importedAt), version: 1, auditHead: record.hash };
  rows.follow_up.push(valuesOf(row, followUpFields));
  const projection = project(followUpCase, defaultSettings);
  const owed = owedValues(followUpCase, projection);
  rows.owed.push(...owed);
  const late = owed.flatMap(lateOf);
  rows.late_year.push(...late.flatMap(lateYearValues));
  addLate(changes.late, late, 1);
  rows.follow_up_change.push(...changeValues(id, projection.changes));
  // The places follow at the end of the load, as the database numbers the reports.
  rows.standing.push(...standingValues({ ...followUpCase, place: 0 }, projection));
  const { reportingYear } = followUpCase.report;
  addAssessed(
    changes.progress,
    projection.standings.map((row) => ({ ...row, reportingYear, addressee })),
    1,
  );
  rows.responsibility.push(...responsibilityValues(id, projection.responsibility));
}
