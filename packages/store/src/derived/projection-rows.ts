import type { Day, FollowUpCase, Id, Obligation, Settings } from "@heed/core";
import type { Change } from "@heed/core/follow-up/changes/change";
import type { Responsibility } from "@heed/core/follow-up/replay/responsibility";
import {
  type ObligationRow,
  type Projection,
  project,
  projectOn,
  type StandingRow,
} from "@heed/core/follow-up/standing/projection";
import type { ResponsibilityInterval } from "@heed/core/organization/succession";
import { earlier, endOfTime, later } from "@heed/core/time/day";
import type { SqlValue } from "../connection/sql.ts";
import {
  owedTable,
  responsibilityTable,
  type OwedRow as StoredOwed,
  type ResponsibilityRow as StoredResponsibility,
  type StandingRow as StoredStanding,
  standingTable,
} from "../generated/tables.ts";
import type { Columns } from "../statements/insert-rows.ts";
import { columnsOf, fieldsOf, valuesOf } from "../tables/table.ts";
import type { PlacedCase } from "./load-cases.ts";
import { type ResponsiblePeriod, responsiblePeriods } from "./responsible-periods.ts";

export const owedFields = fieldsOf(owedTable);

export const standingFields = fieldsOf(standingTable);

/** The values of what is owed in the order of owedFields: a row for each period in which one organization owes it. */
export function owedValues(
  followUpCase: FollowUpCase,
  { owed, responsibility }: Pick<Projection, "owed" | "responsibility">,
): SqlValue[][] {
  const { followUp, recommendation, report } = followUpCase;
  const issuingBody = recommendation.issuingBody ?? report.issuingBody;
  const parts = owed.flatMap((row) =>
    (row.owedBy === "addressee"
      ? responsiblePeriods(followUp.addressee, responsibility.addressee, row.owedFrom, row.owedUntil)
      : responsiblePeriods(issuingBody, responsibility.issuingBody, row.owedFrom, row.owedUntil)
    ).map((period) => ({ row, period })),
  );
  return parts.map(({ row, period }, place) => valuesOf(storedOwed(followUpCase, row, period, place), owedFields));
}

/** Its place among the rows of the follow-up makes its id. */
function storedOwed(
  { followUp, report }: FollowUpCase,
  row: ObligationRow,
  period: ResponsiblePeriod,
  place: number,
): StoredOwed {
  const [lateFrom, lateUntil] = within(period, row.lateFrom, row.lateUntil);
  const [lateFromOriginal, lateUntilOriginal] = within(period, row.lateFromOriginal, row.lateUntilOriginal);
  return {
    id: `${followUp.id}.${place}`,
    followUpId: followUp.id,
    kind: row.kind,
    commitmentId: row.commitment ?? null,
    addresseeId: followUp.addressee,
    responsibleId: period.responsible,
    reportId: report.id,
    due: row.due ?? null,
    originalDue: row.originalDue ?? null,
    duePrecision: row.duePrecision ?? null,
    originalDuePrecision: row.originalDuePrecision ?? null,
    moves: row.moves,
    missedYears: JSON.stringify(row.missedYears),
    undetermined: Number(row.undetermined),
    owedFrom: period.from,
    owedUntil: period.until,
    lateFrom,
    lateUntil,
    lateFromOriginal,
    lateUntilOriginal,
    daysWithIssuer: row.daysWithIssuer,
    reasons: JSON.stringify(row.reasons),
  };
}

/** The part of a time that lies within a period; the end of time twice where there is none. */
function within({ from, until }: ResponsiblePeriod, began: Day, ended: Day): [Day, Day] {
  const [start, end] = [later(began, from), earlier(ended, until)];
  return start < end ? [start, end] : [endOfTime, endOfTime];
}

/** The values of the standings in the order of standingFields: a row for each period in which one organization is responsible. */
export function standingValues(
  followUpCase: PlacedCase,
  { standings, responsibility }: Pick<Projection, "standings" | "responsibility">,
): SqlValue[][] {
  return standings.flatMap((row) =>
    responsiblePeriods(followUpCase.followUp.addressee, responsibility.addressee, row.from, row.until).map((period) =>
      valuesOf(storedStanding(followUpCase, row, period), standingFields),
    ),
  );
}

function storedStanding(
  { followUp, report, asked, place }: PlacedCase,
  row: StandingRow,
  { responsible, from, until }: ResponsiblePeriod,
): StoredStanding {
  return {
    followUpId: followUp.id,
    fromOn: from,
    untilOn: until,
    role: row.role,
    position: row.position,
    reported: row.reported,
    assessed: row.assessed,
    lifecycle: row.lifecycle,
    closureReason: row.closureReason ?? null,
    settled: row.settled ?? null,
    divergent: Number(row.divergent),
    unverified: Number(row.unverified),
    stalled: Number(row.stalled),
    regressed: Number(row.regressed),
    conflicting: Number(row.conflicting),
    contradicted: Number(row.contradicted),
    singleReader: Number(row.singleReader),
    reopenedCount: row.reopenedCount,
    notCompetentUpheld: Number(row.notCompetentUpheld),
    reportingYear: report.reportingYear,
    publishedOn: report.publishedOn ?? null,
    addresseeId: followUp.addressee,
    responsibleId: responsible,
    place,
    responseDue: row.responseDue ?? null,
    staleFrom: row.staleFrom ?? null,
    acceptanceWithdrawnOn: row.acceptanceWithdrawnOn ?? null,
    daysOverdueWhenWithdrawn: row.daysOverdueWhenWithdrawn ?? null,
    firstAsked: asked.first ?? null,
    firstAskedPrecision: asked.firstPrecision ?? null,
    reasons: JSON.stringify(row.reasons),
  };
}

export type { StoredOwed, StoredStanding };

/** The columns that tell what is owed, in any period. */
export const obligationColumns = [
  "kind",
  "commitmentId",
  "due",
  "originalDue",
  "duePrecision",
  "originalDuePrecision",
  "moves",
  "missedYears",
  "undetermined",
  "daysWithIssuer",
  "reasons",
] as const satisfies readonly (keyof StoredOwed)[];

/** The thing owed in a stored row; a verification is owed by the issuing body, everything else by the addressee. */
export function obligationOf(row: Pick<StoredOwed, (typeof obligationColumns)[number]>): Obligation {
  return {
    kind: row.kind,
    ...present("commitment", row.commitmentId),
    owedBy: row.kind === "verification" ? "issuingBody" : "addressee",
    ...present("due", row.due),
    ...present("originalDue", row.originalDue),
    ...present("duePrecision", row.duePrecision),
    ...present("originalDuePrecision", row.originalDuePrecision),
    moves: row.moves,
    missedYears: JSON.parse(row.missedYears),
    undetermined: row.undetermined === 1,
    daysWithIssuer: row.daysWithIssuer,
    reasons: JSON.parse(row.reasons),
  } as Obligation;
}

/** A stored row as core's ObligationRow. */
export function obligationRowOf(row: StoredOwed): ObligationRow {
  return {
    ...obligationOf(row),
    owedFrom: row.owedFrom,
    owedUntil: row.owedUntil,
    lateFrom: row.lateFrom,
    lateUntil: row.lateUntil,
    lateFromOriginal: row.lateFromOriginal,
    lateUntilOriginal: row.lateUntilOriginal,
  } as ObligationRow;
}

export function standingRowOf(row: StoredStanding): StandingRow {
  return {
    role: row.role,
    position: row.position,
    reported: row.reported,
    assessed: row.assessed,
    lifecycle: row.lifecycle,
    ...present("closureReason", row.closureReason),
    ...present("settled", row.settled),
    divergent: row.divergent === 1,
    unverified: row.unverified === 1,
    stalled: row.stalled === 1,
    regressed: row.regressed === 1,
    conflicting: row.conflicting === 1,
    contradicted: row.contradicted === 1,
    singleReader: row.singleReader === 1,
    reopenedCount: row.reopenedCount,
    notCompetentUpheld: row.notCompetentUpheld === 1,
    ...present("responseDue", row.responseDue),
    ...present("staleFrom", row.staleFrom),
    ...present("acceptanceWithdrawnOn", row.acceptanceWithdrawnOn),
    ...present("daysOverdueWhenWithdrawn", row.daysOverdueWhenWithdrawn),
    reasons: JSON.parse(row.reasons),
    from: row.fromOn,
    until: row.untilOn,
  } as StandingRow;
}

function present<Key extends string>(key: Key, value: SqlValue): { [K in Key]?: SqlValue } {
  return value === null ? {} : ({ [key]: value } as { [K in Key]?: SqlValue });
}

export const responsibilityFields = fieldsOf(responsibilityTable);

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
  const row = (kind: string, id: Id): SqlValue[] => {
    const stored: StoredResponsibility = {
      followUpId: followUp,
      side,
      state: kind,
      organizationId: id,
      fromOn: from,
      untilOn: until,
      changeId: change,
    };
    return valuesOf(stored, responsibilityFields);
  };
  return [row(state, organization), ...candidates.map((candidate) => row("candidate", candidate))];
}

/** The columns of what changed, a row for each change. */
const changeColumns = {
  day: "text",
  follow_up_id: "text",
  place: "integer",
  kind: "text",
  body: "text",
} as const satisfies Columns;

export const changeFields = Object.keys(changeColumns);

/** The values of the changes of a follow-up, in the order of changeFields; `place` is the place among those of one day. */
export function changeValues(followUp: Id, changes: readonly Change[]): SqlValue[][] {
  let [last, place] = ["", 0];
  return changes.map(({ day, kind, ...rest }) => {
    place = day === last ? place + 1 : 0;
    last = day;
    return [day, followUp, place, kind, JSON.stringify(rest)];
  });
}

/** The tables of the projections, each with the columns that identify its rows. A row is its values in the order of the fields. */
export const projectionTables = {
  responsibility: {
    columns: columnsOf(responsibilityTable, responsibilityFields),
    key: ["follow_up_id", "side", "from_on", "state", "organization_id"],
  },
  owed: { columns: columnsOf(owedTable, owedFields), key: ["id"] },
  standing: { columns: columnsOf(standingTable, standingFields), key: ["follow_up_id", "from_on"] },
  follow_up_change: { columns: changeColumns, key: ["day", "follow_up_id", "place"] },
} as const;
export type ProjectionTable = keyof typeof projectionTables;

/** Rows of the projections, each in the order of its table's columns. */
export type ProjectionRows = Record<ProjectionTable, SqlValue[][]>;

/** The projections of some follow-ups, derived from their entries: over all time, or what holds on one day. */
export function derivedRows(cases: readonly PlacedCase[], settings: Settings, on?: Day): ProjectionRows {
  const rows: ProjectionRows = { responsibility: [], owed: [], standing: [], follow_up_change: [] };
  for (const followUpCase of cases) {
    const { id } = followUpCase.followUp;
    const projection = on === undefined ? project(followUpCase, settings) : projectOn(followUpCase, on, settings);
    rows.responsibility.push(...responsibilityValues(id, projection.responsibility));
    rows.owed.push(...owedValues(followUpCase, projection));
    rows.standing.push(...standingValues(followUpCase, projection));
    rows.follow_up_change.push(...changeValues(id, projection.changes));
  }
  return rows;
}
