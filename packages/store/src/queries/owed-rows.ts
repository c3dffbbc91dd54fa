import { type Day, daysBetween, type Id, type Reason, type Settings } from "@heed/core";
import { obligationOnDay } from "@heed/core/follow-up/standing/standing";
import type { ResponsibilityInterval } from "@heed/core/organization/succession";
import type { ObligationItem } from "@heed/core/read-models/obligation-item";
import type { Sql } from "../connection/sql.ts";
import { obligationColumns, obligationOf, type StoredOwed, type StoredStanding } from "../derived/projection-rows.ts";
import { owedTable } from "../generated/tables.ts";
import { jsonField, readJson } from "../statements/json-field.ts";
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
import { owingOrganization } from "./owed-parts/owed-where.ts";
import type { Query } from "./owed-parts/page-by-due.ts";
import { isPublishedByAct } from "./published-by-act.ts";
import { responsibleJoin } from "./responsible/responsible.ts";
import { standingOn } from "./standing-on.ts";

type Answers = Pick<StoredStanding, "position" | "reported" | "assessed" | "lifecycle">;

/** One thing owed on a day, with its recommendation, report and organizations. */
export type OwedRow = Record<keyof Answers, never> &
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

/**
 * What was promised, as JSON text; null while it waits for its publication: a list tells it to all or to none, as
 * withoutConfidential() does (R60).
 */
function publicWordsOfPromise(dialect: Sql["dialect"]): string {
  const words = jsonField(dialect, "e.body", "description");
  return `CASE WHEN ${jsonField(dialect, "e.body", "publication")} IS NULL THEN COALESCE(${words}, '""')
    WHEN ${isPublishedByAct(dialect)}
    THEN ${words} END`;
}

const owed = selected(owedTable, "o", obligationColumns);

/** One query for a page: the rows owed, as `page` gives them by `due` and `id`, with all that a list shows of them. */
export function owedRows(sql: Sql, page: Query, asOf: Day): Promise<OwedRow[]> {
  return sql.all<OwedRow>(
    `WITH page AS (${page.text})
     SELECT o.id, o.follow_up_id AS "followUp", ${owed}, page.due AS "dueInOrder",
       s.position, s.reported, s.assessed, s.lifecycle, s.reasons AS "standingReasons",
       ${recommendationAndReportColumns(sql.dialect)},
       ${addresseeAndResponsibleColumns}, responsible.state AS "responsibleState", responsible.from_on AS "responsibleFrom",
       ${publicWordsOfPromise(sql.dialect)} AS description
     FROM page
       JOIN owed o ON o.id = page.id
       JOIN follow_up f ON f.id = o.follow_up_id
       JOIN recommendation r ON r.id = f.recommendation_id
       JOIN report p ON p.id = r.report_id
       JOIN standing s ON ${standingOn("o.follow_up_id")}
       JOIN organization a ON a.id = o.addressee_id
       LEFT JOIN entry e ON o.commitment_id IS NOT NULL AND e.id = ${standingPromise(sql.dialect)}
       ${responsibleJoin(owingOrganization)}
       LEFT JOIN organization b ON b.id = NULLIF(o.responsible_id, o.addressee_id)
     ORDER BY page.due, page.id`,
    [...page.values, asOf, asOf, asOf, asOf],
  );
}

export function obligationItem(row: OwedRow, asOf: Day, settings: Settings): ObligationItem {
  const { owedBy: _, undetermined: __, commitment, ...item } = obligationOnDay(obligationOf(row), asOf, settings);
  const { responsibleState, responsibleFrom } = row;
  const description = readJson<string>(row.description);
  return {
    followUp: row.followUp,
    ...recommendationAndReportOf(row),
    ...addresseeAndResponsibleOf(row),
    ...(responsibleState && responsibleState !== "answers" && { responsibleState }),
    ...(responsibleFrom && { daysSinceResponsible: daysBetween(responsibleFrom, asOf) }),
    ...item,
    ...(commitment && { commitment: { id: commitment, ...(description !== undefined && { description }) } }),
    position: row.position,
    reported: row.reported,
    assessed: row.assessed,
    lifecycle: row.lifecycle,
    reasons: [...item.reasons, ...(JSON.parse(row.standingReasons) as Reason[])],
  };
}

/** The place of a row in a list in the order of due dates. */
export function placeOfOwed({ dueInOrder, id }: OwedRow): [Day, Id] {
  return [dueInOrder, id];
}
