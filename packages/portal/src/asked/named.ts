import type { Id } from "@heed/core";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import { addresses } from "../address/addresses.ts";
import type { Asked } from "./asked.ts";

/** The most things of one name that a reader can choose from. */
const mostChoices = 50;

/** The recommendations that a report and a reference name: one, unless two reports or recommendations have the same. */
export async function recommendationsNamed(
  { reads, reader, asOf }: Asked,
  report: string,
  reference: string,
): Promise<readonly RecommendationSummary[]> {
  const reports = await reads.reportsNamed(reader, report);
  if (reports.length === 0) return [];
  const { items } = await reads.recommendations(
    reader,
    { asOf, report: reports, reference: [reference] },
    { limit: mostChoices },
  );
  return items;
}

/** The one organization with a code, or with a name that no other has. */
export async function organizationNamed({ reads }: Asked, name: string): Promise<Id | undefined> {
  const ids = await reads.organizationsNamed(name);
  return ids.length === 1 ? ids[0] : undefined;
}

/** The lasting address of a recommendation: by its references where they name it alone, or else by its id. */
export async function addressOf(asked: Asked, { id, reference, report }: RecommendationSummary): Promise<string> {
  const named = await recommendationsNamed(asked, report.reference, reference);
  return named.length === 1 ? addresses.recommendation(report.reference, reference) : addresses.recommendationById(id);
}
