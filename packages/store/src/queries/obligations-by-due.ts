import { type Day, daysBetween } from "@heed/core";
import type { ObligationFilter } from "@heed/core/read-models/obligation-filter";
import type { Paging } from "@heed/core/read-models/paging";
import { endOfTime } from "@heed/core/time/day";
import type { Sql } from "../connection/sql.ts";
import { type Place, placeOf, rowsToFind } from "../statements/cursor.ts";
import { indexed } from "../statements/indexed.ts";
import { Where } from "../statements/where.ts";
import { pageOfParts } from "./owed-parts/joined.ts";
import { obligationsOnDay, undated } from "./owed-parts/owed-on-day.ts";
import { owedParts } from "./owed-parts/owed-parts.ts";
import { isOfAll } from "./owed-parts/owed-where.ts";
import { inOrderOfDue, overdueBranches, type Query } from "./owed-parts/page-by-due.ts";
import { besideLasting, fewEnding } from "./responsible/beside-lasting.ts";

/** The rows of `owed` that a page shows: `due` and `id`, in the order of both. */
export async function pageOfObligations(sql: Sql, filter: ObligationFilter, paging: Paging): Promise<Query> {
  const place = paging.after === undefined ? undefined : placeOf("obligations", paging.after);
  const inOrder = () =>
    inOrderOfDue(
      sql,
      obligationBranches(sql, filter, place, rowsToFind(paging)).map(({ query }) => query),
      paging,
    );
  if (isOfAll(filter) && filter.kind === undefined) return inOrder();
  const beside = await besideLasting(sql, "owed", filter);
  if (isOfAll(filter) && beside.ending > fewEnding) return inOrder();
  return pageOfParts(await owedParts(sql, filter, obligationsOnDay(sql, filter), beside), paging, place);
}

/** One part of the list, whose rows have the same answer to whether it is known that they are still owed. */
export type Branch = { query: Query; undetermined: boolean };

/**
 * The parts of the list when it is of all organizations, reports and themes, each read in the order of an index: what is
 * overdue, what would be if it were known, what is due later, and what has no date. A page needs no more than some `rows`.
 */
export function obligationBranches(
  sql: Sql,
  filter: ObligationFilter,
  place?: Place<"obligations">,
  rows?: number,
): Branch[] {
  const { asOf, kind, dueFrom, dueUntil, overdue } = filter;
  const start = startOf(dueFrom, place);
  const owedByDue = (index: string, dates: Where) => {
    dates.and("owed_from <= ? AND owed_until > ?", asOf, asOf).andInList("kind", kind);
    if (start) dates.and("(due, id) > (?, ?)", ...start);
    if (dueUntil !== undefined) dates.and("due <= ?", dueUntil);
    return {
      text: `SELECT due, id, kind FROM owed ${indexed(sql, index)} WHERE ${dates.text}`,
      values: dates.values,
    };
  };
  const branches: Branch[] = [];
  if (overdue !== false) {
    const minDaysOverdue = dueUntil === undefined ? 1 : Math.max(1, daysBetween(dueUntil, asOf));
    const late = overdueBranches(sql, { asOf, minDaysOverdue, ...(kind && { kind }) }, start);
    branches.push(...late.map((query) => ({ query, undetermined: false })));
  }
  if (overdue !== true) {
    const where = () => new Where(sql.dialect);
    branches.push(
      {
        query: owedByDue("owed_undetermined_idx", where().and("undetermined = 1 AND due < ?", asOf)),
        undetermined: true,
      },
      { query: owedByDue("owed_due_id_idx", where().and("due >= ?", asOf)), undetermined: false },
    );
    if (dueFrom === undefined && dueUntil === undefined)
      branches.push({ query: withoutDate(sql, filter, place, rows), undetermined: false });
  }
  return branches;
}

/** The place after which dated rows begin: that of the cursor, or the one before all that is due on `dueFrom`. */
function startOf(dueFrom: Day | undefined, place: Place<"obligations"> | undefined): Place<"obligations"> | undefined {
  return dueFrom === undefined || (place !== undefined && place[0] >= dueFrom) ? place : [dueFrom, ""];
}

/** SQLite sorts rows by a constant and an id, also when they are in the order of the ids: so only some are taken. */
function withoutDate(
  sql: Sql,
  { asOf, kind }: ObligationFilter,
  place: Place<"obligations"> | undefined,
  rows: number | undefined,
): Query {
  const where = new Where(sql.dialect)
    .and("due IS NULL AND owed_from <= ? AND owed_until > ?", asOf, asOf)
    .andInList("kind", kind);
  if (place?.[0] === endOfTime) where.and("id > ?", place[1]);
  const some = rows === undefined ? "" : ` ORDER BY id LIMIT ${rows}`;
  return {
    text: `SELECT ${undated} AS due, id, kind
      FROM (SELECT id, kind FROM owed ${indexed(sql, "owed_due_id_idx")} WHERE ${where.text}${some}) AS undated`,
    values: where.values,
  };
}
