import type { Id, Reader } from "@heed/core";
import { pendingRequests } from "@heed/core/acts/pending-request";
import type { DeadlineRequestFilter, DeadlineRequestItem } from "@heed/core/read-models/deadline-request-item";
import type { Page, Paging } from "@heed/core/read-models/paging";
import { visibleTo } from "../access/visibility.ts";
import type { Database } from "../connection/sql.ts";
import { loadCases } from "../derived/load-cases.ts";
import { pageOf, placeOf } from "../statements/cursor.ts";
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
import { shownFollowUp } from "./asked-follow-ups.ts";

type Row = RecommendationAndReportRow & AddresseeAndResponsibleRow & { followUp: Id };

/**
 * The requests for a later date that wait for a decision, the oldest first. Whether one waits is told by its entries, which are
 * read of the follow-ups that ever had a request: these are few, so that the page is cut from all of them.
 */
export async function readDeadlineRequests(
  database: Database,
  reader: Reader,
  { asOf, report, addressee }: DeadlineRequestFilter,
  paging: Omit<Paging, "skip">,
): Promise<Page<DeadlineRequestItem>> {
  const where = visibleTo(reader, new Where(database.dialect), "p")
    .andInList("p.id", report)
    .andInList("f.addressee_id", addressee);
  const rows = await database.all<Row>(
    `SELECT f.id AS "followUp", ${recommendationAndReportColumns(database.dialect)}, ${addresseeAndResponsibleColumns}
     FROM (SELECT DISTINCT e.follow_up_id AS id FROM entry e WHERE e.type = 'deadlineRequest') AS asked
       ${shownFollowUp("asked.id")} WHERE ${where.text}`,
    [asOf, asOf, ...where.values],
  );
  const byFollowUp = new Map(rows.map((row) => [row.followUp, row]));
  const items: DeadlineRequestItem[] = [];
  for await (const cases of loadCases(database, [...byFollowUp.keys()]))
    for (const each of cases) {
      const row = byFollowUp.get(each.followUp.id);
      if (row !== undefined) items.push(...pendingRequests({ case: each }).map((asked) => itemOf(row, asked)));
    }
  items.sort((one, other) => (inOrder(one) < inOrder(other) ? -1 : 1));
  const passed = paging.after === undefined ? undefined : placeOf("deadlineRequests", paging.after).join(" ");
  const rest = passed === undefined ? items : items.filter((each) => inOrder(each) > passed);
  const page = paging.limit === undefined ? rest : rest.slice(0, paging.limit + 1);
  return {
    ...pageOf("deadlineRequests", page, paging, ({ requestedOn = "", request }) => [requestedOn, request]),
    ...(paging.withTotal && { total: items.length }),
  };
}

function inOrder({ requestedOn = "", request }: DeadlineRequestItem): string {
  return `${requestedOn} ${request}`;
}

type Asked = ReturnType<typeof pendingRequests>[number];

function itemOf(row: Row, { id: request, target, to, reason, requestedBy, givenOn }: Asked): DeadlineRequestItem {
  return {
    followUp: row.followUp,
    ...recommendationAndReportOf(row),
    ...addresseeAndResponsibleOf(row),
    ...{ request, target, to, reason, requestedBy },
    ...(givenOn && { requestedOn: givenOn }),
  };
}
