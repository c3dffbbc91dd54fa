import {
  type FollowUpCase,
  type Id,
  type Owed,
  type OwedRow,
  project,
  type Responsibility,
  type ResponsibilityInterval,
  type Settings,
  type StandingRow,
} from "@heed/core";
import type { Columns } from "../bulk/insert-rows.ts";
import type { SqlValue } from "../sql.ts";

export const owedColumns = {
  id: "text",
  follow_up_id: "text",
  kind: "text",
  commitment_id: "text",
  addressee_id: "text",
  owed_by_id: "text",
  report_id: "text",
  due: "text",
  original_due: "text",
  due_precision: "text",
  original_due_precision: "text",
  moves: "integer",
  missed_years: "text",
  undetermined: "integer",
  owed_from: "text",
  owed_until: "text",
  late_from: "text",
  late_until: "text",
  late_from_original: "text",
  late_until_original: "text",
  days_with_issuer: "integer",
  reasons: "text",
} as const satisfies Columns;

export const standingColumns = {
  follow_up_id: "text",
  from_on: "text",
  until_on: "text",
  role: "text",
  position: "text",
  reported: "text",
  assessed: "text",
  lifecycle: "text",
  closure_reason: "text",
  settled: "text",
  divergent: "integer",
  unverified: "integer",
  stalled: "integer",
  regressed: "integer",
  conflicting: "integer",
  contradicted: "integer",
  single_reader: "integer",
  reopened_count: "integer",
  not_competent_upheld: "integer",
  reporting_year: "integer",
  addressee_id: "text",
  response_due: "text",
  stale_from: "text",
  acceptance_withdrawn_on: "text",
  days_overdue_when_withdrawn: "integer",
  first_asked: "text",
  first_asked_precision: "text",
  reasons: "text",
} as const satisfies Columns;

/** The values of an OwedRow in the order of owedColumns; its place among the follow-up's rows makes its id. */
export function owedValues(followUpCase: FollowUpCase, row: OwedRow, place: number): SqlValue[] {
  const { followUp, recommendation, report } = followUpCase;
  const issuingBody = recommendation.issuingBody ?? report.issuingBody;
  return [
    `${followUp.id}.${place}`,
    followUp.id,
    row.kind,
    row.commitment ?? null,
    followUp.addressee,
    row.owedBy === "addressee" ? followUp.addressee : issuingBody,
    report.id,
    row.due ?? null,
    row.originalDue ?? null,
    row.duePrecision ?? null,
    row.originalDuePrecision ?? null,
    row.moves,
    JSON.stringify(row.missedYears),
    Number(row.undetermined),
    row.owedFrom,
    row.owedUntil,
    row.lateFrom,
    row.lateUntil,
    row.lateFromOriginal,
    row.lateUntilOriginal,
    row.daysWithIssuer,
    JSON.stringify(row.reasons),
  ];
}

/** The values of a StandingRow in the order of standingColumns. */
export function standingValues({ followUp, report, asked }: FollowUpCase, row: StandingRow): SqlValue[] {
  return [
    followUp.id,
    row.from,
    row.until,
    row.role,
    row.position,
    row.reported,
    row.assessed,
    row.lifecycle,
    row.closureReason ?? null,
    row.settled ?? null,
    Number(row.divergent),
    Number(row.unverified),
    Number(row.stalled),
    Number(row.regressed),
    Number(row.conflicting),
    Number(row.contradicted),
    Number(row.singleReader),
    row.reopenedCount,
    Number(row.notCompetentUpheld),
    report.reportingYear,
    followUp.addressee,
    row.responseDue ?? null,
    row.staleFrom ?? null,
    row.acceptanceWithdrawnOn ?? null,
    row.daysOverdueWhenWithdrawn ?? null,
    asked.first ?? null,
    asked.firstPrecision ?? null,
    JSON.stringify(row.reasons),
  ];
}

export type StoredOwed = Record<keyof typeof owedColumns, SqlValue>;
export type StoredStanding = Record<keyof typeof standingColumns, SqlValue>;

/** The columns that tell what is owed, in any period. */
export const owedSays = [
  "kind",
  "commitment_id",
  "due",
  "original_due",
  "due_precision",
  "original_due_precision",
  "moves",
  "missed_years",
  "undetermined",
  "days_with_issuer",
  "reasons",
] as const satisfies readonly (keyof typeof owedColumns)[];

/** The thing owed in a stored row; a verification is owed by the issuing body, everything else by the addressee. */
export function owedOf(row: Pick<StoredOwed, (typeof owedSays)[number]>): Owed {
  return {
    kind: row.kind,
    ...present("commitment", row.commitment_id),
    owedBy: row.kind === "verification" ? "issuingBody" : "addressee",
    ...present("due", row.due),
    ...present("originalDue", row.original_due),
    ...present("duePrecision", row.due_precision),
    ...present("originalDuePrecision", row.original_due_precision),
    moves: row.moves,
    missedYears: JSON.parse(String(row.missed_years)),
    undetermined: row.undetermined === 1,
    daysWithIssuer: row.days_with_issuer,
    reasons: JSON.parse(String(row.reasons)),
  } as Owed;
}

/** A stored row as core's OwedRow. */
export function owedRowOf(row: StoredOwed): OwedRow {
  return {
    ...owedOf(row),
    owedFrom: row.owed_from,
    owedUntil: row.owed_until,
    lateFrom: row.late_from,
    lateUntil: row.late_until,
    lateFromOriginal: row.late_from_original,
    lateUntilOriginal: row.late_until_original,
  } as OwedRow;
}

export function standingRowOf(row: StoredStanding): StandingRow {
  return {
    role: row.role,
    position: row.position,
    reported: row.reported,
    assessed: row.assessed,
    lifecycle: row.lifecycle,
    ...present("closureReason", row.closure_reason),
    ...present("settled", row.settled),
    divergent: row.divergent === 1,
    unverified: row.unverified === 1,
    stalled: row.stalled === 1,
    regressed: row.regressed === 1,
    conflicting: row.conflicting === 1,
    contradicted: row.contradicted === 1,
    singleReader: row.single_reader === 1,
    reopenedCount: row.reopened_count,
    notCompetentUpheld: row.not_competent_upheld === 1,
    ...present("responseDue", row.response_due),
    ...present("staleFrom", row.stale_from),
    ...present("acceptanceWithdrawnOn", row.acceptance_withdrawn_on),
    ...present("daysOverdueWhenWithdrawn", row.days_overdue_when_withdrawn),
    reasons: JSON.parse(String(row.reasons)),
    from: row.from_on,
    until: row.until_on,
  } as StandingRow;
}

function present<Key extends string>(key: Key, value: SqlValue): { [K in Key]?: SqlValue } {
  return value === null ? {} : ({ [key]: value } as { [K in Key]?: SqlValue });
}

export const responsibilityColumns = {
  follow_up_id: "text",
  side: "text",
  state: "text",
  organization_id: "text",
  from_on: "text",
  until_on: "text",
  change_id: "text",
} as const satisfies Columns;

/**
 * Who is responsible and who verifies, as rows: one for the responsible organization, and one for each candidate while
 * it is undecided.
 */
export function responsibilityValues(followUp: Id, { addressee, issuingBody }: Responsibility): SqlValue[][] {
  return [
    ...addressee.flatMap((interval) => intervalValues(followUp, "addressee", interval)),
    ...issuingBody.flatMap((interval) => intervalValues(followUp, "issuingBody", interval)),
  ];
}

function intervalValues(
  followUp: Id,
  side: keyof Responsibility,
  { state, organization, candidates, from, until, change }: ResponsibilityInterval,
): SqlValue[][] {
  const row = (kind: string, id: Id): SqlValue[] => [followUp, side, kind, id, from, until, change];
  return [row(state, organization), ...candidates.map((candidate) => row("candidate", candidate))];
}

/** The tables of the projections, each with the columns that identify its rows. */
export const projectionTables = {
  responsibility: {
    columns: responsibilityColumns,
    key: ["follow_up_id", "side", "from_on", "state", "organization_id"],
  },
  owed: { columns: owedColumns, key: ["id"] },
  standing: { columns: standingColumns, key: ["follow_up_id", "from_on"] },
} as const;
export type ProjectionTable = keyof typeof projectionTables;

/** Rows of the projections, each in the order of its table's columns. */
export type ProjectionRows = Record<ProjectionTable, SqlValue[][]>;

/** The projections of some follow-ups, derived from their entries. */
export function derivedRows(cases: readonly FollowUpCase[], settings: Settings): ProjectionRows {
  const rows: ProjectionRows = { responsibility: [], owed: [], standing: [] };
  for (const followUpCase of cases) {
    const { id } = followUpCase.followUp;
    const { owed, standings, responsibility } = project(followUpCase, settings);
    rows.responsibility.push(...responsibilityValues(id, responsibility));
    rows.owed.push(...owed.map((row, place) => owedValues(followUpCase, row, place)));
    rows.standing.push(...standings.map((row) => standingValues(followUpCase, row)));
  }
  return rows;
}
