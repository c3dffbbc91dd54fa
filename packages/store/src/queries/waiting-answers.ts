import type { Id, Reader } from "@heed/core";
import { publishable } from "@heed/core/follow-up/entries/publishable";
import { answeringTypes } from "@heed/core/follow-up/entries/unpublished";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { WaitingAnswer, WaitingAnswerFilter } from "@heed/core/read-models/waiting-answer";
import { withoutAbsent } from "@heed/core/without-absent";
import { visibleTo } from "../access/visibility.ts";
import type { Database } from "../connection/sql.ts";
import { loadCases } from "../derived/load-cases.ts";
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
import { isPublishedByAct } from "./published-by-act.ts";

type Row = RecommendationAndReportRow & AddresseeAndResponsibleRow & { followUp: Id };

/**
 * The answers that wait for their publication and can be published, the oldest first. Whether one does still is told by the entries of
 * its follow-up, which are read of those alone on which one was not published. The index entry_unpublished_idx has the condition on
 * its body.
 */
export async function readWaitingAnswers(
  database: Database,
  reader: Reader,
  { asOf, report }: WaitingAnswerFilter,
  { limit }: Pick<Paging, "limit">,
): Promise<Required<Pick<Page<WaitingAnswer>, "items" | "total">>> {
  const where = visibleTo(reader, new Where(database.dialect), "p").andInList("p.id", report);
  const asked = new Where(database.dialect)
    .andInList("e.type", answeringTypes)
    .and(`e.body LIKE '%"publication":"byAct"%'`)
    .and(`NOT ${isPublishedByAct(database.dialect)}`);
  const rows = await database.all<Row>(
    `SELECT f.id AS "followUp", ${recommendationAndReportColumns(database.dialect)}, ${addresseeAndResponsibleColumns}
     FROM (SELECT DISTINCT e.follow_up_id AS id FROM entry e WHERE ${asked.text}) AS asked
       ${shownFollowUp("asked.id")} WHERE ${where.text}`,
    [...asked.values, asOf, asOf, ...where.values],
  );
  const byFollowUp = new Map(rows.map((row) => [row.followUp, row]));
  const items: WaitingAnswer[] = [];
  for await (const cases of loadCases(database, [...byFollowUp.keys()]))
    for (const { followUp, entries } of cases) {
      const row = byFollowUp.get(followUp.id);
      const waiting = publishable(entries);
      if (row !== undefined)
        for (const { id: entry, type, givenOn } of entries.filter(({ id }) => waiting.has(id)))
          items.push({
            followUp: row.followUp,
            ...recommendationAndReportOf(row),
            ...addresseeAndResponsibleOf(row),
            ...withoutAbsent({ entry, type, givenOn }),
          });
    }
  items.sort((one, other) => (inOrder(one) < inOrder(other) ? -1 : 1));
  return { items: items.slice(0, limit), total: items.length };
}

function inOrder({ givenOn = "", entry }: WaitingAnswer): string {
  return `${givenOn} ${entry}`;
}
