import type { Day } from "@heed/core";
import type { Dialect } from "@heed/store";

/** One question that people ask: Heed's address of it, and the SQL by which a programmer would answer it. */
export type Question = {
  /** Unique: the list, and the parameters that narrow it. */
  name: string;
  /** Decides what an answer is made of, and how two answers are compared. */
  list: "recommendations" | "overdue" | "progress" | "progressMatrix" | "reports" | "organizations";
  /** Below Heed's base path, with what is asked each time. */
  address: string;
  /** Heed's parameters that get a value. */
  parameters: readonly string[];
  /** The days that the SQL takes before the values of the parameters. */
  days?: (today: Day, past: Day) => readonly Day[];
  /** The values of the parameters with the number of rows of each, the fewest rows first. It takes no value. */
  counts?: string;
  /** The index that a programmer would give it. */
  index?: string;
  /** The rows of the first page. */
  rows: string;
  /** Their total: without it, it is not asked, or is a column `total` of the rows. */
  total?: string;
};

/** What decides how the SQL is written. */
export type Floor = {
  dialect: Dialect;
  /** Whether each recommendation has one addressee, so that follow-ups are counted and not their recommendations. */
  single: boolean;
};

export const pageSize = 20;

/** `reportingYear` is a column `reporting_year`. */
export function columnOf(parameter: string): string {
  return parameter.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}

export function indexOn(table: string, columns: readonly string[]): string {
  const name = `${table}_by_${columns.map((column) => column.replace(" DESC", "")).join("_")}`;
  return `CREATE INDEX IF NOT EXISTS ${name.length <= 63 ? name : shortened(name)} ON ${table} (${columns.join(", ")})`;
}

/** PostgreSQL cuts longer names. */
function shortened(name: string): string {
  return name.replace(/([a-z]{3})[a-z]*/g, "$1");
}

/** The values of some columns by the number of rows that have them. */
export function countsOf(table: string, columns: readonly string[], where = "1 = 1"): string {
  const list = columns.map((column) => `b.${column}`).join(", ");
  const known = columns.map((column) => `b.${column} IS NOT NULL`).join(" AND ");
  return `SELECT ${list}, count(*) AS count FROM ${table} b WHERE ${known} AND ${where} GROUP BY ${list} ORDER BY count(*), ${list}`;
}

/** A list with its total asked for, and without. */
export function withAndWithoutTotal(question: Question): Question[] {
  const { total: _, ...without } = question;
  const and = question.address.includes("?") ? "&" : "?";
  return [
    without,
    { ...question, name: `${question.name}, with total`, address: `${question.address}${and}withTotal=true` },
  ];
}

export function nameOf(list: string, parameters: readonly string[]): string {
  return parameters.length === 0 ? list : `${list}: ${parameters.join(" + ")}`;
}

/** How a follow-up `b` stood on a day, which it takes: the latest by then. */
export const latestStanding = `JOIN floor_history h ON h.follow_up = b.follow_up AND h.on_day = (
  SELECT max(x.on_day) FROM floor_history x WHERE x.follow_up = b.follow_up AND x.on_day <= ?)`;
