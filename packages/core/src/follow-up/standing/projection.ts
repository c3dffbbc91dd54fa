import type { Settings } from "../../settings/settings.ts";
import { addDays, type Day, endOfTime } from "../../time/day.ts";
import type { FollowUpCase } from "../case/case.ts";
import type { Change } from "../changes/change.ts";
import { changesOf } from "../changes/changes-of.ts";
import type { Obligation } from "../replay/obligation.ts";
import { overdueFrom, rememberResponseDue, rememberUpdateOwed } from "../replay/obligations.ts";
import { type PreparedCase, prepareCase } from "../replay/prepared-case.ts";
import type { Responsibility } from "../replay/responsibility.ts";
import { stateOn, statesInOrder } from "../replay/states-in-order.ts";
import { type Answers, answersAt } from "./standing.ts";

/**
 * Raised with every change of the rules for derived rows: rows of an older version are derived again when the database
 * is upgraded.
 */
export const derivationVersion = 14;

/** One thing owed during one period; a moved deadline or a restarted clock starts a new period (D3). */
export type ObligationRow = Obligation & {
  /** Owed on day d when owedFrom <= d < owedUntil. */
  owedFrom: Day;
  owedUntil: Day;
  /** Overdue on day d when overdueFrom <= d < lateUntil; both are the end of time when it never was. */
  lateFrom: Day;
  lateUntil: Day;
  /** The same against the original due date (D5). */
  lateFromOriginal: Day;
  lateUntilOriginal: Day;
};

/** A period, from <= d < until, in which the answers do not change. */
export type StandingRow = Answers & { from: Day; until: Day };

export type Projection = {
  owed: readonly ObligationRow[];
  standings: readonly StandingRow[];
  responsibility: Responsibility;
  /** What changed, in the order of its days. */
  changes: readonly Change[];
};

/**
 * The standing of a follow-up over all time, as rows that can be stored and indexed. It asks the same question as
 * `standing()` once for each day on which an answer may change, and joins neighbouring days with the same answer. The
 * days are asked in order, so that each entry is replayed once.
 */
export function project(followUpCase: FollowUpCase, settings: Settings): Projection {
  const prepared = prepareCase(followUpCase, settings);
  if (prepared === undefined) return nothing;
  const owedRows: ObligationRow[] = [];
  const periods: UnchangedPeriod[] = [];
  let running: { owed: Obligation; from: Day }[] = [];
  const stateIn = statesInOrder(prepared);
  const falling = [...prepared.cycles].sort((a, b) => (a.updatesDueOn < b.updatesDueOn ? -1 : 1));
  const said = new Set(daysOfEntries(prepared));
  for (const day of daysOfChange(prepared)) {
    for (let cycle = falling[0]; cycle !== undefined && cycle.updatesDueOn < day; cycle = falling[0]) {
      rememberUpdateOwed(prepared, cycle, stateIn(cycle.updatesDueOn));
      falling.shift();
    }
    // Cycles of the issuing body do not change a closed follow-up: only entries do.
    if (periods.at(-1)?.answers.lifecycle === "closed" && !said.has(day)) continue;
    const state = stateIn(day);
    for (const cycle of prepared.cycles) if (cycle.opensOn === day) rememberResponseDue(prepared, cycle, state);
    const { answers, owed } = answersAt(prepared, state);
    if (!areEqual(periods.at(-1)?.answers, answers)) periods.push({ answers, from: day });
    const still = owed.map(
      (each) => running.find((before) => areEqual(before.owed, each)) ?? { owed: each, from: day },
    );
    for (const ended of running) if (!still.includes(ended)) owedRows.push(obligationRow(ended.owed, ended.from, day));
    running = still;
  }
  for (const { owed, from } of running) owedRows.push(obligationRow(owed, from, endOfTime));
  return {
    owed: owedRows,
    standings: standingRows(periods),
    responsibility: prepared.responsibility,
    changes: changesOf(prepared, owedRows),
  };
}

/**
 * What the rows of `project()` say of one day, as rows from that day until the next; who is responsible is told for all
 * time. What changed is told by `project()` alone.
 */
export function projectOn(followUpCase: FollowUpCase, day: Day, settings: Settings): Projection {
  const prepared = prepareCase(followUpCase, settings);
  if (prepared === undefined || day < prepared.opened) return nothing;
  const { answers, owed } = answersAt(prepared, stateOn(prepared, day));
  const until = addDays(day, 1);
  return {
    owed: owed.map((each) => obligationRow(each, day, until)),
    standings: [{ ...answers, from: day, until }],
    responsibility: prepared.responsibility,
    changes: [],
  };
}

const nothing: Projection = {
  owed: [],
  standings: [],
  responsibility: { addressee: [], issuingBody: [] },
  changes: [],
};

/**
 * What changed about a follow-up from one day to another, both included: every day, past or future, by what is known now.
 * Empty for a draft.
 */
export function changesBetween(followUpCase: FollowUpCase, from: Day, to: Day, settings: Settings): Change[] {
  return project(followUpCase, settings).changes.filter(({ day }) => day >= from && day <= to);
}

/** Every day on which an answer may change: acts, and the cycles of the issuing body. */
function daysOfChange(prepared: PreparedCase): Day[] {
  const days = new Set<Day>([prepared.opened]);
  const add = (day: Day) => {
    if (day > prepared.opened && day < endOfTime) days.add(day);
  };
  for (const day of daysOfEntries(prepared)) add(day);
  for (const { opensOn, updatesDueOn } of prepared.cycles) {
    add(opensOn);
    add(addDays(updatesDueOn, 1));
  }
  for (const { from } of prepared.selected) add(from);
  return [...days].sort();
}

/** The days from which entries count, or on which they may have been given. */
function daysOfEntries({ entries, published }: PreparedCase): Day[] {
  const given = entries.flatMap(({ from, after }) => (after === undefined ? [from] : [addDays(after, 1), from]));
  return published === undefined ? given : [published, ...given];
}

type UnchangedPeriod = { answers: Answers; from: Day };

/** Each period lasts until the next one begins. */
function standingRows(periods: readonly UnchangedPeriod[]): StandingRow[] {
  return periods.map(({ answers, from }, place) => ({
    ...answers,
    from,
    until: periods[place + 1]?.from ?? endOfTime,
  }));
}

/** Whether two plain values are equal. */
function areEqual(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const keys = Object.keys(one) as (keyof typeof one)[];
  return keys.length === Object.keys(other).length && keys.every((key) => areEqual(one[key], other[key]));
}

function obligationRow(owed: Obligation, owedFrom: Day, owedUntil: Day): ObligationRow {
  const [from, until] = overduePeriodOf(owed.due, owed.undetermined, owedFrom, owedUntil);
  const [fromOriginal, untilOriginal] = overduePeriodOf(owed.originalDue, owed.undetermined, owedFrom, owedUntil);
  return {
    ...owed,
    owedFrom,
    owedUntil,
    lateFrom: from,
    lateUntil: until,
    lateFromOriginal: fromOriginal,
    lateUntilOriginal: untilOriginal,
  };
}

function overduePeriodOf(due: Day | undefined, undetermined: boolean, owedFrom: Day, owedUntil: Day): [Day, Day] {
  if (due === undefined || undetermined) return [endOfTime, endOfTime];
  const from = overdueFrom(due, owedFrom);
  return from < owedUntil ? [from, owedUntil] : [endOfTime, endOfTime];
}
