import type { Issue } from "../domain-error.ts";
import type { FollowUpCase } from "../follow-up/case/case.ts";
import type { Entry } from "../follow-up/entries/entry.ts";
import { standing } from "../follow-up/standing/standing.ts";
import type { Settings } from "../settings/settings.ts";
import type { Day } from "../time/day.ts";

/**
 * What the actor should look at in the entries of an act; a warning refuses nothing. Under way needs a timeline (R3):
 * checked on the day of the act, when all other promises are known.
 */
export function actWarnings(
  followUpCase: FollowUpCase,
  entries: readonly Entry[],
  today: Day,
  settings: Settings,
): Issue[] {
  if (!entries.some((entry) => "level" in entry && entry.level === "underWay")) return [];
  const after = standing({ ...followUpCase, entries: [...followUpCase.entries, ...entries] }, today, settings);
  const made = new Set(entries.map(({ id }) => id));
  return (after?.reasons ?? []).flatMap((reason): Issue[] =>
    reason.code === "withoutTimeline" && reason.entries?.some((id) => made.has(id))
      ? [{ name: "level", value: "underWay", detail: withoutTimeline }]
      : [],
  );
}

const withoutTimeline =
  "no date is promised or set by which it will be done, and under way needs a timeline; record the commitment with its date, or say announced (R3)";
