import { addDays, type OverdueFilter, type Paging, type Settings } from "@heed/core";
import { among } from "../bulk/among.ts";
import type { Sql } from "../sql.ts";
import { limitText, placeOf } from "./cursor.ts";
import { pageByDue, type Query } from "./page-by-due.ts";
import { andResponsible, type Printed } from "./responsible.ts";
import { Where } from "./where.ts";

/** A verification is owed by the issuing body or its successor, all else by the addressee or its successor (decision 25). */
export const owedBy: Printed = {
  followUp: "o.follow_up_id",
  organization: "o.owed_by_id",
  side: "CASE WHEN o.kind = 'verification' THEN 'issuingBody' ELSE 'addressee' END",
};

/** Whether nothing but the kind and the days late narrows the list: then the order of due dates and the counts serve it. */
export function isWhole({ addressee, report, theme, responsible, dueSoon }: OverdueFilter): boolean {
  return !dueSoon && [addressee, report, theme, responsible].every((each) => each === undefined);
}

/** The rows of `owed` that a page shows: `due` and `id`, in the order of both. */
export function pageOfOwed(sql: Sql, filter: OverdueFilter, paging: Paging, settings: Settings): Query {
  const place = paging.after === undefined ? undefined : placeOf(paging.after, 2);
  if (isWhole(filter)) return pageByDue(sql, filter, paging, place);
  const due = filter.against === "original" ? "original_due" : "due";
  const where = overdueWhere(sql, filter, settings);
  if (place) where.and(`(o.${due}, o.id) > (?, ?)`, ...place);
  return {
    text: `SELECT o.${due} AS due, o.id FROM owed o WHERE ${where.text} ORDER BY 1, 2${limitText(paging)}`,
    values: where.values,
  };
}

/** Which rows `o` of `owed` match. */
export function overdueWhere(sql: Sql, filter: OverdueFilter, settings: Settings): Where {
  const { asOf, against, dueSoon, minDaysOverdue } = filter;
  const where = new Where(sql.dialect);
  const [from, until, due] =
    against === "original"
      ? ["o.late_from_original", "o.late_until_original", "o.original_due"]
      : ["o.late_from", "o.late_until", "o.due"];
  if (dueSoon)
    where.and(
      "o.owed_from <= ? AND o.owed_until > ? AND o.due >= ? AND o.due <= ?",
      asOf,
      asOf,
      asOf,
      addDays(asOf, settings.dueSoonDays),
    );
  else where.and(`${until} > ? AND ${from} <= ?`, asOf, asOf);
  if (minDaysOverdue !== undefined) where.and(`${due} <= ?`, addDays(asOf, -minDaysOverdue));
  where
    .andAmong("o.kind", filter.kind)
    .andAmong("o.addressee_id", filter.addressee)
    .andAmong("o.report_id", filter.report);
  if (filter.theme !== undefined) {
    const theme = new Where(sql.dialect).andAmong("t.theme", filter.theme);
    where.and(
      `EXISTS (SELECT 1 FROM follow_up f JOIN recommendation_theme t ON t.recommendation_id = f.recommendation_id
         WHERE f.id = o.follow_up_id AND ${theme.text})`,
      ...theme.values,
    );
  }
  andOfOrganizations(sql, where, filter);
  return andResponsible(sql, where, asOf, filter.responsible, owedBy);
}

/**
 * Those that andResponsible() may leave: by the index of who owes and by that of who answers in another's place. It decides on
 * these only, rather than on all that is late.
 */
function andOfOrganizations(sql: Sql, where: Where, { asOf, responsible, dueSoon, against }: OverdueFilter): void {
  if (responsible === undefined) return;
  const list = JSON.stringify(responsible);
  const late = !dueSoon && against !== "original";
  where.and(
    `o.id IN (SELECT own.id FROM owed own WHERE ${among(sql, "own.owed_by_id")}${late ? " AND own.late_until > ?" : ""}
       UNION ALL SELECT taken.id FROM responsibility w JOIN owed taken ON taken.follow_up_id = w.follow_up_id
         WHERE ${among(sql, "w.organization_id")} AND w.from_on <= ? AND w.until_on > ?)`,
    list,
    ...(late ? [asOf] : []),
    list,
    asOf,
    asOf,
  );
}
