import type { Day, Id } from "@heed/core";
import type { Sql } from "../../connection/sql.ts";
import { indexed } from "../../statements/indexed.ts";
import { candidatesOn } from "./responsible.ts";

/** What is read beside the periods without end: the periods that end after the day, and candidates where there are some. */
export type BesideLasting = { ending: number; candidates: number };

/** Above this number, the periods that end after the day are not read beside those without end. */
export const fewEnding = 2000;

const ends = { standing: "until_on", owed: "owed_until" } as const;

/** How many periods end after the day, counted to one more than are few, and whether there are candidates (R41). */
export async function besideLasting(
  sql: Sql,
  table: keyof typeof ends,
  { asOf, responsible }: { asOf: Day; responsible?: readonly Id[] },
): Promise<BesideLasting> {
  const end = ends[table];
  const ending = `SELECT 1 AS one FROM ${table} ${indexed(sql, `${table}_ended_idx`)}
    WHERE ${end} < '9999-12-31' AND ${end} > ? LIMIT ${fewEnding + 1}`;
  const candidate = candidatesOn(sql.dialect, asOf, responsible);
  const candidates = `SELECT 1 AS one FROM responsibility candidate ${indexed(sql, "responsibility_candidate_idx")}
    WHERE ${candidate.text} LIMIT 1`;
  const [found] = await sql.all<BesideLasting>(
    `SELECT (SELECT count(*) FROM (${ending}) AS ended) AS ending,
       ${responsible === undefined ? "0" : `(SELECT count(*) FROM (${candidates}) AS few)`} AS candidates`,
    responsible === undefined ? [asOf] : [asOf, ...candidate.values],
  );
  return { ending: Number(found?.ending ?? 0), candidates: Number(found?.candidates ?? 0) };
}
