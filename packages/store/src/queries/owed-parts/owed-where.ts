import type { OverdueFilter } from "@heed/core/read-models/overdue-filter";
import type { Sql } from "../../connection/sql.ts";
import { inList } from "../../statements/in-list.ts";
import type { Where } from "../../statements/where.ts";
import { andResponsibleIn, type Printed } from "../responsible/responsible.ts";

/**
 * A verification is owed by the issuing body or its successor, everything else by the addressee or its successor (D19).
 */
export const owingOrganization: Printed = {
  table: "owed o",
  id: "o.id",
  followUp: "o.follow_up_id",
  organization: "o.responsible_id",
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

/** The conditions for rows `o` of `owed` that fulfil some conditions about the day, `onDay`. */
export function owedWhere(sql: Sql, filter: OwedFilter, onDay: Where): Where {
  const { theme } = filter;
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
  return andResponsibleIn(where, "o", owingOrganization.side, filter);
}
