import { addDays, OverdueKind, type Settings, settingsOn } from "@heed/core";
import { type ObligationAnswer, OwedTimeliness } from "@heed/core/read-models/obligation-answer";
import type { ObligationFilter } from "@heed/core/read-models/obligation-filter";
import { endOfTime } from "@heed/core/time/day";
import type { Sql } from "../connection/sql.ts";
import { obligationBranches } from "./obligations-by-due.ts";
import { rowsOfParts } from "./owed-parts/joined.ts";
import { obligationsOnDay } from "./owed-parts/owed-on-day.ts";
import { owedParts } from "./owed-parts/owed-parts.ts";
import { isOfAll } from "./owed-parts/owed-where.ts";
import type { Query } from "./owed-parts/page-by-due.ts";
import { besideLasting, fewEnding } from "./responsible/beside-lasting.ts";
import { totalOf, totalsBy } from "./totals-by.ts";

type Totals = Required<Pick<ObligationAnswer, "total" | "totalsByKind" | "totalsByTimeliness">>;
type Counted = { kind: OverdueKind; timeliness: OwedTimeliness; count: number };

/** The number of things owed by kind and timeliness (D2, D8). */
export async function obligationTotals(sql: Sql, filter: ObligationFilter, settings: Settings): Promise<Totals> {
  const { asOf } = filter;
  const { dueSoonDays, longOverdueDays } = settingsOn(settings, asOf);
  const { text, values } = await owedOnDay(sql, filter);
  const counted = await sql.all<Counted>(
    `SELECT kind, CASE WHEN due = '${endOfTime}' THEN 'noDeadline' WHEN due > ? THEN 'notDue' WHEN due >= ? THEN 'dueSoon'
       WHEN undetermined = 1 THEN 'undetermined' WHEN due < ? THEN 'longOverdue' ELSE 'overdue' END AS timeliness,
       count(*) AS count FROM (${text}) AS each_owed GROUP BY 1, 2`,
    [addDays(asOf, dueSoonDays), asOf, addDays(asOf, -longOverdueDays), ...values],
  );
  return {
    total: totalOf(counted),
    totalsByKind: totalsBy(counted, OverdueKind.options, ({ kind }) => kind),
    totalsByTimeliness: totalsBy(counted, OwedTimeliness.options, ({ timeliness }) => timeliness),
  };
}

/** All rows owed on the day: `due`, `kind` and `undetermined`. */
async function owedOnDay(sql: Sql, filter: ObligationFilter): Promise<Query> {
  const beside = await besideLasting(sql, "owed", filter);
  if (!isOfAll(filter) || beside.ending <= fewEnding) {
    // What is due before the day and is not overdue on it is not known to be still owed.
    const parts = await owedParts(sql, filter, obligationsOnDay(sql, filter), beside);
    const { text, values } = rowsOfParts(parts, "o.late_from");
    return {
      text: `SELECT due, kind, CASE WHEN late_from > ? THEN 1 ELSE 0 END AS undetermined FROM (${text}) AS owed_then`,
      values: [filter.asOf, ...values],
    };
  }
  const branches = obligationBranches(sql, filter);
  const each = branches.map(
    ({ query, undetermined }, index) =>
      `SELECT due, kind, ${Number(undetermined)} AS undetermined FROM (${query.text}) AS branch_${index}`,
  );
  return { text: each.join(" UNION ALL "), values: branches.flatMap(({ query }) => query.values) };
}
