import type { ChangeFilter } from "@heed/core/read-models/change-filter";
import type { Sql } from "../connection/sql.ts";
import { Where } from "../statements/where.ts";
import { isOfAll } from "./owed-parts/owed-where.ts";
import { andRecorded } from "./recorded-where.ts";
import { andResponsible, printedAddressee, printedIssuingBody, responsibleJoin } from "./responsible/responsible.ts";

type Filter = Pick<ChangeFilter, "to" | "issuingBody" | "responsible" | "addressee" | "report" | "theme">;

/** Adds the condition that a column holds one of the follow-ups that are asked for, by who answers for them on the last day. */
export function andAskedFollowUps(sql: Sql, where: Where, column: string, filter: Filter): Where {
  const { to, issuingBody, responsible } = filter;
  if (isOfAll(filter) && issuingBody === undefined) return where;
  const some = andRecorded(new Where(sql.dialect), filter);
  andResponsible(sql, some, to, responsible, printedAddressee);
  andResponsible(sql, some, to, issuingBody, printedIssuingBody);
  return where.and(
    `${column} IN (SELECT f.id FROM follow_up f JOIN recommendation r ON r.id = f.recommendation_id
       JOIN report p ON p.id = r.report_id WHERE ${some.text})`,
    ...some.values,
  );
}

/**
 * The tables with what a list shows of a follow-up: `f`, its recommendation `r`, report `p`, addressee `a` and responsible
 * organization `b` on a day, which it takes twice.
 */
export function shownFollowUp(column: string): string {
  return `JOIN follow_up f ON f.id = ${column}
       JOIN recommendation r ON r.id = f.recommendation_id
       JOIN report p ON p.id = r.report_id
       JOIN organization a ON a.id = f.addressee_id
       ${responsibleJoin(printedAddressee)}
       LEFT JOIN organization b ON b.id = responsible.organization_id`;
}
