import type { Day, Id } from "@heed/core";
import { type Change, ChangeKind } from "@heed/core/follow-up/changes/change";
import { allPages } from "@heed/core/read-models/all-pages";
import type { ChangeAnswer } from "@heed/core/read-models/change-answer";
import type { ChangeFilter } from "@heed/core/read-models/change-filter";
import type { ChangeItem } from "@heed/core/read-models/change-item";
import type { Page, Paging } from "@heed/core/read-models/paging";
import { firstDay } from "@heed/core/time/day";
import type { Source } from "../as-known/source.ts";
import type { Sql } from "../connection/sql.ts";
import { limitText, pageOf, placeOf } from "../statements/cursor.ts";
import { Where } from "../statements/where.ts";
import {
  type RecommendationAndReportRow,
  recommendationAndReportColumns,
  recommendationAndReportOf,
} from "../tables/recommendation-and-report.ts";
import {
  type AddresseeAndResponsibleRow,
  addresseeAndResponsibleColumns,
  addresseeAndResponsibleOf,
} from "./addressee-and-responsible.ts";
import { andAskedFollowUps, shownFollowUp } from "./asked-follow-ups.ts";
import { andRecorded } from "./recorded-where.ts";
import { totalOf, totalsBy } from "./totals-by.ts";

/** What changed from one day to another, the newest first. */
export async function readChanges(source: Source, filter: ChangeFilter, paging: Paging): Promise<ChangeAnswer> {
  const { from, to } = filter;
  await source.derive?.(andRecorded(new Where(source.dialect), filter));
  const [totals, page] = await Promise.all([
    paging.withTotal ? changeTotals(source, filter) : {},
    readPage(source, filter, paging),
  ]);
  return { from, to, ...totals, ...page };
}

/** The whole list in order, in batches. */
export function readChangeItems(sql: Sql, filter: ChangeFilter, limit?: number): AsyncIterable<readonly ChangeItem[]> {
  return allPages((paging) => readPage(sql, filter, paging), limit);
}

/** All changes of some follow-ups, or of all, until a day, with who answers for them on that day. */
export async function readChangesOf(
  sql: Sql,
  { followUps, from = firstDay, to }: { followUps?: readonly Id[]; from?: Day; to: Day },
): Promise<ChangeItem[]> {
  if (followUps?.length === 0) return [];
  const where = changeWhere(sql, { from, to }).andInList("c.follow_up_id", followUps && [...new Set(followUps)]);
  return (await shownChanges(sql, where, to, "")).map(changeItem);
}

async function changeTotals(sql: Sql, filter: ChangeFilter): Promise<Pick<ChangeAnswer, "total" | "totalsByKind">> {
  const { text, values } = changeWhere(sql, filter);
  const counted = await sql.all<{ kind: ChangeKind; count: number }>(
    `SELECT c.kind, count(*) AS count FROM follow_up_change c WHERE ${text} GROUP BY c.kind`,
    values,
  );
  return { total: totalOf(counted), totalsByKind: totalsBy(counted, ChangeKind.options, ({ kind }) => kind) };
}

/** The conditions for rows `c` of what changed. */
function changeWhere(sql: Sql, filter: ChangeFilter): Where {
  const { from, to, kind } = filter;
  const where = new Where(sql.dialect).and("c.day >= ? AND c.day <= ?", from, to).andInList("c.kind", kind);
  return andAskedFollowUps(sql, where, "c.follow_up_id", filter);
}

type Row = RecommendationAndReportRow &
  AddresseeAndResponsibleRow & { day: Day; followUp: Id; place: number; kind: ChangeKind; body: string };

async function readPage(sql: Sql, filter: ChangeFilter, paging: Paging): Promise<Page<ChangeItem>> {
  const where = changeWhere(sql, filter);
  if (paging.after !== undefined)
    where.and("(c.day, c.follow_up_id, c.place) < (?, ?, ?)", ...placeOf("changes", paging.after));
  const rows = await shownChanges(sql, where, filter.to, limitText(paging));
  const { items, next } = pageOf("changes", rows, paging, ({ day, followUp, place }) => [day, followUp, place]);
  return { items: items.map(changeItem), ...(next === undefined ? {} : { next }) };
}

function shownChanges(sql: Sql, where: Where, to: Day, limit: string): Promise<Row[]> {
  return sql.all<Row>(
    `WITH page AS (SELECT c.day, c.follow_up_id, c.place FROM follow_up_change c
       WHERE ${where.text} ORDER BY c.day DESC, c.follow_up_id DESC, c.place DESC${limit})
     SELECT c.day, f.id AS "followUp", c.place, c.kind, c.body,
       ${recommendationAndReportColumns(sql.dialect)}, ${addresseeAndResponsibleColumns}
     FROM page
       JOIN follow_up_change c ON c.day = page.day AND c.follow_up_id = page.follow_up_id AND c.place = page.place
       ${shownFollowUp("c.follow_up_id")}
     ORDER BY page.day DESC, page.follow_up_id DESC, page.place DESC`,
    [...where.values, to, to],
  );
}

function changeItem(row: Row): ChangeItem {
  return {
    day: row.day,
    kind: row.kind,
    ...(JSON.parse(row.body) as Omit<Change, "day" | "kind">),
    followUp: row.followUp,
    ...recommendationAndReportOf(row),
    ...addresseeAndResponsibleOf(row),
  };
}
