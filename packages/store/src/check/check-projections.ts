import { addDays, type Day, type Id, type Settings, standing } from "@heed/core";
import { canonical } from "@heed/core/canonical";
import { type ObligationRow, project, type StandingRow } from "@heed/core/follow-up/standing/projection";
import { standingFrom } from "@heed/core/follow-up/standing/standing";
import { endOfTime, firstDay } from "@heed/core/time/day";
import { AuditFaultError } from "../audit/audit-fault.ts";
import { isDamage, messageOf, readEach } from "../audit/read-each.ts";
import type { Database, Sql, SqlValue } from "../connection/sql.ts";
import { idPages, loadCases, type PlacedCase, storedCases } from "../derived/load-cases.ts";
import {
  changeFields,
  changeValues,
  obligationRowOf,
  owedFields,
  owedValues,
  responsibilityFields,
  responsibilityValues,
  type StoredOwed,
  type StoredStanding,
  standingFields,
  standingRowOf,
  standingValues,
} from "../derived/projection-rows.ts";
import { checkLate } from "../derived/recount-late.ts";
import { checkProgress } from "../derived/recount-progress.ts";
import {
  owedTable,
  responsibilityTable,
  type ResponsibilityRow as StoredResponsibility,
  standingTable,
} from "../generated/tables.ts";
import { inList } from "../statements/in-list.ts";
import { selected, valuesOf } from "../tables/table.ts";

/** One place where the stored rows differ from the entries. */
export type ProjectionDifference = {
  /** Absent for what is stored for all follow-ups together: the counts, and the years of what is overdue. */
  followUp?: Id;
  /** Absent when the rows as a whole differ. */
  asOf?: Day;
  /**
   * A field of Standing; a column, such as `owed rows, due`; or `owed rows`, `standing rows`, `responsibility rows` or `change rows` where
   * a whole row is missing or too much; for all follow-ups together `late
   * counts`, `late years` or `progress counts`.
   */
  field: string;
  stored: string;
  derived: string;
};

export type ProjectionCheck = { followUps: number; days: number; differences: readonly ProjectionDifference[] };

const maxDifferences = 1000;
const followUpsPerPage = 500;

/**
 * Compares the stored projections of every follow-up with project(), and the answer read from them with standing(), on
 * every day on which something begins or ends, the day before and the day after. Memory is bounded: it stops after a
 * thousand differences.
 */
export async function checkProjections(
  database: Database,
  settings: Settings,
  onProgress?: (progress: { done: number; total: number }) => void,
): Promise<ProjectionCheck> {
  const [counted] = await database.all<{ total: number }>("SELECT count(*) AS total FROM follow_up");
  const differences: ProjectionDifference[] = [];
  let followUps = 0;
  let days = 0;
  for await (const ids of idPages(database, "all", followUpsPerPage)) {
    try {
      const { cases, stored } = await readEach(
        ids,
        (some) => casesWithRows(database, some),
        (followUp) => ({ followUp }),
      );
      for (const followUpCase of cases) {
        let found = checkedOrUnreadable(followUpCase, stored, settings);
        // An act between two of the queries looks like a difference: read again within one snapshot.
        if (found.differences.length > 0) found = await checkAgain(database, followUpCase.followUp.id, settings);
        differences.push(...found.differences);
        days += found.days;
        followUps += 1;
      }
    } catch (error) {
      if (!(error instanceof AuditFaultError)) throw error;
      const { followUp = "", detail } = error.fault;
      differences.push(unreadable(followUp, detail));
    }
    onProgress?.({ done: followUps, total: counted?.total ?? followUps });
    if (differences.length >= maxDifferences) break;
  }
  differences.push(...(await countDifferences(database)));
  return { followUps, days, differences: differences.slice(0, maxDifferences) };
}

/** What is read well can still have a value that is none of its kind, such as a day that the calendar lacks. */
function checkedOrUnreadable(followUpCase: PlacedCase, stored: Stored, settings: Settings): Checked {
  try {
    return checkOne(followUpCase, stored, settings);
  } catch (error) {
    if (!isDamage(error)) throw error;
    return { days: 0, differences: [unreadable(followUpCase.followUp.id, messageOf(error))] };
  }
}

function unreadable(followUp: Id, detail: string): ProjectionDifference {
  return { followUp, field: "rows", stored: detail, derived: "rows that can be read" };
}

async function casesWithRows(sql: Sql, ids: readonly Id[]): Promise<{ cases: PlacedCase[]; stored: Stored }> {
  const cases = (await storedCases(sql, ids)).map((kept) => kept.case);
  const stored = await storedProjections(sql, ids);
  return { cases, stored };
}

async function countDifferences(database: Database): Promise<ProjectionDifference[]> {
  const found = await countDifferencesIn(database);
  // An act between the queries looks like a difference: read again within one snapshot.
  return found.length === 0 ? found : inOneSnapshot(database, countDifferencesIn);
}

async function countDifferencesIn(sql: Sql): Promise<ProjectionDifference[]> {
  const late = await checkLate(sql);
  const progress = await checkProgress(sql);
  const faults: [field: string, wrong: number, what: string][] = [
    ["late counts", late.lacking.rows.length, "counts that the rows owed do not give"],
    ["late counts", late.wrongSums, "counts that are not the sum of their days"],
    ["late years", late.missingYears.length, "rows missing"],
    ["late years", late.surplusYears, "rows too many"],
    ["progress counts", progress.lacking, "counts that the standings do not give"],
    ["progress counts", progress.wrongSums, "counts that are not the sum of their days"],
  ];
  return faults
    .filter(([, wrong]) => wrong !== 0)
    .map(([field, wrong, what]) => ({ field, stored: `${wrong} ${what}`, derived: "none" }));
}

function inOneSnapshot<Result>(database: Database, look: (sql: Sql) => Promise<Result>): Promise<Result> {
  return database.transaction(async (sql) => {
    if (sql.dialect === "postgresql") await sql.run("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ");
    return look(sql);
  });
}

type Stored = {
  owed: Map<Id, StoredOwed[]>;
  standings: Map<Id, StoredStanding[]>;
  responsibilities: Map<Id, StoredResponsibility[]>;
  /** Each in the order of changeFields. */
  changes: Map<Id, SqlValue[][]>;
};

async function checkAgain(database: Database, id: Id, settings: Settings): Promise<Checked> {
  return inOneSnapshot(database, async (sql) => {
    const stored = await storedProjections(sql, [id]);
    for await (const [followUpCase] of loadCases(sql, [id]))
      if (followUpCase) return checkedOrUnreadable(followUpCase, stored, settings);
    return { days: 0, differences: [] };
  });
}

async function storedProjections(sql: Sql, ids: readonly Id[]): Promise<Stored> {
  const list = JSON.stringify(ids);
  const owed = await sql.all<StoredOwed>(
    `SELECT ${selected(owedTable)} FROM owed WHERE ${inList(sql, "follow_up_id")}`,
    [list],
  );
  const standings = await sql.all<StoredStanding>(
    `SELECT ${selected(standingTable)} FROM standing WHERE ${inList(sql, "follow_up_id")} ORDER BY follow_up_id, from_on`,
    [list],
  );
  const responsibilities = await sql.all<StoredResponsibility>(
    `SELECT ${selected(responsibilityTable)} FROM responsibility WHERE ${inList(sql, "follow_up_id")}`,
    [list],
  );
  const changes = await sql.all<Record<string, SqlValue>>(
    `SELECT ${changeFields.join(", ")} FROM follow_up_change WHERE ${inList(sql, "follow_up_id")}`,
    [list],
  );
  const stored: Stored = {
    owed: new Map(ids.map((id) => [id, []])),
    standings: new Map(ids.map((id) => [id, []])),
    responsibilities: new Map(ids.map((id) => [id, []])),
    changes: new Map(ids.map((id) => [id, []])),
  };
  for (const row of changes)
    stored.changes.get(String(row.follow_up_id))?.push(changeFields.map((field) => row[field] ?? null));
  for (const row of responsibilities) stored.responsibilities.get(row.followUpId)?.push(row);
  for (const row of owed) stored.owed.get(row.followUpId)?.push(row);
  for (const row of standings) stored.standings.get(row.followUpId)?.push(row);
  return stored;
}

type Checked = { days: number; differences: ProjectionDifference[] };

function checkOne(followUpCase: PlacedCase, stored: Stored, settings: Settings): Checked {
  const followUp = followUpCase.followUp.id;
  const storedOwed = stored.owed.get(followUp) ?? [];
  const storedStandings = stored.standings.get(followUp) ?? [];
  const owed = storedOwed.map(obligationRowOf);
  const standings = storedStandings.map(standingRowOf);
  const derived = project(followUpCase, settings);
  const differences: ProjectionDifference[] = [];
  const compare = (field: string, one: unknown, other: unknown, asOf?: Day) => {
    const [a, b] = [canonical(one) ?? "absent", canonical(other) ?? "absent"];
    if (a !== b) differences.push({ followUp, ...(asOf === undefined ? {} : { asOf }), field, stored: a, derived: b });
  };
  const compareRows = (table: string, fields: readonly string[], kept: readonly Values[], made: readonly Values[]) => {
    for (const { one, other } of differingRows(kept, made))
      if (one === undefined || other === undefined) compare(`${table} rows`, one, other);
      else {
        // The first column that differs: the place in an id follows from the other rows.
        const place = fields.findIndex((field, at) => field !== "id" && canonical(one[at]) !== canonical(other[at]));
        compare(`${table} rows, ${fields[Math.max(place, 0)]}`, one[Math.max(place, 0)], other[Math.max(place, 0)]);
      }
  };
  compareRows(
    "owed",
    owedFields,
    storedOwed.map((row) => valuesOf(row, owedFields)),
    owedValues(followUpCase, derived),
  );
  compareRows(
    "standing",
    standingFields,
    storedStandings.map((row) => valuesOf(row, standingFields)),
    standingValues(followUpCase, derived),
  );
  compareRows(
    "responsibility",
    responsibilityFields,
    (stored.responsibilities.get(followUp) ?? []).map((row) => valuesOf(row, responsibilityFields)),
    responsibilityValues(followUp, derived.responsibility),
  );
  compareRows("change", changeFields, stored.changes.get(followUp) ?? [], changeValues(followUp, derived.changes));
  const days = daysAround([
    ...[...owed, ...derived.owed].flatMap((row) => [row.owedFrom, row.owedUntil, row.lateFrom, row.lateUntil, row.due]),
    ...[...standings, ...derived.standings].flatMap((row) => [row.from, row.until, row.staleFrom]),
  ]);
  for (const day of days) {
    const read = readStanding(standings, owed, day, settings);
    const asked = standing(followUpCase, day, settings);
    if (asked === undefined || read === undefined) {
      compare("standing", read === undefined ? "none" : "one", asked === undefined ? "none" : "one", day);
      continue;
    }
    const { responsible: _, issuingBody: __, asked: ___, ...expected } = asked;
    for (const field of new Set([...Object.keys(read), ...Object.keys(expected)]) as Set<keyof typeof expected>)
      if (field === "owed") compare(field, sorted(read.owed), sorted(expected.owed), day);
      else compare(field, read[field], expected[field], day);
  }
  return { days: days.length, differences };
}

/** The answer for a day, as reads derive it from the projections. */
function readStanding(standings: readonly StandingRow[], owed: readonly ObligationRow[], day: Day, settings: Settings) {
  const row = standings.find(({ from, until }) => from <= day && day < until);
  if (row === undefined) return undefined;
  const { from: _, until: __, ...answers } = row;
  const items = owed
    .filter(({ owedFrom, owedUntil }) => owedFrom <= day && day < owedUntil)
    .map(({ owedFrom, owedUntil, lateFrom, lateUntil, lateFromOriginal, lateUntilOriginal, ...item }) => item);
  return standingFrom(answers, items, day, settings);
}

type Values = readonly unknown[];

/** The rows that only one side has, in pairs, so that two that differ in a column stand beside each other. */
function differingRows(kept: readonly Values[], made: readonly Values[]): { one?: Values; other?: Values }[] {
  const only = (rows: readonly Values[], others: readonly Values[]) => {
    const known = new Set(others.map((row) => canonical(row)));
    return sorted(rows.filter((row) => !known.has(canonical(row))));
  };
  const [ones, others] = [only(kept, made), only(made, kept)];
  return Array.from({ length: Math.max(ones.length, others.length) }, (_, place) => ({
    ...(ones[place] && { one: ones[place] }),
    ...(others[place] && { other: others[place] }),
  }));
}

/** Sorted, because rows have no order of their own. */
function sorted<Row>(rows: readonly Row[]): Row[] {
  return rows
    .map((row) => ({ row, key: canonical(row) }))
    .sort((a, b) => (a.key < b.key ? -1 : 1))
    .map(({ row }) => row);
}

function daysAround(boundaries: readonly (Day | undefined)[]): Day[] {
  const days = new Set<Day>();
  for (const day of boundaries) {
    if (day === undefined || day <= firstDay || day >= endOfTime) continue;
    // Nobody can ask about the last day of the calendar, which stands for the end of time.
    for (const each of [addDays(day, -1), day, addDays(day, 1)]) if (each < endOfTime) days.add(each);
  }
  return [...days].sort();
}
