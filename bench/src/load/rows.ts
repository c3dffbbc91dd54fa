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
  followUpDigest,
  followUpRow,
  followUpTable,
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
  recommendationRow,
  recommendationTable,
  recommendationThemeTable,
  reportingCycleTable,
  reportRow,
  reportTable,
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
const reportingCycle = fieldsOf(reportingCycleTable, ["version"]);
const report = fieldsOf(reportTable, ["importKey", "publishedFrom", "version", "recommendationCount"]);
const recommendationFields = fieldsOf(recommendationTable, ["importKey"]);
const followUpFields = fieldsOf(followUpTable, ["importKey"]);

/** The fields of a table but for those that are left to the database. */
function fieldsOf<Row, Left extends keyof Row = never>({ columns }: Table<Row>, left: readonly Left[] = []) {
  const fields = Object.keys(columns) as (keyof Row)[];
  return fields.filter((field): field is Exclude<keyof Row, Left> => !left.includes(field as Left));
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
  const row = { ...followUpRow(followUp, importedAt), version: 1, auditHead: record.hash };
  rows.follow_up.push(valuesOf(row, followUpFields));
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
