import type { Reader } from "@heed/core";
import type { RecommendationFilter } from "@heed/core/read-models/recommendation-filter";
import type { Source } from "../as-known/source.ts";
import { andReference } from "../recommendations/by-reference.ts";
import { listedReports } from "./recommendation-places/listed-reports.ts";
import { andThemes } from "./recorded-where.ts";

/** Derives for a moment all follow-ups that a filter may ask, by what is recorded of their recommendations and reports. */
export async function deriveFound(source: Source, reader: Reader, filter: RecommendationFilter): Promise<void> {
  if (source.derive === undefined) return;
  const addressee = filter.undecided === undefined ? filter.addressee : undefined;
  const where = listedReports(source, reader, filter).andInList("f.addressee_id", addressee);
  await source.derive(andThemes(andReference(where, filter.reference), filter.theme));
}
