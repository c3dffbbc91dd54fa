import type { Day, DueDate, Id, LocalizedText, Reader, Settings } from "@heed/core";
import { latestLongOutstanding } from "@heed/core/follow-up/standing/outstanding";
import type { FollowUpSummary } from "@heed/core/read-models/follow-up-summary";
import type { Page, Paging } from "@heed/core/read-models/paging";
import type { RecommendationDetail } from "@heed/core/read-models/recommendation-detail";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { visibleTo } from "../access/visibility.ts";
import type { Source } from "../as-known/source.ts";
import type { Database, Sql } from "../connection/sql.ts";
import { readCoordination } from "../organizations/coordination.ts";
import { withParts } from "../organizations/parts.ts";
import {
  andReference,
  bearsReference,
  formerReferencesColumn,
  shownFormerReferences,
} from "../recommendations/by-reference.ts";
import { jsonField, readJson } from "../statements/json-field.ts";
import { Where } from "../statements/where.ts";
import { authenticLanguages, authenticLanguagesColumn } from "../tables/authentic-languages.ts";
import { publishedOn } from "../tables/published-on.ts";
import { recommendationColumns, recommendationOf, type StoredRecommendation } from "../tables/recommendation-rows.ts";
import { reportColumns, reportOf, type StoredReport } from "../tables/report-rows.ts";
import { limitText, pageOf, placeOf } from "./cursor.ts";
import { followUpSummaries } from "./follow-up-summaries.ts";
import { indexed } from "./indexed.ts";
import { readLineage } from "./lineage.ts";
import { localizedText } from "./localized-text.ts";
import { withOpenSuccessions } from "./open-successions.ts";
import { organizationRefs } from "./organization-refs.ts";
import { standingOver } from "./recommendation-standing.ts";
import { andThemes } from "./recorded-where.ts";
import { andResponsible, printedAddressee } from "./responsible.ts";
import { andWords } from "./search-words.ts";

/** Texts are long, so a list reads only what it shows. */
const columnsOf = ({ dialect }: Sql) => `r.id, r.report_id, r.part_of_id AS "partOf", r.reference, r.position,
  ${formerReferencesColumn(dialect)} AS "formerReferences", ${jsonField(dialect, "r.body", "title")} AS title, ${jsonField(dialect, "r.body", "themes")} AS themes,
  ${jsonField(dialect, "r.body", "implementationDue")} AS "implementationDue",
  p.reference AS "reportReference", p.reporting_year AS "reportingYear", p.published_on AS "publishedOn",
  ${jsonField(dialect, "p.body", "publishedOnPrecision")} AS "publishedOnPrecision",
  ${authenticLanguagesColumn(dialect)},
  b.id AS "bodyId", b.code AS "bodyCode", b.name AS "bodyName"`;
const from = "FROM recommendation r JOIN report p ON p.id = r.report_id";
const body = "JOIN organization b ON b.id = r.issuing_body_id";
const order = "ORDER BY p.reporting_year DESC, p.id, r.position";

type Row = {
  id: Id;
  report_id: Id;
  partOf: Id | null;
  reference: string;
  formerReferences: string | null;
  position: number;
  title: string | null;
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
  /** The number of all matches, when it was counted. */
  total?: number;
};

/** The recommendations that match: the newest reporting year first, and those of each report in printed order. */
export async function readRecommendations(
  source: Source,
  reader: Reader,
  filter: Omit<RecommendationFilter, "knownAt">,
  paging: Paging,
  settings: Settings,
): Promise<Page<RecommendationSummary>> {
  if (followUpWhere(source, filter, settings) !== undefined || filter.undecided !== undefined)
    await source.derive?.(
      recordedWhere(source, reader, filter).andInList(
        "f.addressee_id",
        filter.undecided === undefined ? filter.addressee : undefined,
      ),
    );
  // With a narrow filter all matches are found before the page is cut, so the first page counts them too.
  const counting = paging.withTotal === true && isNarrow(filter) && paging.after === undefined;
  const [rows, counted] = await Promise.all([
    pageRows(
      source,
      filter,
      recommendationWhere(source, reader, filter, isFoundByFollowUp(filter), settings),
      paging,
      counting,
    ),
    paging.withTotal && !counting ? total(source, reader, filter, settings) : undefined,
  ]);
  const { items, next } = pageOf("recommendations", rows, paging, (row) => [
    row.reportingYear,
    row.report_id,
    row.position,
  ]);
  const all = counting
    ? (rows[0]?.total ?? (paging.skip ? await total(source, reader, filter, settings) : 0))
    : counted;
  await source.derive?.(
    new Where(source.dialect).andInList(
      "r.id",
      items.map(({ id }) => id),
    ),
  );
  const ids = items.map(({ id }) => id);
  const [found, matching] = await Promise.all([
    summaries(source, items, filter.asOf, settings),
    matchingFollowUps(source, ids, filter, settings),
  ]);
  const shown = matching === undefined ? found : found.map((each) => marked(each, matching));
  return {
    items: filter.undecided === true ? await withOpenSuccessions(source, shown, filter.asOf) : shown,
    ...(next === undefined ? {} : { next }),
    ...(all !== undefined && { total: all }),
  };
}

async function pageRows(
  sql: Sql,
  filter: RecommendationFilter,
  where: Where,
  paging: Paging,
  counting: boolean,
): Promise<Row[]> {
  if (paging.after !== undefined) {
    const [year, report, position] = placeOf("recommendations", paging.after);
    // A bound on each table, so that neither reads rows before the place.
    where
      .and("p.reporting_year <= ?", year)
      .and("p.reporting_year < ? OR p.id >= ?", year, report)
      .and("p.reporting_year < ? OR p.id > ? OR r.position > ?", year, report, position);
  }
  const found = `${tablesOf(sql, isNarrow(filter))} WHERE ${where.text}`;
  // OFFSET 0 makes PostgreSQL find all matches first; otherwise it would search report by report in the order of the
  // list.
  const whole = sql.dialect === "postgresql" ? " OFFSET 0" : "";
  const page = counting
    ? `SELECT id, total
       FROM (SELECT r.id, p.reporting_year, r.report_id, r.position, count(*) OVER () AS total ${found}${whole}) AS found
         ORDER BY reporting_year DESC, report_id, position${limitText(paging)}`
    : `SELECT r.id ${found} ${order}${limitText(paging)}`;
  // First the rows of the page, and then their texts, so that texts are not sorted.
  return sql.all<Row>(
    `SELECT ${columnsOf(sql)}${counting ? ", page.total" : ""}
     FROM (${page}) AS page
       JOIN recommendation r ON r.id = page.id JOIN report p ON p.id = r.report_id ${body} ${order}`,
    where.values,
  );
}

/**
 * SQLite has no statistics here, so CROSS JOIN tells it which table to read first: the few rows that are looked up, or
 * the reports in the order of the list.
 */
function tablesOf({ dialect }: Sql, lookedUp: boolean): string {
  if (dialect === "postgresql") return from;
  return lookedUp
    ? "FROM recommendation r CROSS JOIN report p ON p.id = r.report_id"
    : "FROM report p INDEXED BY report_reporting_year_id_key CROSS JOIN recommendation r ON r.report_id = p.id";
}

/** Whether a filter matches few rows, so that they are looked up by it rather than found in the order of the list. */
function isNarrow(filter: RecommendationFilter): boolean {
  return filter.q !== undefined || filter.reference !== undefined || isFoundByFollowUp(filter);
}

/** Whether few follow-ups match, found by an index of their own. */
function isFoundByFollowUp(filter: RecommendationFilter): boolean {
  const { addressee, responsible, acceptanceWithdrawn, longOutstanding } = filter;
  return (
    addressee !== undefined || responsible !== undefined || acceptanceWithdrawn === true || longOutstanding === true
  );
}

/** The number of matches: from the counts of reports when only reports are filtered. */
async function total(sql: Sql, reader: Reader, filter: RecommendationFilter, settings: Settings): Promise<number> {
  const { asOf: _, report, reportingYear, ...others } = filter;
  const byReport = Object.values(others).every((each) => each === undefined);
  // All matches must be found here, so conditions on follow-ups are looked up too, unless another filter leaves few
  // rows.
  const isOfFew = isNarrow(filter) || report !== undefined || reportingYear !== undefined;
  const byFollowUp = isFoundByFollowUp(filter) || (!isOfFew && followUpWhere(sql, filter, settings) !== undefined);
  const where = byReport
    ? reportWhere(sql, reader, filter)
    : recommendationWhere(sql, reader, filter, byFollowUp, settings);
  const [row] = await sql.all<{ total: number | null }>(
    byReport
      ? `SELECT sum(p.recommendation_count) AS total FROM report p WHERE ${where.text}`
      : `SELECT count(*) AS total ${tablesOf(sql, byFollowUp || isNarrow(filter))} WHERE ${where.text}`,
    where.values,
  );
  return Number(row?.total ?? 0);
}

/** The conditions for reports `p` in which a reader finds recommendations on the day. */
function reportWhere(sql: Sql, reader: Reader, { asOf, report, reportingYear }: RecommendationFilter): Where {
  return visibleTo(reader, new Where(sql.dialect), "p")
    .and("p.published_from IS NULL OR p.published_from <= ?", asOf)
    .andInList("p.id", report)
    .andInNumbers("p.reporting_year", reportingYear);
}

/** The conditions on what is recorded of recommendations `r` in reports `p`. */
function recordedWhere(sql: Sql, reader: Reader, filter: RecommendationFilter): Where {
  const where = andReference(reportWhere(sql, reader, filter), filter.reference);
  if (filter.q !== undefined && filter.q.trim() !== "") andWords(sql.dialect, where, filter.q);
  andThemes(where, filter.theme);
  if (filter.withoutAddressee !== undefined)
    where.and(
      `${filter.withoutAddressee ? "" : "NOT "}(NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.recommendation_id = r.id)
        AND NOT EXISTS (SELECT 1 FROM recommendation part WHERE part.part_of_id = r.id))`,
    );
  return where;
}

/** `byFollowUp`: find matching follow-ups first, rather than check the follow-ups of each recommendation. */
function recommendationWhere(
  sql: Sql,
  reader: Reader,
  filter: RecommendationFilter,
  byFollowUp: boolean,
  settings: Settings,
): Where {
  const where = recordedWhere(sql, reader, filter);
  if (filter.undecided !== undefined)
    where.and(
      `${filter.undecided ? "" : "NOT "}EXISTS (SELECT 1 FROM follow_up f JOIN responsibility w ON w.follow_up_id = f.id
         WHERE f.recommendation_id = r.id AND w.state IN ('undecided', 'unassigned') AND w.from_on <= ? AND w.until_on > ?)`,
      filter.asOf,
      filter.asOf,
    );
  const followUp = followUpWhere(sql, filter, settings);
  if (followUp === undefined) return where;
  const matching = `FROM ${followUpTables(sql, filter, byFollowUp)} ON s.follow_up_id = f.id AND s.from_on <= ? AND s.until_on > ?`;
  return where.and(
    byFollowUp
      ? `r.id IN (SELECT f.recommendation_id ${matching} WHERE ${followUp.text})`
      : `EXISTS (SELECT 1 ${matching} WHERE f.recommendation_id = r.id AND ${followUp.text})`,
    filter.asOf,
    filter.asOf,
    ...followUp.values,
  );
}

/** SQLite keeps no statistics: it is told to begin with the index that has few rows. */
function followUpTables(sql: Sql, filter: RecommendationFilter, byFollowUp: boolean): string {
  const { addressee, responsible, acceptanceWithdrawn, longOutstanding } = filter;
  const index = acceptanceWithdrawn ? "acceptance_withdrawn" : longOutstanding ? "first_asked" : undefined;
  const isElsewhere = addressee !== undefined || responsible !== undefined || !byFollowUp || index === undefined;
  if (isElsewhere || sql.dialect === "postgresql") return "follow_up f JOIN standing s";
  return `standing s ${indexed(sql, `standing_${index}_until_idx`)} CROSS JOIN follow_up f`;
}

/** All conditions on follow-ups must hold for one and the same follow-up. */
function followUpWhere(sql: Sql, filter: RecommendationFilter, settings: Settings): Where | undefined {
  const where = new Where(sql.dialect)
    .andInList("f.addressee_id", filter.addressee)
    .andInList("s.position", filter.position)
    .andInList("s.reported", filter.reported)
    .andInList("s.assessed", filter.assessed)
    .andInList("s.lifecycle", filter.lifecycle);
  if (filter.divergent !== undefined) where.and("s.divergent = ?", Number(filter.divergent));
  if (filter.unverified !== undefined) where.and("s.unverified = ?", Number(filter.unverified));
  if (filter.acceptanceWithdrawn !== undefined)
    where.and(`s.acceptance_withdrawn_on IS ${filter.acceptanceWithdrawn ? "NOT " : ""}NULL`);
  if (filter.longOutstanding === true)
    where.and(
      "s.lifecycle <> 'closed' AND s.role <> 'forInformation' AND s.first_asked IS NOT NULL AND s.first_asked <= ?",
      latestLongOutstanding(filter.asOf, settings),
    );
  if (filter.longOutstanding === false)
    where.and(
      "s.lifecycle = 'closed' OR s.role = 'forInformation' OR s.first_asked IS NULL OR s.first_asked > ?",
      latestLongOutstanding(filter.asOf, settings),
    );
  andResponsible(sql, where, filter.asOf, filter.responsible, printedAddressee);
  return where.text === "1 = 1" ? undefined : where;
}

/** Which follow-ups of a page are asked for; undefined where nothing is asked that holds for a follow-up. */
async function matchingFollowUps(
  sql: Sql,
  recommendations: readonly Id[],
  filter: RecommendationFilter,
  settings: Settings,
): Promise<ReadonlySet<Id> | undefined> {
  const asked = followUpWhere(sql, filter, settings);
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
    const title = readJson<LocalizedText>(row.title);
    const implementationDue = readJson<DueDate>(row.implementationDue);
    return {
      id: row.id,
      reference: row.reference,
      ...(title && { title }),
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
