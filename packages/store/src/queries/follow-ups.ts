import { type Day, type Id, Lifecycle, type Reader, type Settings } from "@heed/core";
import type { FollowUpFilter } from "@heed/core/read-models/follow-up-filter";
import type { FollowUpSummary } from "@heed/core/read-models/follow-up-summary";
import type { ListedFollowUp } from "@heed/core/read-models/listed-follow-up";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { Source } from "../as-known/source.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { limitText, type Place, pageOf, placeOf } from "../statements/cursor.ts";
import type { Where } from "../statements/where.ts";
import {
  type RecommendationAndReportRow,
  recommendationAndReportColumns,
  recommendationAndReportOf,
} from "../tables/recommendation-and-report.ts";
import { changedSince } from "./changed-since.ts";
import { deriveFound } from "./derive-found.ts";
import { followUpSummaries } from "./follow-up-summaries.ts";
import { findPlaces } from "./recommendation-places/find-places.ts";
import { followUpConditions, type PlacesFilter } from "./recommendation-places/follow-up-conditions.ts";
import { countOf, type Part } from "./recommendation-places/part.ts";

type Row = RecommendationAndReportRow & { followUp: Id; place: number };

/**
 * The follow-ups that match, in the order of the recommendations. Their recommendations are found as in that list; each has one
 * of them at least, so a page of places has a page of follow-ups. `paging.skip` is not known here.
 */
export async function readFollowUps(
  database: Database,
  source: Source,
  reader: Reader,
  { changedSince: since, ...filter }: FollowUpFilter,
  paging: Omit<Paging, "skip">,
  settings: Settings,
): Promise<Page<ListedFollowUp>> {
  const asked: PlacesFilter = {
    ...filter,
    // Every follow-up of what is published has one; those of drafts are not listed.
    lifecycle: filter.lifecycle ?? Lifecycle.options,
    ...(since !== undefined && { among: await changedSince(database, reader, since, filter, settings) }),
  };
  await deriveFound(source, reader, filter);
  const passed = paging.after === undefined ? undefined : placeOf("followUps", paging.after);
  // The recommendation of the last one may have more of them.
  const afterPlace = passed === undefined ? undefined : passed[0] - 1;
  // One place more, as that recommendation may have none.
  const limit = paging.limit === undefined ? {} : { limit: paging.limit + 1 };
  const places = await findPlaces(source, reader, asked, { ...limit, afterPlace }, settings);
  const conditions = followUpConditions(source, asked, settings);
  const rows = await rowsOf(source, followUpsAt(places.page, conditions, filter.asOf), passed, paging);
  const { items, next } = pageOf("followUps", rows, paging, (row) => [Number(row.place), row.followUp]);
  const recommendations = [...new Set(items.map(({ recommendation }) => recommendation))];
  const summaries = [...(await followUpSummaries(source, recommendations, filter.asOf, settings)).values()].flat();
  const byId = new Map(summaries.map((each) => [each.id, each]));
  return {
    items: items.map((row) => listed(row, byId.get(row.followUp) as FollowUpSummary)),
    ...(next === undefined ? {} : { next }),
    ...(paging.withTotal && { total: await countOf(source, followUpsAt(places.all, conditions, filter.asOf)) }),
  };
}

/** The follow-ups that fulfil the conditions among those of the recommendations at some places. */
function followUpsAt(places: Part, conditions: Where, asOf: Day): Part {
  return {
    text: `SELECT found.place, s.follow_up_id AS "followUp" FROM (${places.text}) AS found
       JOIN recommendation_place l ON l.place = found.place
       JOIN follow_up f ON f.recommendation_id = l.recommendation_id
       JOIN standing s ON s.follow_up_id = f.id AND s.from_on <= ? AND s.until_on > ?
     WHERE ${conditions.text}`,
    values: [...places.values, asOf, asOf, ...conditions.values],
  };
}

function rowsOf(sql: Sql, some: Part, passed: Place<"followUps"> | undefined, paging: Paging): Promise<Row[]> {
  const after = passed === undefined ? "" : `WHERE (place, "followUp") > (?, ?)`;
  return sql.all<Row>(
    `WITH page AS (SELECT * FROM (${some.text}) AS found ${after} ORDER BY place, "followUp"${limitText(paging)})
     SELECT page.place, page."followUp", ${recommendationAndReportColumns(sql.dialect)}
     FROM page
       JOIN recommendation_place l ON l.place = page.place
       JOIN recommendation r ON r.id = l.recommendation_id
       JOIN report p ON p.id = r.report_id
     ORDER BY page.place, page."followUp"`,
    [...some.values, ...(passed ?? [])],
  );
}

function listed(row: Row, { id: _, recommendation: __, ...summary }: FollowUpSummary): ListedFollowUp {
  return { followUp: row.followUp, ...recommendationAndReportOf(row), ...summary };
}
