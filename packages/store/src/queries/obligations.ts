import type { Settings } from "@heed/core";
import { allPages } from "@heed/core/read-models/all-pages";
import type { ObligationAnswer } from "@heed/core/read-models/obligation-answer";
import type { ObligationFilter } from "@heed/core/read-models/obligation-filter";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { Source } from "../as-known/source.ts";
import type { Sql } from "../connection/sql.ts";
import { pageOf } from "../statements/cursor.ts";
import { Where } from "../statements/where.ts";
import { obligationTotals } from "./obligation-totals.ts";
import { pageOfObligations } from "./obligations-by-due.ts";
import { obligationItem, owedRows, placeOfOwed } from "./owed-rows.ts";
import { andRecorded } from "./recorded-where.ts";

/** Everything owed on a day, due or not yet, in the order of due dates; what has none comes last. */
export async function readObligations(
  source: Source,
  filter: ObligationFilter,
  paging: Paging,
  settings: Settings,
): Promise<ObligationAnswer> {
  await source.derive?.(andRecorded(new Where(source.dialect), filter));
  const [totals, page] = await Promise.all([
    paging.withTotal ? obligationTotals(source, filter, settings) : {},
    readPage(source, filter, paging, settings),
  ]);
  return { asOf: filter.asOf, ...totals, ...page };
}

/** The whole list in order, in batches. */
export function readObligationItems(
  sql: Sql,
  filter: ObligationFilter,
  settings: Settings,
  limit?: number,
): AsyncIterable<readonly ObligationItem[]> {
  return allPages((paging) => readPage(sql, filter, paging, settings), limit);
}

async function readPage(
  sql: Sql,
  filter: ObligationFilter,
  paging: Paging,
  settings: Settings,
): Promise<Page<ObligationItem>> {
  const { asOf } = filter;
  const rows = await owedRows(sql, await pageOfObligations(sql, filter, paging), asOf);
  const { items, next } = pageOf("obligations", rows, paging, placeOfOwed);
  return {
    items: items.map((row) => obligationItem(row, asOf, settings)),
    ...(next === undefined ? {} : { next }),
  };
}
