import type { Settings } from "../settings.ts";
import { addDays, type Day, endOfTime } from "../time/day.ts";
import type { FollowUpCase } from "./case.ts";
import { type History, historyOf } from "./history.ts";
import { lateFrom, type Owed, rememberResponseDue, rememberUpdateOwed } from "./owed.ts";
import type { Responsibility } from "./responsibility.ts";
import { type Answers, answersIn } from "./standing.ts";
import { statesOver } from "./state.ts";

/**
 * Raised with every change of the rules for derived rows: rows of an older version are derived again when the database
 * is upgraded.
 */
export const derivationVersion = 6;

/** One thing owed during one period; a moved deadline or a restarted clock starts a new period (D3). */
export type OwedRow = Owed & {
  /** Owed on day d when owedFrom <= d < owedUntil. */
  owedFrom: Day;
  owedUntil: Day;
  /** Overdue on day d when lateFrom <= d < lateUntil; both are the end of time when it never was. */
  lateFrom: Day;
  lateUntil: Day;
  /** The same against the original due date (D5). */
  lateFromOriginal: Day;
  lateUntilOriginal: Day;
};

/** A period, from <= d < until, in which the answers do not change. */
export type StandingRow = Answers & { from: Day; until: Day };

export type Projection = {
  owed: readonly OwedRow[];
  standings: readonly StandingRow[];
  responsibility: Responsibility;
};

/**
 * The standing of a follow-up over all time, as rows that can be stored and indexed. It asks the same question as
 * `standing()` once for each day on which an answer may change, and joins neighbouring days with the same answer. The
 * days are asked in order, so that each entry is replayed once.
 */
export function project(followUpCase: FollowUpCase, settings: Settings): Projection {
  const history = historyOf(followUpCase, settings);
  if (history === undefined) return { owed: [], standings: [], responsibility: { addressee: [], issuingBody: [] } };
  const owedRows: OwedRow[] = [];
  const stretches: Stretch[] = [];
  let running: { owed: Owed; from: Day }[] = [];
  const stateOn = statesOver(history);
  const falling = [...history.cycles].sort((a, b) => (a.updatesDueOn < b.updatesDueOn ? -1 : 1));
  const said = new Set(daysSaid(history));
  for (const day of daysOfChange(history)) {
    for (let cycle = falling[0]; cycle !== undefined && cycle.updatesDueOn < day; cycle = falling[0]) {
      rememberUpdateOwed(history, cycle, stateOn(cycle.updatesDueOn));
      falling.shift();
    }
    // Cycles of the issuing body do not change a closed follow-up: only entries do.
    if (stretches.at(-1)?.answers.lifecycle === "closed" && !said.has(day)) continue;
    const state = stateOn(day);
    for (const cycle of history.cycles) if (cycle.opensOn === day) rememberResponseDue(history, cycle, state);
    const { answers, owed } = answersIn(history, state);
    if (!alike(stretches.at(-1)?.answers, answers)) stretches.push({ answers, from: day });
    const still = owed.map((each) => running.find((before) => alike(before.owed, each)) ?? { owed: each, from: day });
    for (const ended of running) if (!still.includes(ended)) owedRows.push(owedRow(ended.owed, ended.from, day));
    running = still;
  }
  for (const { owed, from } of running) owedRows.push(owedRow(owed, from, endOfTime));
  return { owed: owedRows, standings: standingRows(stretches), responsibility: history.responsibility };
}

/** Every day on which an answer may change: acts, and the cycles of the issuing body. */
function daysOfChange(history: History): Day[] {
  const days = new Set<Day>([history.opened]);
  const add = (day: Day) => {
    if (day > history.opened && day < endOfTime) days.add(day);
  };
  for (const day of daysSaid(history)) add(day);
  for (const { opensOn, updatesDueOn } of history.cycles) {
    add(opensOn);
    add(addDays(updatesDueOn, 1));
  }
  for (const { from } of history.selected) add(from);
  return [...days].sort();
}

/** The days from which entries count, or on which they may have been given. */
function daysSaid({ entries, published }: History): Day[] {
  const given = entries.flatMap(({ from, after }) => (after === undefined ? [from] : [addDays(after, 1), from]));
  return published === undefined ? given : [published, ...given];
}

type Stretch = { answers: Answers; from: Day };

/** Each period lasts until the next one begins. */
function standingRows(stretches: readonly Stretch[]): StandingRow[] {
  return stretches.map(({ answers, from }, place) => ({
    ...answers,
    from,
    until: stretches[place + 1]?.from ?? endOfTime,
  }));
}

/** Whether two plain values are equal. */
function alike(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  const keys = Object.keys(one) as (keyof typeof one)[];
  return keys.length === Object.keys(other).length && keys.every((key) => alike(one[key], other[key]));
}

function owedRow(owed: Owed, owedFrom: Day, owedUntil: Day): OwedRow {
  const [from, until] = lateStretch(owed.due, owed.undetermined, owedFrom, owedUntil);
  const [fromOriginal, untilOriginal] = lateStretch(owed.originalDue, owed.undetermined, owedFrom, owedUntil);
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

function lateStretch(due: Day | undefined, undetermined: boolean, owedFrom: Day, owedUntil: Day): [Day, Day] {
  if (due === undefined || undetermined) return [endOfTime, endOfTime];
  const from = lateFrom(due, owedFrom);
  return from < owedUntil ? [from, owedUntil] : [endOfTime, endOfTime];
}
