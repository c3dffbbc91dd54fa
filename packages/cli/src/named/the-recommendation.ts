import { type Day, DomainError } from "@heed/core";
import { didYouMeanName } from "@heed/core/naming/named-filter";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import { shortId } from "../process/short-id.ts";
import type { Tracker } from "../process/tracker.ts";
import { reportsOf } from "./filter.ts";
import { wholeId } from "./whole-id.ts";

/** The recommendation with a reference. Errors: notFound; ambiguousReference with the candidates. */
export async function theRecommendation(
  tracker: Tracker,
  given: string,
  report: readonly string[] | undefined,
  asOf: Day,
  /** Whether the command has an option for the report. */
  hasReport = true,
): Promise<RecommendationSummary> {
  const reference = await wholeId(tracker, "recommendation", given);
  const reports = await reportsOf(tracker, report);
  const all = await tracker.reads.recommendationsByReference(tracker.reader, reference, asOf);
  const found = all.filter(({ report: { id } }) => reports === undefined || reports.includes(id));
  const [only] = found;
  if (only === undefined && all.length > 0)
    throw new DomainError(
      "notFound",
      `${reference} is not a recommendation of that report; it is in ${all.map(({ report: { reference: other } }) => other).join(", ")}`,
    );
  if (only === undefined)
    throw notFound(reference, await didYouMeanName(tracker.reads, tracker.reader, "recommendation", reference));
  if (found.length > 1)
    throw new DomainError(
      "ambiguousReference",
      `${found.length} recommendations have the reference ${reference}; name one by its id${hasReport ? ", or its report by --report" : ""}`,
      found.slice(0, 20).map(({ id, report: { reference: value } }) => ({
        name: shortId(id),
        value,
        detail: "the report in which it stands",
      })),
    );
  return only;
}

export function notFound(reference: string, meant = ""): DomainError {
  return new DomainError(
    "notFound",
    `no recommendation has the reference ${reference}${meant || "; list them with: heed recommendation list"}`,
  );
}
