import type { Id, Recommendation, Report } from "@heed/core";
import type { PrismaTransaction } from "../prisma/prisma-client.ts";
import { contentDigest } from "../tables/content-digest.ts";
import { recommendationRow } from "../tables/recommendation-rows.ts";
import { reportRow } from "../tables/report-rows.ts";
import { replaceThemes } from "./draft-rows.ts";

/**
 * Replaces the content of a thing's row; the record of the register keeps the former content. The digest of an imported
 * thing stays: it is about what the source said, so that the same file is recognized.
 */

export async function updateReport(prisma: PrismaTransaction, report: Report): Promise<void> {
  const { id, recordedAt: _, contentDigest: digest, ...content } = reportRow(report, contentDigest(report), "");
  await prisma.report.updateMany({ where: { id }, data: content });
  await prisma.report.updateMany({ where: { id, importKey: null }, data: { contentDigest: digest } });
}

/** With its themes; not its version and its place in the report. */
export async function updateRecommendation(
  prisma: PrismaTransaction,
  recommendation: Recommendation,
  reportIssuingBody: Id,
): Promise<void> {
  const row = recommendationRow(recommendation, reportIssuingBody, 0, contentDigest(recommendation), "");
  const { id, version: _, position: __, recordedAt: ___, contentDigest: digest, ...content } = row;
  await prisma.recommendation.updateMany({ where: { id }, data: content });
  await prisma.recommendation.updateMany({ where: { id, importKey: null }, data: { contentDigest: digest } });
  await replaceThemes(prisma, recommendation);
}
