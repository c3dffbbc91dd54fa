import type { Day, Id, Settings } from "@heed/core";
import { obligationOnDay } from "@heed/core/follow-up/standing/standing";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { UnassessedItem } from "@heed/core/read-models/unassessed-item";
import type { Source } from "../as-known/source.ts";
import { obligationColumns, obligationOf, type StoredOwed } from "../derived/projection-rows.ts";
import { owedTable } from "../generated/tables.ts";
import { followUpPassed, limitText, pageOf } from "../statements/cursor.ts";
import { indexed } from "../statements/indexed.ts";
import { Where } from "../statements/where.ts";
import {
  type RecommendationAndReportRow,
  recommendationAndReportColumns,
  recommendationAndReportOf,
} from "../tables/recommendation-and-report.ts";
import { selected } from "../tables/table.ts";
import { organizationRefs } from "./organization-refs.ts";
import { printedAddressee, responsibleColumns, responsibleJoin } from "./responsible/responsible.ts";

type Row = RecommendationAndReportRow &
  Pick<StoredOwed, (typeof obligationColumns)[number]> & { followUp: Id; addressee: Id; responsible: Id };

/** What a cycle selected and the issuing body has not assessed on a day, in the order of the follow-ups' ids (R36). */
export async function readUnassessed(
  source: Source,
  cycle: Id,
  asOf: Day,
  paging: Paging,
  settings: Settings,
): Promise<Page<UnassessedItem>> {
  await source.derive?.(new Where(source.dialect));
  const where = new Where(source.dialect)
    .and("o.kind = 'verification' AND o.missed_years <> '[]' AND o.owed_until > ? AND o.owed_from <= ?", asOf, asOf)
    .and(isSelectedBy(source), cycle);
  const owed = `FROM owed o ${indexed(source, "owed_selected_until_idx")}`;
  const page = where.copy();
  if (paging.after !== undefined) page.and("o.follow_up_id > ?", followUpPassed("unassessed", cycle, paging.after));
  const rows = await source.all<Row>(
    `SELECT f.id AS "followUp", ${selected(owedTable, "o", obligationColumns)}, f.addressee_id AS addressee,
       ${recommendationAndReportColumns(source.dialect)}, ${responsibleColumns(printedAddressee)}
     ${owed} JOIN follow_up f ON f.id = o.follow_up_id JOIN recommendation r ON r.id = f.recommendation_id
       JOIN report p ON p.id = r.report_id ${responsibleJoin(printedAddressee)}
     WHERE ${page.text} ORDER BY o.follow_up_id${limitText(paging)}`,
    [asOf, asOf, ...page.values],
  );
  const { items, next } = pageOf("unassessed", rows, paging, ({ followUp }) => [cycle, followUp]);
  const [counted] = paging.withTotal
    ? await source.all<{ total: number }>(`SELECT count(*) AS total ${owed} WHERE ${where.text}`, where.values)
    : [];
  const refs = await organizationRefs(
    source,
    items.flatMap(({ addressee, responsible }) => [addressee, responsible]),
  );
  return {
    items: items.map((row) => {
      const { due = asOf, daysOverdue } = obligationOnDay(obligationOf(row), asOf, settings);
      const named = { addressee: refs.get(row.addressee), responsible: refs.get(row.responsible) };
      return { followUp: row.followUp, ...recommendationAndReportOf(row), ...named, due, daysOverdue };
    }),
    ...(next === undefined ? {} : { next }),
    ...(counted && { total: counted.total }),
  };
}

/** One thing to assess may have several reasons: a claim, and the selections of several cycles. */
function isSelectedBy({ dialect }: Pick<Source, "dialect">): string {
  return dialect === "sqlite"
    ? "EXISTS (SELECT 1 FROM json_each(o.reasons) AS reason WHERE reason.value ->> '$.facts.cycle' = ?)"
    : "EXISTS (SELECT 1 FROM jsonb_array_elements(o.reasons::jsonb) AS reason WHERE reason #>> '{facts,cycle}' = ?)";
}
