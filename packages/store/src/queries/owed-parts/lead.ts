import type { Sql } from "../../connection/sql.ts";
import { indexed } from "../../statements/indexed.ts";
import { Where } from "../../statements/where.ts";
import type { OwedFilter } from "./owed-where.ts";

/**
 * What an index of things owed without end leads with: its table, whose rows have the columns of `owed`, and the column of
 * the value. Each index goes on with the kind and the due date, so that a kind of a value is one range in order.
 */
export type Lead = { name: "report" | "theme" | "addressee" | "responsible"; table: string; column: string };

/** The first one leads where it is asked: a report has few. */
const leads: readonly Lead[] = [
  { name: "report", table: "owed", column: "report_id" },
  { name: "theme", table: "theme_owed", column: "theme" },
  { name: "addressee", table: "owed", column: "addressee_id" },
  { name: "responsible", table: "owed", column: "responsible_id" },
];

/** What leads: of several the one that has fewer; undefined when only the kind is asked. */
export async function leadOf(sql: Sql, filter: OwedFilter): Promise<Lead | undefined> {
  const asked = leads.filter(({ name }) => filter[name] !== undefined);
  const [first] = asked;
  if (first === undefined || first.name === "report" || asked.length === 1) return first;
  const where = asked.map((lead) => new Where(sql.dialect).andInList(lead.column, filter[lead.name]));
  const counts = asked.map((lead, place) => fewOf(sql, lead, where[place] as Where));
  const [row] = await sql.all<Record<string, number>>(
    `SELECT ${counts.join(", ")}`,
    where.flatMap(({ values }) => values),
  );
  const found = ({ name }: Lead) => Number(row?.[name] ?? 0);
  return asked.reduce((fewest, lead) => (found(lead) < found(fewest) ? lead : fewest));
}

/** Counting goes on no further. */
const enough = 2000;

function fewOf(sql: Sql, lead: Lead, { text }: Where): string {
  return `(SELECT count(*) FROM (SELECT 1 AS one FROM ${lead.table} ${indexed(sql, indexOf(lead, "due"))}
     WHERE ${lasting(lead, "")} AND ${text} LIMIT ${enough}) AS few) AS ${lead.name}`;
}

/** The index that begins with the lead, in the order of the current or of the original due dates. */
export function indexOf(lead: Lead | undefined, order: "due" | "original_due"): string {
  const original = order === "original_due" ? "_original" : "";
  return lead?.name === "theme" ? `theme_owed${original}_idx` : `owed_now_${lead?.name ?? "kind"}${original}_idx`;
}

/** The condition of the partial indexes. */
export function lasting(lead: Lead | undefined, row = "o."): string {
  return lead?.name === "theme" ? "1 = 1" : `${row}owed_until = '9999-12-31'`;
}
