import { defaultSettings, type FollowUpCase, lateStretches, project } from "@heed/core";
import type { SqlValue } from "@heed/store";
import {
  addAssessed,
  addLate,
  asKept,
  auditColumns,
  auditValues,
  type Columns,
  chained,
  columnsOf,
  contentDigest,
  countColumns,
  cycleRow,
  entryColumns,
  entryValues,
  followUpColumns,
  followUpDigest,
  followUpValues,
  lateCounts,
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
  owedColumns,
  owedValues,
  type ProjectionChanges,
  progressCounts,
  recommendationColumns,
  recommendationValues,
  reportColumns,
  reportingCycleTable,
  reportValues,
  responsibilityColumns,
  responsibilityValues,
  standingColumns,
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
const reportingCycle = fieldsOf(reportingCycleTable).filter((field) => field !== "version");

function fieldsOf<Row>({ columns }: Table<Row>): (keyof Row)[] {
  return Object.keys(columns) as (keyof Row)[];
}

/** The tables that a world fills, in an order in which each row finds what it names. */
export const tables = {
  organization: columnsOf(organizationTable, organization),
  organization_name: columnsOf(organizationNameTable, organizationName),
  organization_change: columnsOf(organizationChangeTable, organizationChange),
  organization_change_part: columnsOf(organizationChangePartTable, organizationChangePart),
  reporting_cycle: columnsOf(reportingCycleTable, reportingCycle),
  report: reportColumns,
  recommendation: recommendationColumns,
  recommendation_theme: { theme: "text", recommendation_id: "text" },
  follow_up: { ...followUpColumns, audit_head: "text" },
  entry: entryColumns,
  responsibility: responsibilityColumns,
  owed: owedColumns,
  standing: standingColumns,
  late_year: lateYearColumns,
  late_change: waitingColumns(lateCounts),
  late_count: countColumns(lateCounts),
  progress_change: waitingColumns(progressCounts),
  progress_count: countColumns(progressCounts),
  audit_record: auditColumns,
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
    report: reports.map((each) => reportValues(each, contentDigest(each), importedAt)),
  };
}

/**
 * The rows of some recommendations: their follow-ups with entries, projections and the audit record of one import. What they
 * change in the counts is added to `changes`.
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
    audit_record: [] as SqlValue[][],
  } satisfies Rows;
  for (const { recommendation, report, position, cases } of some) {
    rows.recommendation.push(
      recommendationValues(recommendation, report.issuingBody, position, contentDigest(recommendation), importedAt),
    );
    for (const theme of recommendation.themes) rows.recommendation_theme.push([theme, recommendation.id]);
    for (const each of cases) addFollowUp(rows, each, changes);
  }
  return rows;
}

type OfFollowUps = "follow_up" | "entry" | "responsibility" | "owed" | "standing" | "late_year" | "audit_record";

function addFollowUp(
  rows: Record<OfFollowUps, SqlValue[][]>,
  followUpCase: FollowUpCase,
  changes: ProjectionChanges,
): void {
  const { followUp } = followUpCase;
  const { id, recommendation, addressee, role } = followUp;
  const entries = followUpCase.entries.map((entry) => entryValues(id, asKept(entry)));
  rows.entry.push(...entries);
  const place = Object.keys(entryColumns).indexOf("content_digest");
  const digests = entries.map((values) => ({ id: String(values[0]), digest: String(values[place]) }));
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
        entries: digests.sort((a, b) => (a.id < b.id ? -1 : 1)),
      }),
      checkpoint: 0,
    },
    "",
  );
  rows.audit_record.push(auditValues(record));
  const values = followUpValues(followUp, importedAt);
  values[Object.keys(followUpColumns).indexOf("version")] = 1;
  rows.follow_up.push([...values, record.hash]);
  const projection = project(followUpCase, defaultSettings);
  projection.owed.forEach((row, index) => {
    const owed = owedValues(followUpCase, row, index);
    rows.owed.push(owed);
    const late = lateStretches(row).map((stretch) => ({ owed: String(owed[0]), kind: row.kind, stretch }));
    rows.late_year.push(...late.flatMap(lateYearValues));
    addLate(changes.late, late, 1);
  });
  for (const row of projection.standings) rows.standing.push(standingValues(followUpCase, row));
  const { reportingYear } = followUpCase.report;
  addAssessed(
    changes.progress,
    projection.standings.map((row) => ({ ...row, reportingYear, addressee })),
    1,
  );
  rows.responsibility.push(...responsibilityValues(id, projection.responsibility));
}
