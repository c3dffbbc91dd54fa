import type { Id } from "@heed/core";
import type { OverdueFilter } from "@heed/core/read-models/overdue-filter";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { StaleItem } from "@heed/core/read-models/stale-item";
import type { Source } from "../as-known/source.ts";
import { limitText, pageOf, placeOf } from "../statements/cursor.ts";
import { indexed } from "../statements/indexed.ts";
import { Where } from "../statements/where.ts";
import {
  type RecommendationAndReportRow,
  recommendationAndReportColumns,
  recommendationAndReportOf,
} from "../tables/recommendation-and-report.ts";
import { organizationRefs } from "./organization-refs.ts";
import { isOfAll } from "./owed-parts/owed-where.ts";
import { andRecorded } from "./recorded-where.ts";
import { andResponsibleIn, printedAddressee, responsibleColumns, responsibleJoin } from "./responsible/responsible.ts";

type Row = RecommendationAndReportRow & { followUp: Id; staleFrom: string; addressee: Id; responsible: Id };

/** Open follow-ups without a deadline and without an entry for a long time, the longest first (D7). */
export async function readStale(
  source: Source,
  filter: Omit<OverdueFilter, "kind" | "dueSoon" | "against">,
  paging: Paging,
): Promise<Page<StaleItem>> {
  await source.derive?.(andRecorded(new Where(source.dialect), filter));
  const { asOf } = filter;
  const where = andRecorded(
    new Where(source.dialect).and("s.stale_from <= ? AND s.from_on <= ? AND s.until_on > ?", asOf, asOf, asOf),
    filter,
  );
  andResponsibleIn(where, "s", "'addressee'", filter);
  const standing = `standing s ${indexed(source, "standing_stale_until_idx")}`;
  const from = `FROM ${standing} JOIN follow_up f ON f.id = s.follow_up_id
    JOIN recommendation r ON r.id = f.recommendation_id JOIN report p ON p.id = r.report_id`;
  const page = where.copy();
  if (paging.after !== undefined) page.and("(s.stale_from, f.id) > (?, ?)", ...placeOf("stale", paging.after));
  const rows = await source.all<Row>(
    `SELECT f.id AS "followUp", s.stale_from AS "staleFrom", f.addressee_id AS addressee,
       ${recommendationAndReportColumns(source.dialect)},
       ${responsibleColumns(printedAddressee)}
     ${from} ${responsibleJoin(printedAddressee)} WHERE ${page.text} ORDER BY s.stale_from, f.id${limitText(paging)}`,
    [asOf, asOf, ...page.values],
  );
  const { items, next } = pageOf("stale", rows, paging, (row) => [row.staleFrom, row.followUp]);
  const counted = paging.withTotal
    ? await source.all<{ total: number }>(
        `SELECT count(*) AS total ${isOfAll(filter) ? `FROM ${standing}` : from} WHERE ${where.text}`,
        where.values,
      )
    : [];
  const refs = await organizationRefs(
    source,
    items.flatMap(({ addressee, responsible }) => [addressee, responsible]),
  );
  return {
    items: items.map((row) => ({
      followUp: row.followUp,
      ...recommendationAndReportOf(row),
      addressee: refs.get(row.addressee),
      responsible: refs.get(row.responsible),
      staleFrom: row.staleFrom,
    })),
    ...(next === undefined ? {} : { next }),
    ...(counted[0] && { total: counted[0].total }),
  };
}
