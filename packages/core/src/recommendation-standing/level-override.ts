import { z } from "zod";
import type { Issue } from "../domain-error.ts";
import { Level } from "../follow-up/levels.ts";
import { LocalizedText } from "../localized-text.ts";
import type { Recommendation } from "../recommendation/recommendation.ts";
import { publicationText, publishedFrom } from "../report/publication-day.ts";
import type { Report } from "../report/report.ts";
import { Id, Instant, Source } from "../source.ts";
import { ReadableName } from "../text/bounded-text.ts";
import { Day } from "../time/day.ts";

/**
 * The issuing body sets a level for a recommendation with parts other than the lowest of its parts, or withdraws that
 * (R4).
 */
export const LevelOverride = z
  .strictObject({
    id: Id,
    recommendation: Id.describe("The recommendation with parts."),
    level: Level.optional().describe("Where the issuing body puts it; absent where this takes an override back."),
    withdraws: Id.optional().describe("The override that is withdrawn: the lowest of the parts holds again."),
    on: Day.describe("The day from which it counts."),
    reason: LocalizedText,
    organization: Id.optional().describe("The issuing body, or the one that verifies in its place."),
    actor: ReadableName.optional().describe("Who recorded it."),
    recordedAt: Instant,
    source: Source.optional(),
  })
  .check((context) => {
    const { level, withdraws } = context.value;
    if ((level === undefined) === (withdraws === undefined))
      context.issues.push({
        code: "custom",
        message: "it sets a level or takes an override back, one of the two",
        input: context.value,
      });
  })
  .meta({ id: "LevelOverride", description: "The overall level of a recommendation with parts, set with a reason." });
export type LevelOverride = z.infer<typeof LevelOverride>;

/** An override that sets a level. */
export type SetLevel = LevelOverride & { level: Level };

export function setsLevel(override: LevelOverride): override is SetLevel {
  return override.level !== undefined;
}

/**
 * The override in force on a day: the one with the latest day; of two from one day the one recorded last. A new
 * override replaces the earlier ones for good, so none of them returns when it is withdrawn.
 */
export function overrideOn(overrides: readonly LevelOverride[], day: Day): SetLevel | undefined {
  const begun = overrides.filter(({ on }) => on <= day);
  const last = begun.filter(setsLevel).sort(earlierFirst).at(-1);
  return begun.some(({ withdraws }) => withdraws !== undefined && withdraws === last?.id) ? undefined : last;
}

/** By the day from which they apply; those of one day in the order in which they were recorded. */
function earlierFirst(a: LevelOverride, b: LevelOverride): number {
  return compare(a.on, b.on) || compare(a.recordedAt, b.recordedAt) || compare(a.id, b.id);
}

/** The recommendation that an override applies to. */
export type Overridden = {
  recommendation: Pick<Recommendation, "reference">;
  report: Pick<Report, "status" | "publishedOn" | "publishedOnPrecision">;
  hasParts: boolean;
  /** All overrides of the recommendation. */
  overrides: readonly LevelOverride[];
};

/**
 * Why an override is not possible; empty when it is. Only a recommendation with parts has a level besides those of its
 * follow-ups.
 */
export function overrideIssues({ id, on, withdraws }: LevelOverride, overridden: Overridden): Issue[] {
  const { recommendation, report, hasParts } = overridden;
  const overrides = overridden.overrides.filter((each) => each.id !== id);
  const { reference: value } = recommendation;
  const issues: Issue[] = [];
  if (!hasParts)
    issues.push({ name: "recommendation", value, detail: "it has no parts: its level is what its assessments find" });
  if (report.status === "draft")
    issues.push({ name: "recommendation", value, detail: "its report is not published yet" });
  if (on < (publishedFrom(report) ?? on)) issues.push({ name: "on", value: on, detail: publicationText(report) });
  if (withdraws === undefined) return issues;
  const withdrawn = overrides.filter(setsLevel).find((each) => each.id === withdraws);
  const before = overrides.find((each) => each.withdraws === withdraws);
  if (withdrawn === undefined)
    issues.push({ name: "withdraws", value: withdraws, detail: "the recommendation has no such override" });
  else if (on < withdrawn.on)
    issues.push({ name: "on", value: on, detail: `the override counts from ${withdrawn.on}` });
  if (before !== undefined)
    issues.push({ name: "withdraws", value: withdraws, detail: `it is withdrawn from ${before.on} already` });
  return issues;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
