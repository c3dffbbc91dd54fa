import { addDays } from "@heed/core";
import type { OverdueFilter } from "@heed/core/read-models/overdue-filter";
import type { Paging } from "@heed/core/read-models/paging";
import type { Sql, SqlValue } from "../../connection/sql.ts";
import { yearOf } from "../../derived/late-years.ts";
import { limitText, rowsToFind } from "../../statements/cursor.ts";
import { indexed } from "../../statements/indexed.ts";
import { Where } from "../../statements/where.ts";

export type Query = { text: string; values: SqlValue[] };

/** Up to this number, the rows of a year are sorted; beyond it they are found in the order of due dates. */
const fewRows = 500;

/** Everything that is overdue on a day, in the order of due dates. */
export function pageByDue(sql: Sql, filter: OverdueFilter, paging: Paging, place: SqlValue[] | undefined): Query {
  return inOrderOfDue(sql, overdueBranches(sql, filter, place), paging);
}

/**
 * The parts of what is overdue on a day: rows that are still overdue come from an index of their own, and rows that ended
 * from the year of the day. Each is read in order, so that a page takes the same time on every day and at every size.
 */
export function overdueBranches(sql: Sql, filter: OverdueFilter, place: SqlValue[] | undefined): Query[] {
  const { asOf, against = "current", minDaysOverdue = 1, kind } = filter;
  const original = against === "original" ? "_original" : "";
  const ranged = (where: Where, due: string, id: string) => {
    where.and(`${due} <= ?`, addDays(asOf, -Math.max(1, minDaysOverdue))).andInList("kind", kind);
    return place ? where.and(`(${due}, ${id}) > (?, ?)`, ...place) : where;
  };
  const due = against === "original" ? "original_due" : "due";
  const still = ranged(
    new Where(sql.dialect)
      .and(`late_until${original} = '9999-12-31' AND late_from${original} < '9999-12-31'`)
      .and(`late_from${original} <= ?`, asOf),
    due,
    "id",
  );
  return [
    {
      text: `SELECT ${due} AS due, id, kind FROM owed ${indexed(sql, `owed_late_still${original}_idx`)} WHERE ${still.text}`,
      values: still.values,
    },
    ...["both", against].flatMap((each) => endedLater(sql, each, asOf, (where) => ranged(where, "due", "owed_id"))),
  ];
}

/** The rows of some queries of `due`, `id` and `kind`, merged in the order of the first two. */
export function inOrderOfDue(sql: Sql, branches: readonly Query[], paging: Paging): Query {
  return {
    text: `${merged(sql, branches, paging)} ORDER BY 1, 2${limitText(paging)}`,
    values: branches.flatMap(({ values }) => values),
  };
}

/**
 * Rows that were overdue on a day and no longer are, in two queries of which one finds nothing. When a year has few
 * rows that ended after the day, as in the current year, these few are sorted; otherwise the rows of the year are read
 * in the order of due dates, and most of them match.
 */
function endedLater(sql: Sql, against: string, asOf: string, ranged: (where: Where) => Where): Query[] {
  const year = yearOf(asOf);
  const ended = `against = '${against}' AND year = ? AND late_until > ?`;
  const byEnd = `late_year ${indexed(sql, "late_year_until_idx")}`;
  // The year itself when it has many rows, otherwise nothing. It is a key to look up, so it is evaluated once, before
  // any row.
  const ofMany = `(SELECT year FROM ${byEnd} WHERE ${ended} ORDER BY late_until LIMIT 1 OFFSET ${fewRows - 1})`;
  const ofFew = `CASE WHEN ${ofMany} IS NULL THEN CAST(? AS integer) END`;
  const values = [year, asOf];
  const inOrder = ranged(
    new Where(sql.dialect).and(
      `against = '${against}' AND year = ${ofMany} AND late_from <= ? AND late_until > ?`,
      ...values,
      asOf,
      asOf,
    ),
  );
  const sorted = ranged(new Where(sql.dialect).and("late_from <= ?", asOf));
  return [
    { text: `SELECT due, owed_id AS id, kind FROM late_year WHERE ${inOrder.text}`, values: inOrder.values },
    {
      text: `SELECT due, owed_id AS id, kind FROM (SELECT due, owed_id, late_from, kind FROM ${byEnd}
        WHERE ${ended.replace("?", ofFew)} ORDER BY late_until LIMIT ${fewRows}) AS few WHERE ${sorted.text}`,
      values: [...values, year, asOf, ...sorted.values],
    },
  ];
}

/**
 * SQLite merges branches by their indexes; PostgreSQL uses an index only when each branch is sorted and limited by
 * itself.
 */
function merged({ dialect }: Sql, branches: readonly Query[], paging: Paging): string {
  // All skipped rows may be in one branch.
  const rows = rowsToFind(paging);
  const limit = rows === undefined ? "" : ` LIMIT ${rows}`;
  const each = branches.map(({ text }, index) =>
    dialect === "sqlite" ? text : `SELECT due, id, kind FROM (${text} ORDER BY 1, 2${limit}) AS branch_${index}`,
  );
  return each.join("\n UNION ALL ");
}
