import type { Paging } from "@heed/core/read-models/paging";
import type { Sql, SqlValue } from "../../connection/sql.ts";
import { limitText, rowsToFind } from "../../statements/cursor.ts";

/** A part of a query, with the values of its parameters in the order in which they occur. */
export type Part = { text: string; values: readonly SqlValue[] };

/** The queries for the places of a page, in order, and for all places; and how many there are. */
export type FoundPlaces = { page: Part; all: Part; total: () => Promise<number> };

/** Several queries as one, which takes each row once. */
export function union(parts: readonly Part[]): Part {
  if (parts.length === 0) return { text: "SELECT 0 AS place WHERE 1 = 0", values: [] };
  return { text: parts.map(({ text }) => text).join(" UNION "), values: parts.flatMap(({ values }) => values) };
}

/** The number of rows of a query. */
export async function countOf(sql: Sql, { text, values }: Part): Promise<number> {
  const [row] = await sql.all<{ total: number }>(`SELECT count(*) AS total FROM (${text}) AS found`, values);
  return Number(row?.total ?? 0);
}

/** The places of a page in order; each part finds its own in order, without sorting more than a page. */
export function pageOf(parts: readonly Part[], paging: Paging): Part {
  const [only] = parts;
  const end = limitText(paging);
  if (only !== undefined && parts.length === 1)
    return { text: `${only.text} ORDER BY place${end}`, values: only.values };
  const rows = rowsToFind(paging);
  const inOrder = rows === undefined ? "" : ` ORDER BY place LIMIT ${rows}`;
  const { text, values } = union(
    parts.map((part) => ({ ...part, text: `SELECT place FROM (${part.text}${inOrder}) AS part` })),
  );
  return { text: `SELECT place FROM (${text}) AS found ORDER BY place${end}`, values };
}
