import type { Day, Reader } from "@heed/core";
import { visibleTo } from "../../access/visibility.ts";
import type { Sql } from "../../connection/sql.ts";
import { Where } from "../../statements/where.ts";
import type { Part } from "./part.ts";
import { type PlaceRange, rangeOfReport } from "./place-range.ts";

/** With more, each recommendation is asked instead. */
const most = 12;

/**
 * The places in reports that a reader does not find on a day: drafts, and what is published later. Undefined when there
 * are many such reports.
 */
export async function hiddenReports(sql: Sql, reader: Reader, asOf: Day): Promise<PlaceRange[] | undefined> {
  const visible = visibleTo(reader, new Where(sql.dialect), "p");
  const hidden: Part[] = [
    { text: `p.status = 'draft' AND NOT (${visible.text})`, values: visible.values },
    { text: "p.status = 'published' AND p.published_from > ?", values: [asOf] },
    { text: `p.status = 'draft' AND p.published_from > ? AND (${visible.text})`, values: [asOf, ...visible.values] },
  ];
  // Each part has an index of its own, and is small.
  const rows = await sql.all<{ number: number; year: number }>(
    `SELECT n.number, hidden.year FROM (${hidden
      .map(
        ({ text }) =>
          `SELECT * FROM (SELECT p.id, p.reporting_year AS year FROM report p WHERE ${text} LIMIT ${most + 1}) AS part`,
      )
      .join(" UNION ALL ")}) AS hidden JOIN report_number n ON n.report_id = hidden.id`,
    hidden.flatMap(({ values }) => values),
  );
  return rows.length > most ? undefined : rows.map(rangeOfReport);
}
