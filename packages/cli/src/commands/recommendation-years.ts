import type { Day, Id, Instant } from "@heed/core";
import type { FollowUpYears } from "@heed/core/read-models/follow-up-years";
import type { RecommendationSummary } from "@heed/core/read-models/recommendation-summary";
import pc from "picocolors";
import { type Say, sayIn } from "../messages/say.ts";
import { responsibleText } from "../present/responsible.ts";
import { table } from "../present/table.ts";
import { lifecycleText } from "../present/words.ts";
import type { Tracker } from "../process/tracker.ts";

/** What was said about the follow-ups of a list, year by year. */
export function yearsOf(
  { reads }: Tracker,
  items: readonly RecommendationSummary[],
  asOf: Day,
  knownAt?: Instant,
): Promise<ReadonlyMap<Id, FollowUpYears>> {
  const followUps = items.flatMap((item) => item.followUps.map(({ id }) => id));
  return reads.yearLevels(followUps, asOf, knownAt);
}

/** The items for JSON: each follow-up with its years, and with what its source says. */
export function withYears<FollowUp extends { id: Id }, Item extends { followUps: readonly FollowUp[] }>(
  items: readonly Item[],
  years: ReadonlyMap<Id, FollowUpYears>,
) {
  return items.map((item) => ({
    ...item,
    followUps: item.followUps.map((followUp) => ({ ...followUp, ...years.get(followUp.id) })),
  }));
}

/**
 * A line for each follow-up: the reported and the assessed level in a column for each year, and beside them what the
 * source itself says.
 */
export function yearsText(
  items: readonly RecommendationSummary[],
  years: ReadonlyMap<Id, FollowUpYears>,
  lang: string | undefined,
): string {
  const all = new Set([...years.values()].flatMap((each) => each.years.map(({ reportingYear }) => reportingYear)));
  const lines = items.flatMap(({ reference, followUps }) =>
    followUps.map((followUp) => ({ reference, followUp, said: years.get(followUp.id) })),
  );
  if (lines.length === 0) return "";
  const say = sayIn(lang);
  return `\n${table(
    [
      { head: say.heads.recommendation, of: ({ reference }) => pc.bold(reference) },
      { head: say.heads.by, wide: true, of: ({ followUp }) => responsibleText(followUp, lang) },
      ...[...all].sort().map((year) => ({
        head: say.recommendation.levelsOf(year),
        of: ({ said }: (typeof lines)[number]) =>
          voices(
            say,
            said?.years.find(({ reportingYear }) => reportingYear === year),
          ),
      })),
      {
        head: say.heads.lifecycle,
        of: ({ followUp: { lifecycle, closureReason } }) =>
          lifecycle === undefined ? say.notYetPublished : lifecycleText(say, { lifecycle, closureReason }),
      },
      { head: say.heads.sourceSays, wide: true, of: ({ said }) => saidText(said?.said ?? {}) },
    ],
    lines,
  )}`;
}

function voices(say: Say, year: FollowUpYears["years"][number] | undefined): string {
  if (year === undefined) return "";
  const { reported, assessed } = year;
  return [
    reported === undefined ? "-" : say.label("reportedLevel", reported),
    assessed === undefined ? "-" : say.label("assessedLevel", assessed),
  ].join(" | ");
}

function saidText(said: FollowUpYears["said"]): string {
  return Object.entries(said)
    .map(([column, text]) => `${column}: ${text}`)
    .join("; ");
}
