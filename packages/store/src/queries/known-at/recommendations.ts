import { type Id, type Instant, type Reader, type Settings, standing } from "@heed/core";
import { outstandingOn } from "@heed/core/follow-up/standing/outstanding";
import type {
  FollowUpSummary,
  OrganizationRef,
  Page,
  Paging,
  RecommendationFilter,
  RecommendationSummary,
} from "@heed/core/read-models/tracker-store";
import { wordsOf } from "@heed/core/recommendation/words";
import { visibleTo } from "../../access/visibility.ts";
import type { Sql } from "../../connection/sql.ts";
import { recommendationsAsKnown, reportsAsKnown } from "../../derived/as-known.ts";
import { loadCases } from "../../derived/load-cases.ts";
import { andReference } from "../../recommendations/by-reference.ts";
import { inList } from "../../statements/in-list.ts";
import { jsonField } from "../../statements/json-field.ts";
import { Where } from "../../statements/where.ts";
import { publishedOn } from "../../tables/published-on.ts";
import {
  recommendationColumns,
  recommendationOf,
  type StoredRecommendation,
} from "../../tables/recommendation-rows.ts";
import { type Place as PlaceIn, pageOf, placeOf, rowsToFind } from "../cursor.ts";
import { organizationRefs } from "../organization-refs.ts";
import { type KnownOrDraft, matches } from "./matching.ts";

type Row = StoredRecommendation & {
  position: number;
  issuingBody: Id;
  reportReference: string;
  reportingYear: number;
  publishedOn: string | null;
  publishedOnPrecision: string | null;
};
type Found = { row: Row; followUps: readonly KnownOrDraft[] };
type Place = PlaceIn<"recommendationsKnownAt">;

/** As readRecommendations(), by what had been recorded at a moment. */
export async function readRecommendationsKnownAt(
  sql: Sql,
  reader: Reader,
  filter: RecommendationFilter,
  knownAt: Instant,
  paging: Paging,
  settings: Settings,
): Promise<Page<RecommendationSummary>> {
  const where = recommendationWhere(sql, reader, filter, knownAt);
  const start = paging.after === undefined ? undefined : placeOf("recommendationsKnownAt", paging.after);
  const enough = rowsToFind(paging) ?? Number.POSITIVE_INFINITY;
  const found: Found[] = [];
  let total = 0;
  for await (const page of pagesOf(sql, where, knownAt, paging.withTotal ? undefined : start)) {
    const rows = page.filter((row) => hasWords(row, filter.q));
    const derived = await derivedOf(sql, rows, filter, knownAt, settings);
    for (const row of rows) {
      const followUps = derived.get(row.id) ?? [];
      if (!matches(recommendationOf(row).themes, followUps, filter)) continue;
      total += 1;
      if (found.length < enough && (start === undefined || isAfter(placeIn(row), start)))
        found.push({ row, followUps });
    }
    if (!paging.withTotal && found.length >= enough) break;
  }
  const { items, next } = pageOf("recommendationsKnownAt", found.slice(paging.skip), paging, ({ row }) => placeIn(row));
  return {
    items: await summaries(sql, items, settings),
    ...(next === undefined ? {} : { next }),
    ...(paging.withTotal && { total }),
  };
}

function recommendationWhere(sql: Sql, reader: Reader, filter: RecommendationFilter, knownAt: Instant): Where {
  const where = andReference(visibleTo(reader, new Where(sql.dialect), "p"), filter.reference)
    .and("r.recorded_at <= ?", knownAt)
    .and("p.published_from IS NULL OR p.published_from <= ?", filter.asOf)
    .andInList("r.report_id", filter.report);
  where.andInNumbers("p.reporting_year", filter.reportingYear);
  if (filter.withoutAddressee !== undefined)
    where.and(
      `${filter.withoutAddressee ? "" : "NOT "}(NOT EXISTS (SELECT 1 FROM follow_up f WHERE f.recommendation_id = r.id AND f.recorded_at <= ?)
        AND NOT EXISTS (SELECT 1 FROM recommendation part WHERE part.part_of_id = r.id AND part.recorded_at <= ?))`,
      knownAt,
      knownAt,
    );
  return where;
}

/** No search index has the texts of that moment. */
function hasWords(row: Row, q: string | undefined): boolean {
  if (q === undefined || q.trim() === "") return true;
  const { reference, title, text } = recommendationOf(row);
  const words = new Set(wordsOf([reference, ...Object.values(title ?? {}), ...Object.values(text ?? {})].join(" ")));
  const asked = wordsOf(q);
  return asked.length > 0 && asked.every((word) => words.has(word));
}

const recommendationsPerPage = 500;

/** In the order of the list; the conditions that need the past moment are still to be checked. */
async function* pagesOf(sql: Sql, where: Where, knownAt: Instant, start: Place | undefined): AsyncIterable<Row[]> {
  let after = start;
  for (;;) {
    const page = where.copy();
    if (after !== undefined)
      page.and(
        "p.reporting_year < ? OR (p.reporting_year = ? AND (r.report_id, r.position) > (?, ?))",
        after[0],
        ...after,
      );
    const rows = await sql.all<Row>(
      `SELECT ${recommendationColumns}, r.position, COALESCE(r.own_issuing_body_id, p.issuing_body_id) AS "issuingBody", p.reference AS "reportReference",
         p.reporting_year AS "reportingYear", p.published_on AS "publishedOn",
         ${jsonField(sql.dialect, "p.body", "publishedOnPrecision")} AS "publishedOnPrecision"
       FROM ${recommendationsAsKnown} r JOIN ${reportsAsKnown(sql.dialect)} p ON p.id = r.report_id
       WHERE ${page.text} ORDER BY p.reporting_year DESC, r.report_id, r.position LIMIT ${recommendationsPerPage}`,
      [knownAt, knownAt, knownAt, ...page.values],
    );
    const last = rows.at(-1);
    if (last === undefined) return;
    yield rows;
    after = placeIn(last);
  }
}

function placeIn(row: Row): Place {
  return [row.reportingYear, row.reportId, row.position];
}

function isAfter([year, report, position]: Place, [fromYear, fromReport, fromPosition]: Place): boolean {
  if (year !== fromYear) return Number(year) < Number(fromYear);
  if (report !== fromReport) return String(report) > String(fromReport);
  return Number(position) > Number(fromPosition);
}

async function derivedOf(
  sql: Sql,
  rows: readonly Row[],
  { asOf }: RecommendationFilter,
  knownAt: Instant,
  settings: Settings,
): Promise<Map<Id, KnownOrDraft[]>> {
  const followUps = await sql.all<{ id: Id }>(
    `SELECT id FROM follow_up WHERE ${inList(sql, "recommendation_id")} AND recorded_at <= ?`,
    [JSON.stringify(rows.map(({ id }) => id)), knownAt],
  );
  const derived = new Map<Id, KnownOrDraft[]>(rows.map(({ id }) => [id, []]));
  const ids = followUps.map(({ id }) => id);
  for await (const cases of loadCases(sql, ids, { knownAt }))
    for (const each of cases)
      derived.get(each.recommendation.id)?.push({ case: each, standing: standing(each, asOf, settings) });
  return derived;
}

async function summaries(sql: Sql, found: readonly Found[], settings: Settings): Promise<RecommendationSummary[]> {
  const refs = await organizationRefs(
    sql,
    found.flatMap(({ row, followUps }) => [
      row.issuingBody,
      ...followUps.flatMap(({ case: { followUp }, standing: derived }) => [
        followUp.addressee,
        derived?.responsible.organization ?? followUp.addressee,
      ]),
    ]),
  );
  return found.map(({ row, followUps }) => {
    const { id, reference, title, themes, partOf, implementationDue } = recommendationOf(row);
    return {
      id,
      reference,
      ...(title && { title }),
      themes,
      ...(partOf && { partOf }),
      report: {
        id: row.reportId,
        reference: row.reportReference,
        reportingYear: row.reportingYear,
        ...publishedOn(row),
      },
      issuingBody: refs.get(row.issuingBody),
      ...(implementationDue && { implementationDue }),
      followUps: followUps.map((each) => followUpSummary(each, refs, settings)),
    };
  });
}

function followUpSummary(
  { case: { followUp }, standing: derived }: KnownOrDraft,
  refs: { get(id: Id): OrganizationRef },
  settings: Settings,
): FollowUpSummary {
  const { id, recommendation, addressee, role } = followUp;
  const named = { id, recommendation, addressee: refs.get(addressee) };
  if (derived === undefined) return { ...named, responsible: refs.get(addressee), role };
  const { position, reported, assessed, lifecycle, closureReason, timeliness, verificationTimeliness } = derived;
  const { acceptanceWithdrawnOn, daysOverdueWhenWithdrawn } = derived;
  return {
    ...named,
    responsible: refs.get(derived.responsible.organization),
    role: derived.role,
    position,
    reported,
    assessed,
    lifecycle,
    ...(closureReason && { closureReason }),
    timeliness,
    ...(verificationTimeliness && { verificationTimeliness }),
    divergent: derived.divergent,
    unverified: derived.unverified,
    conflicting: derived.conflicting,
    contradicted: derived.contradicted,
    ...outstandingOn(derived.asked, derived, derived.asOf, settings),
    ...(acceptanceWithdrawnOn !== undefined && { acceptanceWithdrawnOn }),
    ...(daysOverdueWhenWithdrawn !== undefined && { daysOverdueWhenWithdrawn }),
  };
}
