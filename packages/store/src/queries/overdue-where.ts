import { addDays, type Settings, settingsOn } from "@heed/core";
import type { OverdueFilter } from "@heed/core/read-models/overdue-filter";
import type { Paging } from "@heed/core/read-models/paging";
import type { Sql } from "../connection/sql.ts";
import { limitText, overdueList, placeOf } from "../statements/cursor.ts";
import { inList } from "../statements/in-list.ts";
import { Where } from "../statements/where.ts";
import { pageByDue, type Query } from "./page-by-due.ts";
import { andResponsible, type Printed } from "./responsible.ts";

/**
 * A verification is owed by the issuing body or its successor, everything else by the addressee or its successor (D19).
 */
export const owingOrganization: Printed = {
  table: "owed o",
  id: "o.id",
  followUp: "o.follow_up_id",
  organization: "o.owed_by_id",
  side: "CASE WHEN o.kind = 'verification' THEN 'issuingBody' ELSE 'addressee' END",
};

/** Whose or which things owed are asked for. */
export type OwedFilter = Pick<OverdueFilter, "asOf" | "kind" | "addressee" | "report" | "theme" | "responsible">;

/** Whether a list is of all organizations, reports and themes: then the order of due dates can be used. */
export function isOfAll({ addressee, report, theme, responsible }: Omit<OwedFilter, "asOf" | "kind">): boolean {
  return [addressee, report, theme, responsible].every((each) => each === undefined);
}

/** Whether only the kind and the days overdue narrow the list: then the kept counts can be used too. */
export function filtersOnlyKindAndAge(filter: OverdueFilter): boolean {
  return !filter.dueSoon && isOfAll(filter);
}

/** The rows of `owed` that a page shows: `due` and `id`, in the order of both. */
export function pageOfOverdue(sql: Sql, filter: OverdueFilter, paging: Paging, settings: Settings): Query {
  const place = paging.after === undefined ? undefined : placeOf(overdueList(filter), paging.after);
  if (filtersOnlyKindAndAge(filter)) return pageByDue(sql, filter, paging, place);
  const due = filter.against === "original" ? "original_due" : "due";
  const where = overdueWhere(sql, filter, settings);
  if (place) where.and(`(o.${due}, o.id) > (?, ?)`, ...place);
  return {
    text: `SELECT o.${due} AS due, o.id FROM owed o WHERE ${where.text} ORDER BY 1, 2${limitText(paging)}`,
    values: where.values,
  };
}

/** The conditions for rows `o` of `owed`. */
export function overdueWhere(sql: Sql, filter: OverdueFilter, settings: Settings): Where {
  return owedWhere(sql, filter, whereOnDay(sql, filter, settings));
}

/** The conditions for rows `o` of `owed` that fulfil some conditions about the day, `onDay`. */
export function owedWhere(sql: Sql, filter: OwedFilter, onDay: Where): Where {
  const { asOf, theme, responsible } = filter;
  const where = onDay
    .copy()
    .andInList("o.kind", filter.kind)
    .andInList("o.addressee_id", filter.addressee)
    .andInList("o.report_id", filter.report);
  if (theme !== undefined) {
    const ofTheme = `FROM recommendation_theme t JOIN follow_up f ON f.recommendation_id = t.recommendation_id
      WHERE ${inList(sql, "t.theme")}`;
    where.and(
      // Found through the theme when nothing else narrows the list more; otherwise the theme of each row is checked.
      isOfAll({ ...filter, theme: undefined })
        ? `o.follow_up_id IN (SELECT f.id ${ofTheme})`
        : `EXISTS (SELECT 1 ${ofTheme} AND f.id = o.follow_up_id)`,
      JSON.stringify(theme),
    );
  }
  return andResponsible(sql, where, asOf, responsible, owingOrganization, onDay);
}

/**
 * What is overdue, or due soon, on the day. Something overdue is always owed; repeating that condition lets the index
 * of owed rows be used.
 */
function whereOnDay(sql: Sql, { asOf, against, dueSoon, minDaysOverdue }: OverdueFilter, settings: Settings): Where {
  const where = new Where(sql.dialect).and("o.owed_until > ?", asOf);
  const [from, until, due] =
    against === "original"
      ? ["o.late_from_original", "o.late_until_original", "o.original_due"]
      : ["o.late_from", "o.late_until", "o.due"];
  if (dueSoon)
    where.and(
      `o.owed_from <= ? AND ${due} >= ? AND ${due} <= ?`,
      asOf,
      asOf,
      addDays(asOf, settingsOn(settings, asOf).dueSoonDays),
    );
  else where.and(`${until} > ? AND ${from} <= ?`, asOf, asOf);
  if (minDaysOverdue !== undefined) where.and(`${due} <= ?`, addDays(asOf, -minDaysOverdue));
  return where;
}
