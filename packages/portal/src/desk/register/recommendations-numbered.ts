import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import type { DeskAsked } from "../desk-asked.ts";

/** The published recommendations with a number, after which their report may stand in brackets. */
export async function recommendationsNumbered(
  { reads, reader, today }: DeskAsked,
  typed: string,
): Promise<readonly RecommendationSummary[]> {
  const whole = await reads.recommendationsByReference(reader, typed, today);
  if (whole.length > 0) return whole;
  const [, number = typed, of] = /^(.*\S)\s*\(([^()]+)\)$/.exec(typed) ?? [];
  const all = await reads.recommendationsByReference(reader, number, today);
  return all.filter(({ report }) => of === undefined || report.reference === of.trim());
}

/** How one of several with the same number is named. */
export function numberWithReport({ reference, report }: RecommendationSummary): string {
  return `${reference} (${report.reference})`;
}
