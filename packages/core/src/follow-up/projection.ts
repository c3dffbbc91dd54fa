import type { Settings } from "../settings.ts";
import { addDays, type Day, endOfTime } from "../time/day.ts";
import type { FollowUpCase } from "./case.ts";
import { type History, historyOf } from "./history.ts";
import { lateFrom, type Owed } from "./owed.ts";
import type { Responsibility } from "./responsibility.ts";
import { type Answers, answersOn } from "./standing.ts";

/** One thing owed during one stretch of time; a moved deadline or a restarted clock starts a new one (decision 8). */
export type OwedRow = Owed & {
  /** Owed on day d when owedFrom <= d < owedUntil. */
  owedFrom: Day;
  owedUntil: Day;
  /** Late on day d when lateFrom <= d < lateUntil; both are the end of time when it never was. */
  lateFrom: Day;
  lateUntil: Day;
  /** The same against the original due date (D5). */
  lateFromOriginal: Day;
  lateUntilOriginal: Day;
};

/** A stretch of time, from <= d < until, in which the answers do not change. */
export type StandingRow = Answers & { from: Day; until: Day };

export type Projection = {
  owed: readonly OwedRow[];
  standings: readonly StandingRow[];
  responsibility: Responsibility;
};

/**
 * The standing of a follow-up over all time, as rows that can be kept and indexed. It asks the same question as
 * `standing()` once per day on which an answer may change, and joins the neighbours that are alike.
 */
export function project(followUpCase: FollowUpCase, settings: Settings): Projection {
  const history = historyOf(followUpCase, settings);
  if (history === undefined) return { owed: [], standings: [], responsibility: { addressee: [], issuingBody: [] } };
  const owedRows: OwedRow[] = [];
  const standings: StandingRow[] = [];
  let running = new Map<string, { owed: Owed; from: Day }>();
  const days = daysOfChange(history);
  for (const day of days) {
    const { answers, owed } = answersOn(history, day);
    joinStanding(standings, answers, day);
    const still = new Map<string, { owed: Owed; from: Day }>();
    for (const each of owed) {
      const key = JSON.stringify(each);
      still.set(key, running.get(key) ?? { owed: each, from: day });
    }
    for (const [key, ended] of running) if (!still.has(key)) owedRows.push(owedRow(ended.owed, ended.from, day));
    running = still;
  }
  for (const { owed, from } of running.values()) owedRows.push(owedRow(owed, from, endOfTime));
  return { owed: owedRows, standings, responsibility: history.responsibility };
}

/** Every day on which an answer may change: acts, and the rounds of the issuing body. */
function daysOfChange(history: History): Day[] {
  const days = new Set<Day>([history.opened]);
  const add = (day: Day) => {
    if (day > history.opened && day < endOfTime) days.add(day);
  };
  for (const { from } of history.entries) add(from);
  for (const { opensOn, updatesDueOn } of history.cycles) {
    add(opensOn);
    add(addDays(updatesDueOn, 1));
  }
  return [...days].sort();
}

function joinStanding(rows: StandingRow[], answers: Answers, from: Day): void {
  const last = rows.at(-1);
  if (last !== undefined) {
    const { from: _, until: __, ...before } = last;
    if (JSON.stringify(before) === JSON.stringify(answers)) return;
    last.until = from;
  }
  rows.push({ ...answers, from, until: endOfTime });
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
