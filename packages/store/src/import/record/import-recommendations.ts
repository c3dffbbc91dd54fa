import { type Id, Recommendation, type Report } from "@heed/core";
import type { Sql } from "../../connection/sql.ts";
import { recommendationTable, recommendationThemeTable } from "../../generated/tables.ts";
import { inList } from "../../statements/in-list.ts";
import { contentDigest } from "../../tables/content-digest.ts";
import {
  recommendationColumns,
  recommendationOf,
  recommendationRow,
  type StoredRecommendation,
  themeRows,
} from "../../tables/recommendation-rows.ts";
import { insertInto } from "../../tables/table.ts";
import { edgesOfParts } from "./edges.ts";
import { importFormerVersions, requireFormerVersions } from "./import-former-versions.ts";
import type { Kept } from "./kept.ts";
import { idsOf, newOf } from "./new-of.ts";
import type { RecordIntake } from "./record-intake.ts";
import { refuseCircles } from "./refuse-circles.ts";
import { requireFreeReferences } from "./require-free-references.ts";
import { requireKnown } from "./require-known.ts";
import { wholesFirst } from "./wholes-first.ts";

export async function importRecommendations(intake: RecordIntake): Promise<void> {
  const { sql, record } = intake;
  const list = "recommendations";
  const recommendations = record.recommendations.map(({ formerVersions: _, ...plain }) => plain);
  await requireKnown(intake, list, recommendations, "report", "report", record.reports);
  await requireKnown(intake, list, recommendations, "issuingBody", "organization", record.organizations);
  await requireKnown(intake, list, recommendations, "partOf", "recommendation", recommendations);
  refuseCircles(intake, edgesOfParts(recommendations));
  const added = await newOf(intake, list, recommendations, (ids) => keptRecommendations(sql, ids));
  await requireFormerVersions(intake, new Set(idsOf(added)));
  await requireFreeReferences(intake, added);
  if (intake.isRefused) return;
  intake.unchanged = recommendations.length - added.length;
  await insertRecommendations(intake, added);
}

/** They come after those that their reports have already. */
async function insertRecommendations(intake: RecordIntake, added: readonly Recommendation[]): Promise<void> {
  const { sql, things, moments } = intake;
  const reports = await sql.all<{ id: Id; body: Id; status: Report["status"]; last: number | null }>(
    `SELECT p.id, p.issuing_body_id AS body, p.status,
       (SELECT max(position) FROM recommendation r WHERE r.report_id = p.id) AS last
     FROM report p WHERE ${inList(sql, "p.id")}`,
    [JSON.stringify([...new Set(added.map(({ report }) => report))])],
  );
  const of = new Map(reports.map(({ id, body, last }) => [id, { body, last: last ?? 0 }]));
  const drafts = new Set(idsOf(reports.filter(({ status }) => status === "draft")));
  things.recommendation = idsOf(added.filter(({ report }) => drafts.has(report)));
  things.importedReport = [
    ...new Set([...(things.importedReport ?? []), ...idsOf(reports).filter((id) => !drafts.has(id))]),
  ];
  const rows = wholesFirst(added).map((each) => {
    const report = of.get(each.report) ?? { body: "", last: 0 };
    report.last += 1;
    return recommendationRow(each, report.body, report.last, contentDigest(each), moments.ofRecommendation(each));
  });
  intake.created.recommendations = await insertInto(sql, recommendationTable, rows);
  await insertInto(sql, recommendationThemeTable, added.flatMap(themeRows));
  await importFormerVersions(intake, new Set(idsOf(added)), (report) => of.get(report)?.body ?? "");
}

// Not by their stored digests, as of reports.
async function keptRecommendations(sql: Sql, ids: readonly Id[]): Promise<Kept[]> {
  const rows = await sql.all<StoredRecommendation>(
    `SELECT ${recommendationColumns} FROM recommendation r JOIN report p ON p.id = r.report_id
     WHERE ${inList(sql, "r.id")}`,
    [JSON.stringify(ids)],
  );
  return rows.map((row) => ({ id: row.id, content: Recommendation.parse(recommendationOf(row)) }));
}
