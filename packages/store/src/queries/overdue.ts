import { type Day, daysBetween, type Id, type Reason, type Settings } from "@heed/core";
import { obligationOnDay } from "@heed/core/follow-up/standing/standing";
import type { ResponsibilityInterval } from "@heed/core/organization/succession";
import type { OverdueAnswer } from "@heed/core/read-models/overdue-answer";
import type { OverdueFilter } from "@heed/core/read-models/overdue-filter";
import type { OverdueItem } from "@heed/core/read-models/overdue-item";
import type { Paging } from "@heed/core/read-models/paging";
import type { Source } from "../as-known/source.ts";
import type { Sql } from "../connection/sql.ts";
import { obligationColumns, obligationOf, type StoredOwed, type StoredStanding } from "../derived/projection-rows.ts";
import { owedTable } from "../generated/tables.ts";
import { jsonField, readJson } from "../statements/json-field.ts";
import { Where } from "../statements/where.ts";
import {
  type RecommendationAndReportRow,
  recommendationAndReportColumns,
  recommendationAndReportOf,
} from "../tables/recommendation-and-report.ts";
import { selected } from "../tables/table.ts";
import {
  type AddresseeAndResponsibleRow,
  addresseeAndResponsibleColumns,
  addresseeAndResponsibleOf,
} from "./addressee-and-responsible.ts";
import { overdueList, type Place, pageOf } from "./cursor.ts";
import { overdueTotals } from "./overdue-totals.ts";
import { owingOrganization, pageOfOwed } from "./overdue-where.ts";
import { andRecorded } from "./recorded-where.ts";
import { responsibleJoin } from "./responsible.ts";
import { standingOn } from "./standing-on.ts";

/** What is overdue, or due soon, on a day, the longest overdue first: two indexed reads of the projection (D3). */
export async function readOverdue(
  source: Source,
  filter: OverdueFilter,
  paging: Paging,
  settings: Settings,
): Promise<OverdueAnswer> {
  await source.derive?.(andRecorded(new Where(source.dialect), filter));
  const [totals, rows] = await Promise.all([
    overdueTotals(source, filter, settings),
    pageRows(source, filter, paging, settings),
  ]);
  const { items, next } = pageOf(overdueList(filter), rows, paging, placeOfRow);
  return {
    asOf: filter.asOf,
    ...totals,
    items: items.map((row) => overdueItem(row, filter.asOf, settings)),
    ...(next === undefined ? {} : { next }),
  };
}

/** Few enough that they can be released before the next ones are read. */
const itemsPerRead = 250;

/** The whole list in order, page by page: each page is read after the one before was taken, so memory is bounded. */
export async function* readOverdueItems(
  sql: Sql,
  filter: OverdueFilter,
  settings: Settings,
  limit = itemsPerRead,
): AsyncIterable<readonly OverdueItem[]> {
  let after: string | undefined;
  do {
    const paging = { limit, ...(after !== undefined && { after }) };
    const { items, next } = pageOf(
      overdueList(filter),
      await pageRows(sql, filter, paging, settings),
      paging,
      placeOfRow,
    );
    yield items.map((row) => overdueItem(row, filter.asOf, settings));
    after = next;
  } while (after !== undefined);
}

function placeOfRow({ dueInOrder, id }: Row): Place<"overdue"> {
  return [dueInOrder, id];
}

type Answers = Pick<StoredStanding, "position" | "reported" | "assessed" | "lifecycle">;
type Row = Record<keyof Answers, never> &
  RecommendationAndReportRow &
  AddresseeAndResponsibleRow &
  Pick<StoredOwed, (typeof obligationColumns)[number]> & {
    id: Id;
    followUp: Id;
    /** The due date by which the list is ordered. */
    dueInOrder: Day;
    responsibleState: ResponsibilityInterval["state"] | null;
    responsibleFrom: Day | null;
    description: string | null;
    standingReasons: string;
  };

/** The version of a promise that stands: its row keeps the id of the first one, and its first reason names this one. */
function standingPromise(dialect: Sql["dialect"]): string {
  return dialect === "sqlite" ? "o.reasons ->> '$[0].entries[0]'" : "o.reasons::json #>> '{0,entries,0}'";
}

const owed = selected(owedTable, "o", obligationColumns);

/** One query for a page: the rows owed, with their recommendation, report and organizations on the day. */
async function pageRows(sql: Sql, filter: OverdueFilter, paging: Paging, settings: Settings): Promise<Row[]> {
  const { asOf } = filter;
  const page = pageOfOwed(sql, filter, paging, settings);
  return sql.all<Row>(
    `WITH page AS (${page.text})
     SELECT o.id, o.follow_up_id AS "followUp", ${owed}, page.due AS "dueInOrder",
       s.position, s.reported, s.assessed, s.lifecycle, s.reasons AS "standingReasons",
       ${recommendationAndReportColumns(sql.dialect)},
       ${addresseeAndResponsibleColumns}, responsible.state AS "responsibleState", responsible.from_on AS "responsibleFrom",
       ${jsonField(sql.dialect, "e.body", "description")} AS description
     FROM page
       JOIN owed o ON o.id = page.id
       JOIN follow_up f ON f.id = o.follow_up_id
       JOIN recommendation r ON r.id = f.recommendation_id
       JOIN report p ON p.id = r.report_id
       JOIN standing s ON ${standingOn("o.follow_up_id")}
       JOIN organization a ON a.id = o.addressee_id
       LEFT JOIN entry e ON o.commitment_id IS NOT NULL AND e.id = ${standingPromise(sql.dialect)}
       ${responsibleJoin(owingOrganization)}
       LEFT JOIN organization b
         ON b.id = COALESCE(responsible.organization_id, NULLIF(${owingOrganization.organization}, o.addressee_id))
     ORDER BY page.due, page.id`,
    [...page.values, asOf, asOf, asOf, asOf],
  );
}

function overdueItem(row: Row, asOf: Day, settings: Settings): OverdueItem {
  const item = obligationOnDay(obligationOf(row), asOf, settings);
  const { responsibleState, responsibleFrom } = row;
  return {
    followUp: row.followUp,
    ...recommendationAndReportOf(row),
    ...addresseeAndResponsibleOf(row),
    ...(responsibleState && responsibleState !== "answers" && { responsibleState }),
    ...(responsibleFrom && { daysSinceResponsible: daysBetween(responsibleFrom, asOf) }),
    kind: item.kind,
    ...(item.commitment && { commitment: { id: item.commitment, description: readJson(row.description) ?? "" } }),
    ...(item.due && { due: item.due }),
    originalDue: item.originalDue ?? item.due ?? asOf,
    ...(item.duePrecision && { duePrecision: item.duePrecision }),
    ...(item.originalDuePrecision && { originalDuePrecision: item.originalDuePrecision }),
    moves: item.moves,
    missedYears: item.missedYears,
    timeliness: item.timeliness,
    daysOverdue: item.daysOverdue,
    daysOverdueOriginal: item.daysOverdueOriginal,
    daysWithIssuer: item.daysWithIssuer,
    position: row.position,
    reported: row.reported,
    assessed: row.assessed,
    lifecycle: row.lifecycle,
    reasons: [...item.reasons, ...(JSON.parse(row.standingReasons) as Reason[])],
  };
}
