import type { Question } from "../questions/question.ts";
import type { BareSql, Row, Value } from "./bare-sql.ts";
import { recommendations, thingsOwed } from "./reads.ts";

/** The answer to a question by its hand-written SQL. The values begin with the days that it takes. */
export async function answerAsked(
  sql: BareSql,
  { list, rows, total }: Question,
  values: readonly Value[],
  day: string,
): Promise<{ items: Row[]; total?: number }> {
  const [found, [counted]] = await Promise.all([
    sql.all(rows, ...values),
    total === undefined ? ([] as Row[]) : sql.all(total, ...values),
  ]);
  const all = counted?.total ?? found[0]?.total ?? (list === "overdue" ? 0 : undefined);
  const items = list in contents ? await contents[list as keyof typeof contents](sql, found, day) : found;
  return { items, ...(all !== undefined && all !== null && { total: Number(all) }) };
}

/** First the rows of the page are found, and then what they show. */
const contents = { recommendations, overdue: thingsOwed } as const;
