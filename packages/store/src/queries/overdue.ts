import type { Settings } from "@heed/core";
import { allPages } from "@heed/core/read-models/all-pages";
import type { OverdueAnswer } from "@heed/core/read-models/overdue-answer";
import type { OverdueFilter } from "@heed/core/read-models/overdue-filter";
import type { OverdueItem } from "@heed/core/read-models/overdue-item";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { Source } from "../as-known/source.ts";
import type { Sql } from "../connection/sql.ts";
import { overdueList, pageOf, placeOf } from "../statements/cursor.ts";
import { Where } from "../statements/where.ts";
import { overdueTotals } from "./overdue-totals.ts";
import { pageOfParts } from "./owed-parts/joined.ts";
import { overdueOnDay } from "./owed-parts/owed-on-day.ts";
import { owedParts } from "./owed-parts/owed-parts.ts";
import { isOfAll } from "./owed-parts/owed-where.ts";
import { pageByDue, type Query } from "./owed-parts/page-by-due.ts";
import { obligationItem, owedRows, placeOfOwed } from "./owed-rows.ts";
import { andRecorded } from "./recorded-where.ts";
import { besideLasting, fewEnding } from "./responsible/beside-lasting.ts";

/** What is overdue, or due soon, on a day, the longest overdue first: two indexed reads of the projection (D3). */
export async function readOverdue(
  source: Source,
  filter: OverdueFilter,
  paging: Paging,
  settings: Settings,
): Promise<OverdueAnswer> {
  await source.derive?.(andRecorded(new Where(source.dialect), filter));
  const [totals, page] = await Promise.all([
    overdueTotals(source, filter, settings),
    readPage(source, filter, paging, settings),
  ]);
  return { asOf: filter.asOf, ...totals, ...page };
}

/** The whole list in order, in batches. */
export function readOverdueItems(
  sql: Sql,
  filter: OverdueFilter,
  settings: Settings,
  limit?: number,
): AsyncIterable<readonly OverdueItem[]> {
  return allPages((paging) => readPage(sql, filter, paging, settings), limit);
}

async function readPage(
  sql: Sql,
  filter: OverdueFilter,
  paging: Paging,
  settings: Settings,
): Promise<Page<OverdueItem>> {
  const { asOf } = filter;
  const rows = await owedRows(sql, await pageOfOverdue(sql, filter, paging, settings), asOf);
  const { items, next } = pageOf(overdueList(filter), rows, paging, placeOfOwed);
  return {
    items: items.map((row) => {
      const item = obligationItem(row, asOf, settings);
      return { ...item, originalDue: item.originalDue ?? item.due ?? asOf };
    }),
    ...(next === undefined ? {} : { next }),
  };
}

/** The rows of `owed` that a page shows: `due` and `id`, in the order of both. */
async function pageOfOverdue(sql: Sql, filter: OverdueFilter, paging: Paging, settings: Settings): Promise<Query> {
  const place = paging.after === undefined ? undefined : placeOf(overdueList(filter), paging.after);
  // A kind has an index of its own; all kinds together are in the order of due dates.
  const isInOrder = isOfAll(filter) && !filter.dueSoon;
  if (isInOrder && filter.kind === undefined) return pageByDue(sql, filter, paging, place);
  const beside = await besideLasting(sql, "owed", filter);
  if (isInOrder && beside.ending > fewEnding) return pageByDue(sql, filter, paging, place);
  return pageOfParts(await owedParts(sql, filter, overdueOnDay(sql, filter, settings), beside), paging, place);
}
