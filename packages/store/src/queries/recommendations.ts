import type { Day, DueDate, Id, LocalizedText, Reader, Settings } from "@heed/core";
import type { FollowUpSummary } from "@heed/core/read-models/follow-up-summary";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import { type FoundWords, foundWords } from "@heed/core/recommendation/found-words";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { visibleTo } from "../access/visibility.ts";
import type { Source } from "../as-known/source.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { readCoordination } from "../organizations/coordination.ts";
import { withParts } from "../organizations/parts.ts";
import { bearsReference, formerReferencesColumn, shownFormerReferences } from "../recommendations/by-reference.ts";
import { pageOf, placeOf } from "../statements/cursor.ts";
import { jsonField, readJson } from "../statements/json-field.ts";
import { Where } from "../statements/where.ts";
import { authenticLanguages, authenticLanguagesColumn } from "../tables/authentic-languages.ts";
import { publishedOn } from "../tables/published-on.ts";
import { recommendationColumns, recommendationOf, type StoredRecommendation } from "../tables/recommendation-rows.ts";
import { reportColumns, reportOf, type StoredReport } from "../tables/report-rows.ts";
import { type TitleRow, titleColumns, titleOf } from "../tables/title-or-beginning.ts";
import { deriveFound } from "./derive-found.ts";
import { followUpSummaries } from "./follow-up-summaries.ts";
import { readGrounds } from "./grounds.ts";
import { readLineage } from "./lineage.ts";
import { localizedText } from "./localized-text.ts";
import { withOpenSuccessions } from "./open-successions.ts";
import { organizationRefs } from "./organization-refs.ts";
import { findPlaces } from "./recommendation-places/find-places.ts";
import { asksFollowUps, followUpConditions } from "./recommendation-places/follow-up-conditions.ts";
import type { Part } from "./recommendation-places/part.ts";
import { standingOver } from "./recommendation-standing.ts";

/** Texts are long, so a list reads only what it shows. */
const columnsOf = ({ dialect }: Sql) => `r.id, r.report_id, r.part_of_id AS "partOf", r.reference, r.position,
  ${formerReferencesColumn(dialect)} AS "formerReferences", ${titleColumns(dialect)}, ${jsonField(dialect, "r.body", "themes")} AS themes,
  ${jsonField(dialect, "r.body", "implementationDue")} AS "implementationDue",
  p.reference AS "reportReference", p.reporting_year AS "reportingYear", p.published_on AS "publishedOn",
  ${jsonField(dialect, "p.body", "publishedOnPrecision")} AS "publishedOnPrecision",
  ${authenticLanguagesColumn(dialect)},
  b.id AS "bodyId", b.code AS "bodyCode", b.name AS "bodyName"`;
const from = "FROM recommendation r JOIN report p ON p.id = r.report_id";
const body = "JOIN organization b ON b.id = r.issuing_body_id";
const order = "ORDER BY p.reporting_year DESC, p.id, r.position";

type PlacedRow = Row & { place: number };
type Row = TitleRow & {
  id: Id;
  report_id: Id;
  partOf: Id | null;
  reference: string;
  formerReferences: string | null;
  position: number;
  themes: string | null;
  implementationDue: string | null;
  reportReference: string;
  reportingYear: number;
  publishedOn: string | null;
  publishedOnPrecision: string | null;
  authenticLanguages: string | null;
  bodyId: Id;
  bodyCode: string;
  bodyName: string;
};

/** The recommendations that match: the newest reporting year first, and those of each report in printed order. */
export async function readRecommendations(
  source: Source,
  reader: Reader,
  filter: Omit<RecommendationFilter, "knownAt">,
  paging: Paging,
  settings: Settings,
): Promise<Page<RecommendationSummary>> {
  if (asksFollowUps(filter) || filter.undecided !== undefined) await deriveFound(source, reader, filter);
  const { after, ...part } = paging;
  const afterPlace = after === undefined ? undefined : placeOf("recommendations", after)[0];
  const places = await findPlaces(source, reader, filter, { ...part, afterPlace }, settings);
  const [rows, total] = await Promise.all([
    rowsAt(source, places.page),
    paging.withTotal === true ? places.total() : undefined,
  ]);
  const { items, next } = pageOf("recommendations", rows, paging, ({ place }) => [place]);
  await source.derive?.(
    new Where(source.dialect).andInList(
      "r.id",
      items.map(({ id }) => id),
    ),
  );
  const ids = items.map(({ id }) => id);
  const [listed, matching, found] = await Promise.all([
    summaries(source, items, filter.asOf, settings),
    matchingFollowUps(source, ids, filter, settings),
    wordsFound(source, ids, filter.q),
  ]);
  const shown = listed.map((each) => {
    const words = found.get(each.id);
    const summary = words === undefined ? each : { ...each, found: words };
    return matching === undefined ? summary : marked(summary, matching);
  });
  return {
    items: filter.undecided === true ? await withOpenSuccessions(source, shown, filter.asOf) : shown,
    ...(next === undefined ? {} : { next }),
    ...(total !== undefined && { total }),
  };
}

/** The rows of a page of places, in order. First the places are found, and then their texts, so that texts are not sorted. */
function rowsAt(sql: Sql, { text, values }: Part): Promise<PlacedRow[]> {
  return sql.all<PlacedRow>(
    `SELECT ${columnsOf(sql)}, page.place FROM (${text}) AS page
       JOIN recommendation_place l ON l.place = page.place
       JOIN recommendation r ON r.id = l.recommendation_id JOIN report p ON p.id = r.report_id ${body} ORDER BY page.place`,
    values,
  );
}

/** Which follow-ups of a page are asked for; undefined where nothing is asked that holds for a follow-up. */
async function matchingFollowUps(
  sql: Sql,
  recommendations: readonly Id[],
  filter: RecommendationFilter,
  settings: Settings,
): Promise<ReadonlySet<Id> | undefined> {
  const asked = asksFollowUps(filter) ? followUpConditions(sql, filter, settings) : undefined;
  if (asked === undefined && filter.undecided !== true) return undefined;
  if (recommendations.length === 0) return new Set();
  const where = new Where(sql.dialect).andInList("f.recommendation_id", recommendations);
  if (asked !== undefined) where.and(asked.text, ...asked.values);
  if (filter.undecided === true)
    where.and(
      `EXISTS (SELECT 1 FROM responsibility w WHERE w.follow_up_id = f.id
         AND w.state IN ('undecided', 'unassigned') AND w.from_on <= ? AND w.until_on > ?)`,
      ...[filter.asOf, filter.asOf],
    );
  const rows = await sql.all<{ id: Id }>(
    `SELECT f.id FROM follow_up f JOIN standing s ON s.follow_up_id = f.id AND s.from_on <= ? AND s.until_on > ?
     WHERE ${where.text}`,
    [filter.asOf, filter.asOf, ...where.values],
  );
  return new Set(rows.map(({ id }) => id));
}

/** Where the words of a search stand in the titles and texts of a page. */
async function wordsFound(sql: Sql, ids: readonly Id[], words: string | undefined): Promise<Map<Id, FoundWords>> {
  if (words === undefined || ids.length === 0) return new Map();
  const where = new Where(sql.dialect).andInList("r.id", ids);
  const field = (name: string) => jsonField(sql.dialect, "r.body", name);
  const rows = await sql.all<{ id: Id; title: string | null; text: string | null }>(
    `SELECT r.id, ${field("title")} AS title, ${field("text")} AS text FROM recommendation r WHERE ${where.text}`,
    where.values,
  );
  const found = rows.map(({ id, title, text }) => {
    // A list shows the title itself.
    const texts = [text, title].map((each) => readJson<LocalizedText>(each));
    return [id, foundWords(words, texts)] as const;
  });
  return new Map(found.filter(([, each]) => Object.keys(each).length > 0));
}

function marked(summary: RecommendationSummary, matching: ReadonlySet<Id>): RecommendationSummary {
  return { ...summary, followUps: summary.followUps.map((each) => ({ ...each, matches: matching.has(each.id) })) };
}

async function summaries(
  sql: Sql,
  rows: readonly Row[],
  asOf: Day,
  settings: Settings,
): Promise<RecommendationSummary[]> {
  if (rows.length === 0) return [];
  const followUps = await followUpSummaries(
    sql,
    rows.map(({ id }) => id),
    asOf,
    settings,
  );
  return rows.map((row) => {
    const implementationDue = readJson<DueDate>(row.implementationDue);
    return {
      id: row.id,
      reference: row.reference,
      ...titleOf(row),
      themes: readJson<string[]>(row.themes) ?? [],
      ...(row.partOf !== null && { partOf: row.partOf }),
      ...shownFormerReferences(row.formerReferences),
      report: {
        id: row.report_id,
        reference: row.reportReference,
        reportingYear: row.reportingYear,
        ...publishedOn(row),
        ...authenticLanguages(row),
      },
      issuingBody: { id: row.bodyId, code: row.bodyCode, name: localizedText(row.bodyName) },
      ...(implementationDue && { implementationDue }),
      followUps: followUps.get(row.id) ?? [],
    };
  });
}

/** One recommendation with its parts, its follow-ups and the standing over all of them. */
export async function readRecommendation(
  database: Database,
  reader: Reader,
  id: Id,
  asOf: Day,
  settings: Settings,
): Promise<RecommendationDetail | undefined> {
  const where = visibleTo(reader, new Where(database.dialect).and("r.id = ?", id), "p");
  const [row] = await database.all<Row>(
    `SELECT ${columnsOf(database)} ${from} ${body} WHERE ${where.text}`,
    where.values,
  );
  const [whole] = await database.all<StoredRecommendation>(`SELECT ${recommendationColumns} ${from} WHERE r.id = ?`, [
    id,
  ]);
  if (row === undefined || whole === undefined) return undefined;
  const [report] = await database.all<StoredReport>(`SELECT ${reportColumns()} FROM report WHERE id = ?`, [
    row.report_id,
  ]);
  if (report === undefined) return undefined;
  const parts = await database.all<Row>(
    `${withParts} SELECT ${columnsOf(database)} ${from} ${body}
     WHERE r.id IN (SELECT id FROM part) AND r.id <> ? ORDER BY r.position`,
    [id, id],
  );
  const [summary, ...partSummaries] = await withCoordinators(
    database,
    await withOpenSuccessions(database, await summaries(database, [row, ...parts], asOf, settings), asOf),
    asOf,
  );
  if (summary === undefined) return undefined;
  const all = [summary, ...partSummaries];
  return {
    recommendation: recommendationOf(whole),
    ...(summary.formerReferences && { formerReferences: summary.formerReferences }),
    report: reportOf(report),
    issuingBody: summary.issuingBody,
    ...(await readLineage(database, reader, id)),
    grounds: (await readGrounds(database, reader, [id])).get(id) ?? [],
    followUps: summary.followUps,
    standing: await standingOver(
      database,
      id,
      { parts: partSummaries, followUps: all.flatMap((each) => each.followUps) },
      asOf,
    ),
    parts: partSummaries,
  };
}

/** The coordinators of collective organizations (R40) are shown with one recommendation, not in a list. */
async function withCoordinators(
  sql: Sql,
  all: readonly RecommendationSummary[],
  asOf: Day,
): Promise<RecommendationSummary[]> {
  const coordination = await readCoordination(sql);
  const coordinators = new Map<Id, Id>();
  for (const { responsible } of all.flatMap(({ followUps }) => followUps)) {
    const [coordinator] = coordination(responsible.id, asOf);
    if (coordinator !== undefined) coordinators.set(responsible.id, coordinator);
  }
  if (coordinators.size === 0) return [...all];
  const refs = await organizationRefs(sql, coordinators.values());
  const shown = (followUp: FollowUpSummary): FollowUpSummary => {
    const coordinator = coordinators.get(followUp.responsible.id);
    return coordinator === undefined ? followUp : { ...followUp, coordinator: refs.get(coordinator) };
  };
  return all.map((each) => ({ ...each, followUps: each.followUps.map(shown) }));
}

export async function readRecommendationsByReference(
  database: Database,
  reader: Reader,
  reference: string,
  asOf: Day,
  settings: Settings,
): Promise<readonly RecommendationSummary[]> {
  const keys = JSON.stringify([referenceKey(reference)]);
  const condition = `${bearsReference(database, "r.id")} OR r.id = ?`;
  const where = visibleTo(reader, new Where(database.dialect).and(condition, keys, keys, reference), "p");
  const rows = await database.all<Row>(
    `SELECT ${columnsOf(database)} ${from} ${body} WHERE ${where.text} ${order}`,
    where.values,
  );
  return summaries(database, rows, asOf, settings);
}
