import type { Day, RecommendationStanding, Report } from "@heed/core";
import { type Say, sayIn } from "../messages/say.ts";
import { levelsText, timelinessText } from "./words.ts";

export function standingJson(standing: RecommendationStanding) {
  const { reason: textOf } = sayIn(undefined);
  return { ...standing, reasons: standing.reasons.map((reason) => ({ ...reason, text: textOf(reason) })) };
}

/** The overall answer in one line, and the reasons below it. */
export function standingText(
  standing: RecommendationStanding,
  on: string,
  asOf: Day,
  report: Partial<Pick<Report, "status" | "publishedOn">>,
  say: Say,
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
  if (lifecycle === undefined) return nothingOwed(on, asOf, report, say);
  const unreported = unreportedParts > 0 && reported !== "notReported" ? say.standing.unreported(unreportedParts) : "";
  const set = override === undefined ? "" : say.standing.set;
  const missing = provisional ? say.standing.provisional(unassessedParts) : "";
  const time = timeliness ? `, ${timelinessText(say, timeliness)}` : "";
  const [reportedText, assessedText] = levelsText(say, { reported, assessed });
  return [
    `${say.onAtTheBeginning(on)}: ${say.label("lifecycle", lifecycle)}, ${reportedText}${unreported}, ${assessedText}${set}${missing}${time}.`,
    ...reasons.map((reason) => `- ${say.reason(reason)}`),
  ].join("\n");
}

function nothingOwed(
  on: string,
  asOf: Day,
  { status, publishedOn }: Partial<Pick<Report, "status" | "publishedOn">>,
  { standing }: Say,
): string {
  if (status === "draft") return standing.draft;
  return publishedOn !== undefined && asOf < publishedOn ? standing.beforePublication(on) : standing.nothingOwed(on);
}
