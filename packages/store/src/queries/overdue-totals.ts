import { type AgeingBucket, addDays, ageingBucket, OverdueKind, type Settings } from "@heed/core";
import type { OverdueAnswer } from "@heed/core/read-models/overdue-answer";
import type { OverdueFilter } from "@heed/core/read-models/overdue-filter";
import { ageingBuckets, ageingStarts } from "@heed/core/time/ageing";
import type { Sql } from "../connection/sql.ts";
import { lateCountsOn } from "../derived/late-counts.ts";
import { rowsOfParts } from "./owed-parts/joined.ts";
import { overdueOnDay } from "./owed-parts/owed-on-day.ts";
import { owedParts } from "./owed-parts/owed-parts.ts";
import { filtersOnlyKindAndAge } from "./owed-parts/owed-where.ts";
import { pageByDue } from "./owed-parts/page-by-due.ts";
import { totalOf, totalsBy } from "./totals-by.ts";

type Counted = { kind: OverdueKind; age: AgeingBucket | "notLate"; count: number };

/** The number of items by kind and age; from the kept counts when nothing else narrows the list. */
export async function overdueTotals(
  sql: Sql,
  filter: OverdueFilter,
  settings: Settings,
): Promise<Pick<OverdueAnswer, "total" | "totalsByKind" | "totalsByAge">> {
  const counted = filtersOnlyKindAndAge(filter)
    ? await storedTotals(sql, filter)
    : await countedNow(sql, filter, settings);
  return {
    total: totalOf(counted),
    totalsByKind: totalsBy(counted, OverdueKind.options, ({ kind }) => kind),
    totalsByAge: totalsBy(counted, ageingBuckets, ({ age }) => (age === "notLate" ? undefined : age)),
  };
}

async function storedTotals(sql: Sql, filter: OverdueFilter): Promise<Counted[]> {
  const { asOf, against = "current", kind: kinds, minDaysOverdue = 1 } = filter;
  const ages = ageingBuckets.filter((age) => ageingStarts[age] >= minDaysOverdue);
  const begun = ageingBucket(minDaysOverdue);
  const [counts, some] = await Promise.all([
    lateCountsOn(sql, asOf, against),
    begun === undefined || ages.includes(begun) ? [] : countedWithin(sql, filter, begun),
  ]);
  const whole = counts
    .filter(({ kind }) => kinds === undefined || kinds.includes(kind))
    .flatMap(({ kind, byAge }) => ages.map((age) => ({ kind, age, count: byAge[age] })));
  return [...whole, ...some];
}

/**
 * The items of one ageing bucket that are overdue by the given number of days, found by their due dates through an
 * index.
 */
async function countedWithin(sql: Sql, filter: OverdueFilter, age: AgeingBucket): Promise<Counted[]> {
  const next = ageingBuckets[ageingBuckets.indexOf(age) + 1];
  const before = next && [addDays(filter.asOf, 1 - ageingStarts[next]), ""];
  const { text, values } = pageByDue(sql, filter, {}, before);
  const rows = await sql.all<Omit<Counted, "age">>(
    `SELECT kind, count(*) AS count FROM (${text}) AS late GROUP BY kind`,
    values,
  );
  return rows.map((row) => ({ ...row, age }));
}

async function countedNow(sql: Sql, filter: OverdueFilter, settings: Settings): Promise<Counted[]> {
  const { asOf } = filter;
  const { text, values } = rowsOfParts(await owedParts(sql, filter, overdueOnDay(sql, filter, settings)));
  // What is due on a day or later is in the bucket before the one that begins after it; text order is time order.
  const until = ["notLate", ...ageingBuckets.slice(0, -1)].map((age) => `WHEN due >= ? THEN '${age}'`).join(" ");
  return sql.all<Counted>(
    `SELECT kind, CASE ${until} ELSE '${ageingBuckets.at(-1)}' END AS age, count(*) AS count
     FROM (${text}) AS owed_then GROUP BY 1, 2`,
    [...ageingBuckets.map((next) => addDays(asOf, 1 - ageingStarts[next])), ...values],
  );
}
