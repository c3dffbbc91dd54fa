import type { Id, Recommendation } from "@heed/core";
import { referenceKey } from "@heed/core/recommendation/recommendation";
import { wordsOf } from "@heed/core/recommendation/words";
import { type RecommendationRow, type RecommendationThemeRow, recommendationTable } from "../generated/tables.ts";
import { withoutAbsent } from "./json-text.ts";
import { selected } from "./table.ts";

/** `reportIssuingBody` is used when the recommendation names no other body. */
export function recommendationRow(
  recommendation: Recommendation,
  reportIssuingBody: Id,
  position: number,
  contentDigest: string,
  recordedAt: string,
): Omit<RecommendationRow, "importKey"> {
  const { id, report, partOf, reference, issuingBody, version, ...body } = recommendation;
  return {
    id,
    reportId: report,
    partOfId: partOf ?? null,
    reference,
    referenceKey: referenceKey(reference),
    issuingBodyId: issuingBody ?? reportIssuingBody,
    ownIssuingBodyId: issuingBody ?? null,
    position,
    version,
    body: JSON.stringify(body),
    words: searchedWords(reference, body),
    contentDigest,
    recordedAt,
  };
}

/** Each theme of a recommendation once. */
export function themeRows({ id, themes }: Pick<Recommendation, "id" | "themes">): RecommendationThemeRow[] {
  return [...new Set(themes)].map((theme) => ({ theme, recommendationId: id }));
}

/**
 * The search words of a recommendation: the words of its reference, title and text in every language, and of its former
 * references, separated by spaces.
 */
export function searchedWords(
  reference: string,
  { title, text }: Pick<Recommendation, "title" | "text">,
  formerReferences: readonly string[] = [],
): string {
  const all = [reference, ...Object.values(title ?? {}), ...Object.values(text ?? {}), ...formerReferences];
  return wordsOf(all.join(" ")).join(" ");
}

const read = ["id", "reportId", "partOfId", "reference", "ownIssuingBodyId", "version", "body"] as const;

export type StoredRecommendation = Pick<RecommendationRow, (typeof read)[number]>;

/** The columns that recommendationOf() reads, of the recommendation `r`. */
export const recommendationColumns = selected(recommendationTable, "r", read);

export function recommendationOf(row: StoredRecommendation): Recommendation {
  return withoutAbsent({
    ...JSON.parse(row.body),
    id: row.id,
    report: row.reportId,
    partOf: row.partOfId,
    reference: row.reference,
    issuingBody: row.ownIssuingBodyId,
    version: row.version,
  }) as Recommendation;
}
