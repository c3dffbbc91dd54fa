import { type Day, explain, type RecommendationStanding, type Report } from "@heed/core";
import { coloured, levelsText, words } from "./words.ts";

export function standingJson(standing: RecommendationStanding) {
  return { ...standing, reasons: standing.reasons.map((reason) => ({ ...reason, text: explain(reason) })) };
}

/** The overall answer in one line, and the reasons below it. */
export function standingText(
  standing: RecommendationStanding,
  on: string,
  asOf: Day,
  report: Partial<Pick<Report, "status" | "publishedOn">>,
): string {
  const {
    lifecycle,
    reported,
    assessed,
    override,
    provisional,
    unassessedParts,
    unreportedParts,
    timeliness,
    reasons,
  } = standing;
  if (lifecycle === undefined) return nothingOwed(on, asOf, report);
  const unreported = unreportedParts > 0 && reported !== "notReported" ? ` (${unreportedParts} not reported)` : "";
  const set = override === undefined ? "" : " (set by the issuing body)";
  const missing = provisional ? ` (provisional: ${unassessedParts} not assessed)` : "";
  const time = timeliness ? `, ${coloured(timeliness, words(timeliness))}` : "";
  const [reportedText, assessedText] = levelsText({ reported, assessed });
  return [
    `On ${on}: ${words(lifecycle)}, ${reportedText}${unreported}, ${assessedText}${set}${missing}${time}.`,
    ...reasons.map((reason) => `- ${explain(reason)}`),
  ].join("\n");
}

function nothingOwed(
  on: string,
  asOf: Day,
  { status, publishedOn }: Partial<Pick<Report, "status" | "publishedOn">>,
): string {
  if (status === "draft") return "It is a draft: nobody owes anything for it before it is published.";
  if (publishedOn !== undefined && asOf < publishedOn)
    return `On ${on} it was not published yet: nobody owed anything for it.`;
  return `On ${on} nobody owes anything for it.`;
}
