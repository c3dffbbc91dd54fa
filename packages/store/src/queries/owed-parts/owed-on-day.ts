import { addDays, type Settings, settingsOn } from "@heed/core";
import type { ObligationFilter } from "@heed/core/read-models/obligation-filter";
import type { OverdueFilter } from "@heed/core/read-models/overdue-filter";
import { endOfTime } from "@heed/core/time/day";
import type { Sql } from "../../connection/sql.ts";
import { Where } from "../../statements/where.ts";

/** What a list asks about the day of rows `o` of `owed`. */
export type OnDay = {
  /** The SQL of the date by which the list is ordered. */
  due: string;
  /** The conditions for rows whose period has no end; and those for rows of any period. */
  lasting: Where;
  any: Where;
  /** Whether things without a due date are listed, after all others. */
  undated: boolean;
};

/** The place in the list of what is owed without a date: after all that has one. */
export const undated = `'${endOfTime}'`;

/** What is overdue, or due soon, on the day. */
export function overdueOnDay(sql: Sql, filter: OverdueFilter, settings: Settings): OnDay {
  const { asOf, against, dueSoon, minDaysOverdue } = filter;
  const original = against === "original" ? "_original" : "";
  const due = against === "original" ? "o.original_due" : "o.due";
  const lasting = new Where(sql.dialect);
  if (dueSoon)
    lasting.and(
      `o.owed_from <= ? AND ${due} >= ? AND ${due} <= ?`,
      ...[asOf, asOf, addDays(asOf, settingsOn(settings, asOf).dueSoonDays)],
    );
  else lasting.and(`o.late_from${original} <= ? AND ${due} < ?`, asOf, asOf);
  if (minDaysOverdue !== undefined) lasting.and(`${due} <= ?`, addDays(asOf, -minDaysOverdue));
  // Something overdue is always owed; repeating that condition lets the index of owed rows be used.
  const any = lasting.copy().and("o.owed_until > ?", asOf);
  if (!dueSoon) any.and(`o.late_until${original} > ?`, asOf);
  return { due, lasting, any, undated: false };
}

/** What is owed on the day, due or not yet. */
export function obligationsOnDay(sql: Sql, filter: ObligationFilter): OnDay {
  const { asOf, dueFrom, dueUntil, overdue } = filter;
  const lasting = new Where(sql.dialect).and("o.owed_from <= ?", asOf);
  if (dueFrom !== undefined) lasting.and("o.due >= ?", dueFrom);
  if (dueUntil !== undefined) lasting.and("o.due <= ?", dueUntil);
  // What is owed on the day is overdue from `late_from` on, for as long as it is owed.
  if (overdue === true) lasting.and("o.late_from <= ? AND o.due < ?", asOf, asOf);
  if (overdue === false) lasting.and("o.late_from > ?", asOf);
  const any = lasting.copy().and("o.owed_until > ?", asOf);
  return { due: "o.due", lasting, any, undated: dueFrom === undefined && dueUntil === undefined && overdue !== true };
}
